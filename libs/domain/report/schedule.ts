import { type Day, endsBlock } from '../calendar/day.js';

/** `month`: the first week published in a calendar month. `four_weeks`: at the ends of blocks, when small places are told. */
export const cadences = ['month', 'four_weeks', 'week'] as const;
export type Cadence = (typeof cadences)[number];

export interface Schedule {
  cadence: Cadence;
  /** Local hour, 0 to 23, and the zone that it is read in. */
  hour: number;
  timezone: string;
}

/** A closed week with the instant at which it was published. */
export interface Told {
  weekEnd: Day;
  publishedAt: Date;
}

/** Whether a week is one to report, after the last one that was (or that was there when the report was set up). */
export function isWanted(cadence: Cadence, weekEnd: Day, last: Day | null): boolean {
  if (last !== null && weekEnd <= last) return false;
  if (cadence === 'four_weeks') return endsBlock(weekEnd);
  return cadence === 'week' || last === null || weekEnd.slice(0, 7) > last.slice(0, 7);
}

/**
 * The week whose issue is to be sent by now; null = none yet. Of several that were missed only the newest: nobody wants a
 * heap of old ones.
 */
export function dueWeek(schedule: Schedule, weeks: readonly Told[], last: Day | null, now: Date): Day | null {
  const due = weeks.filter(
    ({ weekEnd, publishedAt }) =>
      isWanted(schedule.cadence, weekEnd, last) && sendingTime(schedule, publishedAt).getTime() <= now.getTime(),
  );
  return (
    due
      .map(({ weekEnd }) => weekEnd)
      .sort()
      .at(-1) ?? null
  );
}

const quarter = 15 * 60_000;

/** The first time from an instant on at which it is that hour there; an hour that summer time skips is that of the next day. */
export function sendingTime({ hour, timezone }: Pick<Schedule, 'hour' | 'timezone'>, from: Date): Date {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const wanted = `${String(hour).padStart(2, '0')}:00`;
  // Offsets of zones are quarters of an hour.
  const first = Math.ceil(from.getTime() / quarter) * quarter;
  for (let at = first; at < first + 50 * 4 * quarter; at += quarter)
    if (clock.format(at) === wanted) return new Date(at);
  return new Date(first);
}

/** After so many minutes a mail that could not be handed over is tried again; after the last one it has failed. */
const backOff = [2, 10, 30, 120, 360, 720];

/** Null when it has been tried often enough. */
export const triedAgainAt = (attempts: number, now: Date): Date | null => {
  const minutes = backOff[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
};
