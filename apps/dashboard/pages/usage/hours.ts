import { inOneWeek } from '#domain/indicators/hour-of-week.js';
import { centreOf, type Interval } from '#domain/statistics/interval.js';

/** People drawn in each hour of one week, of the sums over four: where there may be nobody, nobody. */
export const hoursPerWeek = (hours: readonly Interval[]): number[] =>
  hours.map((sum) => (sum.low === 0 ? 0 : centreOf(inOneWeek(sum))));

/** The hour in which most people are there (the first of equals); null where nobody ever is. */
export function busiest(hours: readonly number[]): { day: number; hour: number } | null {
  const most = Math.max(0, ...hours);
  const at = hours.indexOf(most);
  return most > 0 ? { day: Math.floor(at / 24), hour: at % 24 } : null;
}

/** Share of presence at weekends, or before eight and from eight in the evening on; null where nobody is there. */
export function outsideOffice(hours: readonly number[]): number | null {
  const all = hours.reduce((sum, people) => sum + people, 0);
  if (all === 0) return null;
  const outside = hours.reduce((sum, people, at) => {
    const hour = at % 24;
    return at >= 5 * 24 || hour < 8 || hour >= 20 ? sum + people : sum;
  }, 0);
  return outside / all;
}
