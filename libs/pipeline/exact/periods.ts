import { addDays, type Day, weekEndOf } from '#domain/calendar/day.js';

/** `day` and `month` exist for the operator only; the others are what is published too. */
export const exactWindows = ['day', '7', '28', '84', '91', '182', '365', 'month'] as const;
export type ExactWindow = (typeof exactWindows)[number];

export interface Period {
  from: Day;
  to: Day;
}

/** The periods whose last day lies in [from, to]: days, ISO weeks (7 days and longer end on Sundays) or calendar months. */
export function periodsBetween(window: ExactWindow, from: Day, to: Day): Period[] {
  const periods: Period[] = [];
  if (window === 'month') {
    for (let end = monthEnd(from); end <= to; end = monthEnd(addDays(end, 1)))
      periods.push({ from: `${end.slice(0, 8)}01`, to: end });
    return periods;
  }
  const [length, step] = window === 'day' ? [1, 1] : [Number(window), 7];
  const first = window === 'day' ? from : weekEndOf(from);
  for (let end = first; end <= to; end = addDays(end, step)) periods.push({ from: addDays(end, 1 - length), to: end });
  return periods;
}

function monthEnd(day: Day): Day {
  const next = Number(day.slice(5, 7)) % 12;
  const year = Number(day.slice(0, 4)) + (next === 0 ? 1 : 0);
  return addDays(`${year}-${String(next + 1).padStart(2, '0')}-01`, -1);
}
