import { type Draw } from '#domain/statistics/random.js';
import { type MeasureRow } from '#storage/measures/read-measures.js';
import { publishWeekCounts } from '../../publication/publish-counts.js';
import { atomsOf, load, nameOf } from './equations.js';
import { k, laid, type Organisation, type Person, rates } from './organisation.js';
import { linesOf, measuresOf, type Told } from './publications.js';
import { Solver } from './solver.js';

/** Working days of the window, as everybody knows. */
export const workingDays = 20;
const [activated, active] = [0, 1];
const [done, possible] = ['exposed_active_days/28', 'exposed_days/28'];

interface Worker extends Person {
  days: number;
}
export interface WorkingOrganisation extends Organisation {
  people: readonly Worker[];
}
export type PublishDays = (organisation: WorkingOrganisation) => Told[];

/** Sites below one root, in each of which nobody, some or all are active, on one day, on some or on all. */
export function workingOrganisationOf(draw: Draw): WorkingOrganisation {
  const sites = Array.from({ length: 6 + draw(5) }, (_, at) => ({
    ...{ key: `s${at}`, parent: 'r', headcount: draw(4) === 0 ? 200 + draw(40) : 30 + draw(40) },
  }));
  const tree = [{ key: 'r', parent: null, headcount: draw(8) }, ...sites];
  const one = <T>(from: readonly T[]): T => from[draw(from.length)]!;
  const [level, habit] = [one([null, ...rates]), one(['once', 'always', 'often'])];
  const days = { once: () => 1, always: () => workingDays, often: () => 1 + draw(workingDays) }[habit]!;
  const people = tree.flatMap(({ key, headcount }) => {
    const rate = level ?? one(rates);
    return Array.from({ length: headcount }, (): Worker => {
      const did = draw(1000) < rate * 1000 ? (draw(10) === 0 ? 1 : 3) : 0;
      return { entity: key, populations: [], did, days: (did >> active) & 1 ? days() : 0 };
    });
  });
  return { ...laid(tree, people), people };
}

/** What Essor publishes where nobody was invited, by the very function that does. */
export const essorDays: PublishDays = (organisation) => {
  const measures = [...measuresOf(organisation), ...volumesOf(organisation)];
  const rows = publishWeekCounts(organisation.mask, measures, '2026-10-25', { k, bands: true });
  const known = new Set(organisation.mask.nodes.map(({ key }) => key));
  const deeds = [...organisation.deeds, done, possible];
  return linesOf(
    { ...organisation, deeds },
    rows.filter(({ node }) => known.has(node)),
  );
};

/** Weak: days as they were counted, at the same places. */
export const exactDays =
  (measure: 'exposed_active_days' | 'exposed_days'): PublishDays =>
  (organisation) =>
    essorDays(organisation).map((line) => {
      if (line.deed !== `${measure}/28`) return line;
      const value = organisation.people
        .filter((person) => line.counts(person))
        .reduce((sum, { days, did }) => sum + (line.deed === done ? days : workingDays * ((did >> activated) & 1)), 0);
      return { ...line, interval: [value, value] };
    });

function volumesOf({ people, cellOf }: WorkingOrganisation): MeasureRow[] {
  const rows = new Map<string, MeasureRow>();
  for (const { entity, did, days } of people) {
    const cell = cellOf.get(entity)!;
    const row = rows.get(cell) ?? {
      ...{ population: 'volume', days: 28, cell },
      counts: {
        ...{ fewest_days: workingDays, most_days: workingDays },
        ...{ exposed_active_days: 0, exposed_days: 0, invited_days: 0 },
      },
    };
    row.counts.exposed_active_days! += days;
    row.counts.exposed_days! += workingDays * ((did >> activated) & 1);
    rows.set(cell, row);
  }
  return [...rows.values()];
}

/** Cells of which the days leave fewer numbers of people than all that is told of people does, in words. */
export async function narrowedByDays(organisation: WorkingOrganisation, publish: PublishDays): Promise<string[]> {
  const asked = new Set([done, possible, organisation.deeds[activated], organisation.deeds[active]]);
  const told = publish(organisation).filter(({ deed }) => asked.has(deed));
  const isDays = ({ deed }: Told): boolean => deed === done || deed === possible;
  const atoms = atomsOf(organisation);
  const loaded = async (): Promise<Solver> => {
    const solver = await Solver.start();
    load(
      solver,
      organisation,
      told.filter((line) => !isDays(line)),
      atoms,
    );
    return solver;
  };
  const [without, beside] = [await loaded(), await loaded()];
  atoms.forEach(({ members }, at) => {
    beside.variable(`days${at}`, workingDays * members.length);
    beside.atMost(nameOf(active, at), `days${at}`);
    beside.atMost(`days${at}`, nameOf(active, at), workingDays);
  });
  for (const { deed, counts, interval } of told.filter(isDays)) {
    const counted = atoms.flatMap(({ members }, at) => (counts(members[0]!) ? [at] : []));
    if (deed === done)
      beside.between(
        counted.map((at) => `days${at}`),
        interval,
      );
    else
      beside.between(
        counted.map((at) => nameOf(activated, at)),
        [interval[0] / workingDays, interval[1] / workingDays],
      );
  }
  const ends = (solver: Solver, deed: number, at: number) =>
    (['Minimize', 'Maximize'] as const).map((direction) =>
      solver.extreme(direction, new Map([[nameOf(deed, at), 1]])).get(nameOf(deed, at)),
    );
  return atoms.flatMap(({ entity }, at) =>
    [activated, active].flatMap((deed) => {
      const after = ends(beside, deed, at).join('–');
      const own = told.find(({ name, deed: of }) => name === `everyone ${entity}` && of === organisation.deeds[deed]);
      if (own?.interval.join('–') === after) return [];
      const before = ends(without, deed, at).join('–');
      return before === after ? [] : [`${organisation.deeds[deed]!} of ${entity}: ${before}, by days ${after}`];
    }),
  );
}
