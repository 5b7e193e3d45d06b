import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { type IndicatorRow, lagOutcome, type Slice } from '#domain/indicators/rows.js';
import { cellsUnder, LagTree } from '#domain/lags/lag-tree.js';
import { type Board } from '#domain/rollout/board.js';
import { lagsAsOf, publishedLags } from './lag.repository.js';

/**
 * Median times of slices that are places, as of the one Sunday for which they are published; of levels and of waves that
 * are lists of people nothing is. No row where that Sunday is not asked for.
 */
export async function lagRows(
  db: DataSource,
  organizationId: string,
  board: Board,
  slices: readonly Slice[],
  asked: { keys: readonly IndicatorKey[]; by: 'organisation' | 'entity' | 'wave' | 'level'; from: Day; to: Day },
): Promise<IndicatorRow[]> {
  const keys = asked.keys.filter((key) => indicatorOf(key).frame === 'lag');
  if (keys.length === 0) return [];
  const periodEnd = await lagsAsOf(db, organizationId);
  if (periodEnd === null || periodEnd < asked.from || periodEnd > asked.to) return [];
  const { places: all } = board.publication.tree(periodEnd);
  const rows: IndicatorRow[] = [];
  for (const key of keys) {
    const tree = new LagTree(await publishedLags(db, organizationId, indicatorOf(key).lag!));
    for (const { slice, places, population } of slices) {
      const nodes = places(periodEnd);
      if (nodes.length === 0 || population !== 'everyone') continue;
      const node = nodes.length === 1 ? nodes[0]! : null;
      // By cells, as the curve of the page is read: another week may know the same cells under another key.
      const bins = tree.within(cellsUnder(all, nodes));
      const outcome = lagOutcome(board.rules, key, bins.length > 0 ? bins : null);
      rows.push({ indicator: key, slice, node, periodEnd, window: null, ...outcome });
    }
  }
  return rows;
}
