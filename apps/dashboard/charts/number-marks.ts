import { type Day } from '../format/iso-week.js';

/** Something on a week of a time chart: `x` is the Sunday of that week, `day` when it happened. */
interface Placed {
  x: number;
  label: string;
  day: Day;
}

/** A line with what it is called in the picture, and all that happened that week, to be told beneath it. */
export interface NumberedMark {
  x: number;
  label: string;
  told: string[];
  /** On which days, each once. */
  days: Day[];
}

/** As many names as find room above the plot; more of them are numbered, and told under it. */
const namedAtMost = 3;

/** One line a week, from the first on; what lies outside the weeks drawn is left out. */
export function numberMarks(marks: readonly Placed[], from: number, to: number): NumberedMark[] {
  const weeks = new Map<number, Placed[]>();
  for (const mark of [...marks].sort((a, b) => a.x - b.x || a.day.localeCompare(b.day))) {
    if (mark.x < from || mark.x > to) continue;
    weeks.set(mark.x, [...(weeks.get(mark.x) ?? []), mark]);
  }
  const isNamed = weeks.size <= namedAtMost;
  return [...weeks].map(([x, happened], place) => {
    const told = happened.map(({ label }) => label);
    const days = [...new Set(happened.map(({ day }) => day))];
    return { x, days, told: isNamed ? [] : told, label: isNamed ? told.join(' · ') : String(place + 1) };
  });
}
