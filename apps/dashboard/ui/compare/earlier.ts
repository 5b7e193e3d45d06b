import { type TimePoint } from '../../charts/TimeChart.js';
import { addDays } from '../../format/iso-week.js';

/** A line as it was so many days earlier, as far as it is drawn: no further than what is known of it, and without its band. */
export function earlier(own: readonly TimePoint[], days: number): TimePoint[] {
  const last = own.findLast(({ value }) => value !== null)?.weekEnd;
  if (last === undefined) return [];
  return own
    .map(({ weekEnd, value }) => ({ weekEnd: addDays(weekEnd, days), value }))
    .filter(({ weekEnd }) => weekEnd <= last);
}
