/** Where a place stands against the plan of its wave; `unplanned` before that plan begins or without one. */
export type Standing = 'ahead' | 'on' | 'behind' | 'unplanned' | 'unknown';

/** Nearer than this to its plan, a place is on it: opening one day earlier or later moves it that far. */
export const standingMargin = 0.05;

/** Actual over planned activation (K08b). Ahead or behind only where everything published lies on that side. */
export function standingOf(index: { shown: string; low: number | null; high: number | null }): Standing {
  if (index.shown === 'none') return 'unplanned';
  if (index.shown === 'masked' || index.low === null || index.high === null) return 'unknown';
  if (index.low > 1 + standingMargin) return 'ahead';
  return index.high < 1 - standingMargin ? 'behind' : 'on';
}

/** How many of these places stand where. */
export function countStandings(standings: readonly Standing[]): Record<Standing, number> {
  const counts = { ahead: 0, on: 0, behind: 0, unplanned: 0, unknown: 0 };
  for (const standing of standings) counts[standing] += 1;
  return counts;
}
