import { Dice } from './dice.js';
import { countries, departments, zones } from './international-places.js';
import { type Entity, type Plan, type Wave } from './organisation.js';
import { demoOrganisation, type DemoFrame } from './scenario.js';
import { shareOut } from './sizes.js';

const asciiName = (city: string): string =>
  city
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z]+/g, '-')
    .toUpperCase();

const HEADQUARTERS = 'S-FR-NANTERRE';
const waveOfZone: Record<string, string> = {
  'Z-EUR': 'W5-EUROPE',
  'Z-AMR': 'W6-AMERIQUES',
  'Z-AMO': 'W7-AFRIQUE-MO',
  'Z-APA': 'W8-ASIE-PACIFIQUE',
};

/** Group, zones, countries, sites, and the departments of the headquarters. */
function entitiesOf(frame: DemoFrame): Entity[] {
  const dice = new Dice(frame.seed, 'international sites');
  const sites = countries.flatMap((country) => country.sites);
  const sizes = shareOut(
    sites.map((site) => site.weight),
    frame.people,
  );
  const sizeOf = new Map(sites.map((site, index) => [site, sizes[index] ?? 0]));
  const entities: Entity[] = [];
  const add = (
    given: Pick<Entity, 'id' | 'name' | 'kind' | 'country' | 'timezone' | 'zone'> & Partial<Entity>,
  ): number => {
    const habits = { activity: dice.lognormal(1, 0.16), engagement: dice.lognormal(1, 0.25) };
    const index = entities.length;
    entities.push({ index, parent: null, size: 0, site: '', wave: null, ...habits, ...given });
    return index;
  };
  const { name, timezone } = demoOrganisation.international;
  const group = add({ id: 'G', name, kind: 'group', country: '', timezone, zone: '' });
  for (const zone of zones) {
    const zoneIndex = add({ ...zone, kind: 'zone', country: '', zone: zone.id, parent: group });
    for (const country of countries.filter((candidate) => candidate.zone === zone.id)) {
      const at = { country: country.code, zone: zone.id };
      const main = country.sites[0]?.timezone ?? zone.timezone;
      const countryIndex = add({
        ...at,
        id: `C-${country.code}`,
        name: country.name,
        kind: 'country',
        timezone: main,
        parent: zoneIndex,
      });
      for (const site of country.sites) {
        const id = `S-${country.code}-${asciiName(site.city)}`;
        const headquarters = id === HEADQUARTERS;
        const size = sizeOf.get(site) ?? 0;
        const wave = site.pilot ? 'W2-PILOTE' : headquarters ? 'W4-SIEGE' : (waveOfZone[zone.id] ?? null);
        const siteIndex = add({
          ...at,
          id,
          name: headquarters ? `Siège – ${site.city}` : site.city,
          kind: 'site',
          timezone: site.timezone,
          parent: countryIndex,
          size: headquarters ? 0 : size,
          site: site.city,
          wave,
          // Volunteers are keener than those who are told: the comparison of pilot and rollout must cope with it.
          ...(site.pilot ? { activity: 1.25, engagement: 1.3 } : {}),
        });
        if (!headquarters) continue;
        const shares = shareOut(
          departments.map((department) => department.weight),
          size,
        );
        departments.forEach((department, position) => {
          const place = { kind: 'department', timezone: site.timezone, parent: siteIndex, site: site.city, wave };
          add({ ...at, ...place, id: department.id, name: department.name, size: shares[position] ?? 0 });
        });
      }
    }
  }
  return entities;
}

export function internationalPlan(frame: DemoFrame): Plan {
  const entities = entitiesOf(frame);
  const week = (number: number, plus = 0): number => frame.first + number * 7 + plus;
  const pilots = entities.filter((entity) => entity.wave === 'W2-PILOTE').map((entity) => entity.id);
  const wave = (given: Pick<Wave, 'id' | 'name' | 'kind'> & Partial<Wave>, from: number, to: number): Wave => ({
    plannedStart: week(from),
    plannedEnd: week(to, 4),
    actualStart: week(from),
    actualEnd: null,
    entities: [],
    people: null,
    target: 0.9,
    curve: planned(usual, from, to),
    activation: 0.93,
    days: 5,
    ...given,
  });
  // Most of a wave comes in the first fortnight; the plan knows it. Europe was planned with more prudence.
  const usual: Wave['curve'] = [
    [0, 0],
    [7, 0.5],
    [14, 0.72],
    [28, 0.82],
  ];
  const prudent: Wave['curve'] = [
    [0, 0],
    [28, 0.4],
    [56, 0.7],
  ];
  const planned = (shape: Wave['curve'], from: number, to: number): Wave['curve'] => [
    ...shape.map(([days, share]): [number, number] => [week(from) + days, share]),
    [week(to, 4), 0.9],
  ];
  const named = (id: string, name: string, kind: Wave['kind']): Pick<Wave, 'id' | 'name' | 'kind'> => ({
    id,
    name,
    kind,
  });
  const top = named('W1-DIRECTION', 'Comité exécutif et directions', 'forerunners');
  const pilot = named('W2-PILOTE', 'Pilote : sites volontaires', 'pilot');
  const volunteers = named('W3-VOLONTAIRES', 'Pilote : volontaires et futurs ambassadeurs', 'pilot');
  const asia = { ...named('W8-ASIE-PACIFIQUE', 'Asie-Pacifique', 'rollout'), entities: ['Z-APA'], actualStart: null };
  return {
    entities,
    waves: [
      wave({ ...top, people: 'executives', target: 1, curve: [], actualEnd: week(6), activation: 0.97 }, 0, 5),
      wave({ ...pilot, entities: pilots, actualEnd: week(29, 4) }, 2, 30),
      wave({ ...volunteers, people: 'volunteers', actualEnd: week(12), activation: 0.96, days: 4 }, 4, 12),
      wave({ ...named('W4-SIEGE', 'Siège', 'rollout'), entities: [HEADQUARTERS], actualEnd: week(37) }, 28, 36),
      wave(
        {
          ...named('W5-EUROPE', 'Europe', 'rollout'),
          entities: ['Z-EUR'],
          actualStart: week(34, 1),
          actualEnd: week(43),
          activation: 0.97,
          days: 3.5,
          curve: planned(prudent, 36, 50),
        },
        36,
        50,
      ),
      wave(
        {
          ...named('W6-AMERIQUES', 'Amériques', 'rollout'),
          entities: ['Z-AMR'],
          actualStart: week(50, 1),
          activation: 0.76,
          days: 13,
        },
        44,
        58,
      ),
      wave(
        { ...named('W7-AFRIQUE-MO', 'Afrique et Moyen-Orient', 'rollout'), entities: ['Z-AMO'], actualStart: week(61) },
        60,
        74,
      ),
      wave(asia, 78, 92),
    ],
  };
}
