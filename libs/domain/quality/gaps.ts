import { addDays, type Day, isoWeekday } from '../calendar/day.js';
import { isWorkingDay } from '../calendar/working-days.js';

/** Days on which a source that usually has events had none. */
export interface Gap {
  from: Day;
  to: Day;
  /** Days missing: those between the ends that are usually quiet are not among them. */
  days: number;
  /** Events that these days usually have. */
  usual: number;
}

interface Surroundings {
  /** The last day that could have events: none after it is missing. */
  through: Day;
  /** Whose public holidays are none of them, ISO 3166-1; empty = unknown. */
  countries: readonly string[];
  /** Days on which nothing was to be expected for another reason, such as a declared exceptional event. */
  isExcused?: (day: Day) => boolean;
}

/** Same weekdays looked at on either side of a silence. */
const weeksAround = 4;
/** Fewer of them tell nothing of what is usual. */
const leastKnown = 3;
/** From so many events a silent day is no chance: were they independent, it would happen once in 1,100 days (e^-7). */
const usualEvents = 7;
/** A week end as lively as this share of a working day is none: that of shops and hospitals. */
const livelyWeekEnd = 0.5;

/**
 * Silences of a source. A day is missing if it has no event although the same weekday of the four weeks before the
 * silence and of the four after it usually has: at most one of them is silent too (none where fewer than five are known),
 * and their median is 7 events or more. Public holidays and excused days neither are missing nor say what is usual. On a
 * week end few act, and not each for themselves: where it has less than half of a working day it is missing only beside one.
 * `counts`: events by UTC day, days without any left out. Gaps come in order; a source of less than three weeks has none.
 */
export function gapsOf(counts: ReadonlyMap<Day, number>, around: Surroundings): Gap[] {
  const first = [...counts.keys()].sort()[0];
  if (first === undefined) return [];
  const gaps: Gap[] = [];
  for (const run of silences(counts, first, around.through)) {
    const missing = run.flatMap((day) => {
      const usual = isQuiet(day, around) ? null : usualOf(day, run, counts, first, around);
      return usual === null ? [] : [{ day, usual }];
    });
    const isLost = missing.some(({ day, usual }) => !isWeekEnd(day) || usual >= livelyWeekEnd * workedOf(day, counts));
    const [start, end] = [missing[0], missing.at(-1)];
    if (!start || !end || !isLost) continue;
    const usual = missing.reduce((sum, one) => sum + one.usual, 0);
    gaps.push({ from: start.day, to: end.day, days: missing.length, usual: Math.round(usual) });
  }
  return gaps;
}

/** Runs of days without an event. */
function silences(counts: ReadonlyMap<Day, number>, first: Day, through: Day): Day[][] {
  const runs: Day[][] = [];
  let run: Day[] = [];
  for (let day = first; day <= through; day = addDays(day, 1)) {
    if (!counts.has(day)) {
      if (run.push(day) === 1) runs.push(run);
    } else run = [];
  }
  return runs;
}

/** Saturdays and Sundays speak for themselves: only what would be worked otherwise is a holiday. */
const isQuiet = (day: Day, { countries, isExcused }: Surroundings): boolean =>
  (!isWeekEnd(day) && countries.some((country) => !isWorkingDay(day, country))) || (isExcused?.(day) ?? false);

const isWeekEnd = (day: Day): boolean => isoWeekday(day) > 5;

/** What the days from Monday to Friday of the weeks around usually have; 0 where none of them had any. */
function workedOf(day: Day, counts: ReadonlyMap<Day, number>): number {
  const around = Array.from({ length: 14 * weeksAround + 1 }, (_, n) => addDays(day, n - 7 * weeksAround));
  const worked = around.flatMap((other) => (isWeekEnd(other) ? [] : (counts.get(other) ?? [])));
  return worked.length === 0 ? 0 : medianOf(worked);
}

/** The median of the same weekdays around a silence; null where it is not unusual that a day has none. */
function usualOf(
  day: Day,
  run: readonly Day[],
  counts: ReadonlyMap<Day, number>,
  first: Day,
  around: Surroundings,
): number | null {
  const [start, end] = [run[0] ?? day, run.at(-1) ?? day];
  const known: number[] = [];
  for (const step of [-7, 7]) {
    let left = weeksAround;
    for (
      let other = addDays(day, step);
      left > 0 && other >= first && other <= around.through;
      other = addDays(other, step)
    ) {
      if ((other >= start && other <= end) || isQuiet(other, around)) continue;
      known.push(counts.get(other) ?? 0);
      left--;
    }
  }
  const silent = known.filter((events) => events === 0).length;
  if (known.length < leastKnown || silent > (known.length > weeksAround ? 1 : 0)) return null;
  const median = medianOf(known);
  return median >= usualEvents ? median : null;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return ((sorted[middle] ?? 0) + (sorted[(sorted.length - 1) >> 1] ?? 0)) / 2;
}
