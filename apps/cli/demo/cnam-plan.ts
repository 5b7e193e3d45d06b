import { regions } from './cnam-places.js';
import { Dice } from './dice.js';
import { type Entity, type Plan, type Wave } from './organisation.js';
import { demoOrganisation, type DemoFrame } from './scenario.js';
import { shareOut } from './sizes.js';
import { cast } from './stories.js';

/** The eight pilot bodies with their size when the network has 75,000 people: 4,000 in all. */
const pilotSizes: Record<string, number> = {
  'O-018': 520,
  'O-033': 340,
  'O-043': 610,
  'O-061': 450,
  'O-084': 780,
  'O-098': 380,
  'O-106': 500,
  'O-121': 420,
};

const waveOfRegion: Record<string, string> = {
  'Île-de-France': 'W2-JANVIER',
  'Hauts-de-France': 'W2-JANVIER',
  Bretagne: 'W3-FEVRIER',
  Normandie: 'W3-FEVRIER',
  'Pays de la Loire': 'W3-FEVRIER',
  'Auvergne-Rhône-Alpes': 'W4-MARS',
  'Bourgogne-Franche-Comté': 'W4-MARS',
  'Grand Est': 'W5-AVRIL',
  'Centre-Val de Loire': 'W5-AVRIL',
  'Nouvelle-Aquitaine': 'W6-MAI',
  Occitanie: 'W6-MAI',
};
const LAST_WAVE = 'W7-JUIN';
const TINY = new Map([
  ['Saint-Pierre', 7],
  ['Kourou', 9],
]);

type Body = Omit<Entity, 'index' | 'id' | 'name' | 'size' | 'wave'> & { title: string; weight: number };

/** One national, fourteen regional and 141 local bodies under the network itself. */
function bodiesOf(frame: DemoFrame): Body[] {
  const dice = new Dice(frame.seed, 'cnam bodies');
  const habits = () => ({ activity: dice.lognormal(1, 0.22), engagement: dice.lognormal(1, 0.3) });
  const home = { country: 'FR', timezone: demoOrganisation.cnam.timezone };
  const national = { ...home, ...habits(), parent: 0, kind: 'national', zone: 'national', site: 'Paris' };
  const regional = regions.map((region) => ({
    ...home,
    ...habits(),
    parent: 0,
    kind: 'regional',
    zone: region.name,
    site: region.cities[0]?.name ?? '',
    title: region.name,
    weight: dice.between(320, 760),
  }));
  const local = regions.flatMap((region, position) =>
    region.cities.map((city) => ({
      country: city.country,
      timezone: city.timezone,
      ...habits(),
      parent: position + 2,
      kind: 'local',
      zone: region.name,
      site: city.name,
      title: city.name,
      weight: TINY.get(city.name) ?? Math.round(Math.min(1500, Math.max(60, dice.lognormal(400, 0.5)))),
    })),
  );
  return [{ ...national, title: 'Siège national', weight: 2400 }, ...regional, ...local];
}

function entitiesOf(frame: DemoFrame): Entity[] {
  const bodies = bodiesOf(frame);
  const ids = bodies.map((_, position) => `O-${String(position + 1).padStart(3, '0')}`);
  const ofStories = new Set<string>(Object.values(cast.cnam).map(String));
  const weights = bodies.map((body, position) => {
    const id = ids[position] ?? '';
    return pilotSizes[id] ?? (ofStories.has(id) ? Math.max(body.weight, 640) : body.weight);
  });
  // The others share what the pilot leaves, so that the pilot keeps its published size.
  const pilotTotal = Object.values(pilotSizes).reduce((sum, size) => sum + size, 0);
  const others = weights.filter((weight, position) => weight >= 10 && !pilotSizes[ids[position] ?? '']);
  const stretch = (75_000 - pilotTotal) / others.reduce((sum, weight) => sum + weight, 0);
  const stretched = weights.map((weight, position) =>
    weight < 10 || pilotSizes[ids[position] ?? ''] ? weight : Math.round(weight * stretch),
  );
  const sizes = shareOut(stretched, frame.people);
  const { name, timezone } = demoOrganisation.cnam;
  const root: Entity = {
    index: 0,
    id: 'R',
    parent: null,
    name,
    kind: 'network',
    country: 'FR',
    timezone,
    size: 0,
    zone: '',
    site: '',
    wave: null,
    activity: 1,
    engagement: 1,
  };
  return [
    root,
    ...bodies.map(({ title, weight: _, ...body }, position) => {
      const id = ids[position] ?? '';
      const wave = pilotSizes[id] ? 'W1-PILOTE' : body.kind === 'national' ? 'W2-JANVIER' : waveOfRegion[body.zone];
      const index = position + 1;
      return {
        ...body,
        index,
        id,
        name: `Organisme ${id.slice(2)} – ${title}`,
        size: sizes[position] ?? 0,
        wave: wave ?? LAST_WAVE,
      };
    }),
  ];
}

/** Week 4 is the Monday 82 weeks before the end (early June when the end is in late December), week 35 January. */
export function cnamPlan(frame: DemoFrame): Plan {
  const entities = entitiesOf(frame);
  const week = (number: number, plus = 0): number => frame.first + number * 7 + plus;
  const wave = (id: string, name: string, from: number, to: number, given: Partial<Wave> = {}): Wave => ({
    id,
    name,
    kind: 'rollout',
    plannedStart: week(from),
    plannedEnd: week(to, 4),
    actualStart: week(from, 1),
    actualEnd: week(to, 4),
    entities: entities.filter((entity) => entity.wave === id).map((entity) => entity.id),
    people: null,
    target: 0.6,
    curve: [
      [week(from), 0],
      [week(from + 2), 0.28],
      [week(from + 4), 0.4],
      [week(to, 4), 0.6],
    ],
    activation: 0.452,
    days: 10,
    ...given,
  });
  return {
    entities,
    waves: [
      wave('W0-COMMUNICANTS', 'Première plateforme : communicants', 0, 3, {
        kind: 'forerunners',
        people: 'communicators',
        target: 0.9,
        curve: [],
        activation: 0.94,
        days: 4,
      }),
      wave('W1-PILOTE', 'Pilote', 4, 33, { kind: 'pilot', activation: 0.6, days: 7 }),
      wave('W2-JANVIER', 'Généralisation : janvier', 35, 45),
      wave('W3-FEVRIER', 'Généralisation : février', 39, 49),
      wave('W4-MARS', 'Généralisation : mars', 44, 56, {
        actualStart: week(42, 1),
        actualEnd: week(50, 4),
        activation: 0.62,
        days: 4,
      }),
      wave('W5-AVRIL', 'Généralisation : avril', 48, 58, {
        actualStart: week(54, 1),
        actualEnd: null,
        activation: 0.4,
        days: 22,
      }),
      wave('W6-MAI', 'Généralisation : mai', 52, 62),
      wave(LAST_WAVE, 'Généralisation : juin et juillet', 56, 64),
    ],
  };
}
