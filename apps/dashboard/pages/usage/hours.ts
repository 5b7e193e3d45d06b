import { inOneWeek } from '#domain/indicators/hour-of-week.js';
import { centreOf, type Interval } from '#domain/statistics/interval.js';

/** People of one hour of the week. */
export interface HourRow {
  day: number;
  hour: number;
  /** As they are drawn: where there may be nobody, nobody. */
  people: number;
  ends: Interval;
}

/** Hours of one week, Monday at midnight first, of the sums over four. */
export const hourRows = (sums: readonly Interval[]): HourRow[] =>
  sums.map((sum, at) => {
    const ends = inOneWeek(sum);
    return { day: Math.floor(at / 24), hour: at % 24, people: sum.low === 0 ? 0 : centreOf(ends), ends };
  });

export const hoursPerWeek = (sums: readonly Interval[]): number[] => hourRows(sums).map(({ people }) => people);

/** The figure of an hour: what is drawn, and none where there may be nobody or somebody. */
export const toldPeople = ({ people, ends }: HourRow): number | null =>
  ends.low === 0 && ends.high > 0 ? null : people;

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
