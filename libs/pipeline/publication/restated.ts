import { type PublishedRow } from '#storage/publication/publish.repository.js';

const keyOf = ({ population, days, node }: PublishedRow) => `${population}/${days}/${node}`;

/**
 * What a closed week says after later changes were counted: a place keeps what it said unless at least `k` people
 * changed there, for otherwise the difference of both statements would be about those few (rules 4.5).
 */
export function restated(before: readonly PublishedRow[], after: readonly PublishedRow[], k: number): PublishedRow[] {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const rows = after.map((row) => {
    const old = known.get(keyOf(row));
    known.delete(keyOf(row));
    return hasMoved(old, row, k) ? row : old;
  });
  return [...rows.filter((row) => row !== undefined), ...known.values()];
}

/** Both ends of some count moved by k or more the same way: fewer people cannot do that. */
function hasMoved(old: PublishedRow | undefined, row: PublishedRow, k: number): boolean {
  return Object.entries(row.counts).some(([measure, [low, high]]) => {
    const [oldLow, oldHigh] = old?.counts[measure] ?? [0, 0];
    return low - oldHigh >= k || oldLow - high >= k;
  });
}
