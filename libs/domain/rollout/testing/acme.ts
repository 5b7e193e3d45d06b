import { addDays, type Day } from '../../calendar/day.js';
import { type CountRow, type Place, Publication, Tree } from '../../indicators/publication.js';
import { Board } from '../board.js';
import { type Wave } from '../wave.js';

/** A small company for tests: two zones of two sites of 250 people each, eight weeks, a pilot and a wave after it. */

export const firstWeek: Day = '2021-01-10';
export const weekOf = (number: number): Day => addDays(firstWeek, number * 7);
const sites = ['paris', 'lyon', 'rome', 'milan'];

const place = (key: string, parent: string | null, headcount: number): Place => ({
  ...{ key, parent, headcount, entity: key, name: key.toUpperCase(), members: [], country: null },
  kind: sites.includes(key) ? 'cell' : 'node',
  entities: sites.includes(key) ? [key] : [],
});

const tree = new Tree([
  place('acme', null, 1000),
  ...[place('france', 'acme', 500), place('paris', 'france', 250), place('lyon', 'france', 250)],
  ...[place('italy', 'acme', 500), place('rome', 'italy', 250), place('milan', 'italy', 250)],
]);
const parents = new Map(tree.places.map(({ key, parent }) => [key, parent]));

export const wave = (key: string, rest: Partial<Wave>): Wave => ({
  ...{ key, name: key, kind: 'rollout', plannedStart: '2021-01-04', plannedEnd: '2021-02-28', target: 1, curve: null },
  ...{ actualStart: '2021-01-04', actualEnd: null, entities: [] },
  ...rest,
});

export const waves = [
  wave('pilot', { kind: 'pilot', entities: ['paris'] }),
  wave('italy', {
    entities: ['italy'],
    plannedStart: '2021-02-01',
    plannedEnd: '2021-03-28',
    actualStart: '2021-02-01',
  }),
  wave('france', { entities: ['france'], plannedStart: '2021-02-22', plannedEnd: '2021-03-28', actualStart: null }),
];

export type Counts = Record<string, number | [number, number]>;
/** Counts of one site in one week; what is left out is not published. */
export type CountsOf = (site: string, week: number) => { state?: Counts; during?: Counts };

const ends = (value: number | [number, number]): [number, number] =>
  typeof value === 'number' ? [value, value] : value;

/** The company over some weeks. A node sums its sites; everyone is invited. `declared`: entities said to be sites. */
export function acme(
  countsOf: CountsOf,
  { weeks = 8, of = waves, declared = [] }: { weeks?: number; of?: Wave[]; declared?: string[] } = {},
): Board {
  const rows: CountRow[] = [];
  const numbers = Array.from({ length: weeks }, (_, number) => number);
  for (const number of numbers) {
    for (const { key, headcount } of tree.places) {
      const below = sites.filter((site) => site === key || parents.get(site) === key || key === 'acme');
      const sum = (frame: 'state' | 'during'): CountRow['counts'] => {
        const total: Record<string, [number, number]> = {};
        for (const site of below) {
          for (const [measure, value] of Object.entries(countsOf(site, number)[frame] ?? {})) {
            const [low, high] = total[measure] ?? [0, 0];
            total[measure] = [low + ends(value)[0], high + ends(value)[1]];
          }
        }
        return total;
      };
      const declared = { people: ends(headcount), planned: ends(headcount), invited: ends(headcount) };
      const at = { population: 'everyone', node: key, weekEnd: weekOf(number) };
      rows.push({ ...at, days: 0, counts: { ...declared, ...sum('state') } });
      rows.push({ ...at, days: 7, counts: sum('during') }, { ...at, days: 28, counts: sum('during') });
    }
  }
  const trees = new Map(numbers.map((number) => [weekOf(number), tree]));
  return new Board(
    new Publication(trees, rows),
    { base: 'invited', k: 10 },
    of,
    numbers.map(weekOf),
    () => parents,
    new Set(declared),
  );
}

/** The pilot (Paris) follows its plan; Italy opens in week 4 and moves at half the pace. */
export const steady = acme((site, week) => {
  const share = site === 'paris' ? Math.min(1, (week + 1) / 8) : site === 'lyon' ? 0 : Math.max(0, week - 3) / 16;
  return {
    state: { activated: Math.round(share * 250), ambassadors: site === 'paris' ? 30 : 0 },
    during: { engaged: site === 'paris' ? 100 : 40, login: 125 },
  };
});
