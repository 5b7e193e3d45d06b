import { addDays, type Day } from '../../calendar/day.js';
import { type CountRow, type Place, Publication, Tree } from '../../indicators/publication.js';
import { type Told } from '../../indicators/measurable.js';
import { Board } from '../../rollout/board.js';
import { wave } from '../../rollout/testing/acme.js';

export const firstSunday: Day = '2021-01-10';
export const sundayOf = (number: number): Day => addDays(firstSunday, number * 7);

export interface Site {
  key: string;
  headcount: number;
  above: string;
  /** Share of its people who sign in, by week. */
  share: (week: number) => number;
}

/** Sites of one wave that opened in the first week, each signing in as it is told, over some weeks. */
export function sitesBoard(sites: readonly Site[], weeks = 16, told?: Told): Board {
  const place = (key: string, parent: string | null, headcount: number, kind: Place['kind']): Place => ({
    ...{ key, parent, headcount, kind, entity: key, name: key.toUpperCase(), members: [], country: null },
    entities: kind === 'cell' ? [key] : [],
  });
  const zones = [...new Set(sites.map(({ above }) => above))];
  const people = (of: readonly Site[]) => of.reduce((sum, { headcount }) => sum + headcount, 0);
  const tree = new Tree([
    place('group', null, people(sites), 'node'),
    ...zones.flatMap((zone) => {
      const mine = sites.filter(({ above }) => above === zone);
      return [
        place(zone, 'group', people(mine), 'node'),
        ...mine.map(({ key, headcount }) => place(key, zone, headcount, 'cell')),
      ];
    }),
  ]);
  const sundays = Array.from({ length: weeks }, (_, number) => sundayOf(number));
  const rows = sundays.flatMap((weekEnd, number) =>
    sites.flatMap(({ key, headcount, share }): CountRow[] => {
      const login = Math.round(headcount * share(number));
      const at = { population: 'everyone', node: key, weekEnd, counts: { login: [login, login] as const } };
      return [
        { ...at, days: 7 },
        { ...at, days: 28 },
      ];
    }),
  );
  const parents = new Map(tree.places.map(({ key, parent }) => [key, parent]));
  const waves = [wave('all', { entities: ['group'], actualStart: addDays(firstSunday, -6) })];
  return new Board(
    new Publication(new Map(sundays.map((sunday) => [sunday, tree])), rows),
    { base: 'headcount', k: 10, ...(told && { told }) },
    waves,
    sundays,
    () => parents,
  );
}
