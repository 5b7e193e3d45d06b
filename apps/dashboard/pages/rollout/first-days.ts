import { type Lags } from '#contract/lags.js';

/** The seeds tell activation up to the fourteenth day. */
export const lastDay = 14;

export interface DayRow {
  day: number;
  value: number;
  low: number;
  high: number;
  atRisk: number;
}

/** The curve of the first side on each of the first days; empty where it is not told, or nobody was followed so long. */
export function firstDays({ sides }: Lags): DayRow[] {
  const curve = sides[0]?.curve;
  if (!curve) return [];
  const days = Array.from({ length: Math.min(lastDay, curve.followUp) + 1 }, (_, day) => day);
  return days.map((day) => {
    const step = curve.points.findLast(({ at }) => at <= day);
    const next = curve.points.find(({ at }) => at >= day) ?? curve.points.at(-1);
    return { day, value: step?.value ?? 0, low: step?.low ?? 0, high: step?.high ?? 0, atRisk: next?.atRisk ?? 0 };
  });
}
