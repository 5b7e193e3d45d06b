import { type PlotSeries } from './plot.js';

/**
 * People behind a line at a week. Where it is measured every few weeks, between two measures those of the earlier one;
 * nobody after the last: no point is drawn there.
 */
export function followedAt({ points, bridge = 0 }: PlotSeries, x: number) {
  const measured = points.filter(({ n }) => n != null);
  const last = measured.at(-1);
  if (!last || x > last.x) return undefined;
  return measured.findLast((point) => point.x <= x && x - point.x <= bridge);
}
