import { type Day } from '#domain/calendar/day.js';
import { type Base } from '#domain/indicators/base.js';
import { type CountRow, type Tree } from '#domain/indicators/publication.js';

/**
 * Places below those read, and the weeks, whose counts bound what these do not tell apart of the people that rates are of
 * (`Publication.bound`): so a figure has the same ends whichever places were asked for.
 */
export function placesBounding(
  trees: ReadonlyMap<Day, Tree>,
  read: readonly string[],
  counts: readonly CountRow[],
  base: Base,
): { nodes: string[]; weeks: Day[] } {
  const known = new Map(counts.map((row) => [keyOf(row), row.counts]));
  const asked = new Set(read);
  const [below, weeks] = [new Set<string>(), new Set<Day>()];
  for (const row of counts) {
    const tree = trees.get(row.weekEnd);
    const isWhole = row.population === 'everyone' && row.days > 0;
    if (!isWhole || !tree || !known.get(keyOf({ ...row, days: 0 }))?.[base]?.[1]) continue;
    const told = known.get(keyOf({ ...row, population: base }));
    if (told && Object.keys(row.counts).every((measure) => told[measure])) continue;
    for (const waiting = [row.node]; waiting.length > 0;) {
      for (const { key } of tree.childrenOf(waiting.pop()!)) {
        waiting.push(key);
        if (asked.has(key)) continue;
        below.add(key);
        weeks.add(row.weekEnd);
      }
    }
  }
  return { nodes: [...below], weeks: [...weeks].sort() };
}

const keyOf = ({ population, days, node, weekEnd }: Omit<CountRow, 'counts'>) =>
  `${population}/${days}/${weekEnd}/${node}`;
