/** Shares of the people known above which a change waits for somebody to look. */
export interface DirectoryLimits {
  leave: number;
  move: number;
}

/** What was taken on a day without anybody looking. */
export interface TakenToday {
  /** People in the directory before the first change of the day. */
  known: number;
  leavers: number;
  moves: number;
}

/**
 * Which of the changes that came together are taken: all of a sort, or none of it where the day would have more than its
 * share. One person is never too many, and nothing is on the day on which the directory begins.
 */
export function isHeld(
  sort: 'leave' | 'move',
  count: number,
  { known, leavers, moves }: TakenToday,
  limits: DirectoryLimits,
): boolean {
  if (known === 0 || count === 0) return false;
  const already = sort === 'leave' ? leavers : moves;
  return already + count > Math.max(1, limits[sort] * known);
}
