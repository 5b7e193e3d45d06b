import { addDays, type Day, daysBetween } from '../calendar/day.js';
import { drawnOf, type FittedForecast, type Futures } from './forecast.js';
import { type Plan, plannedShare } from './plan.js';

/** A wave of entities with its people: its futures, its last share once it is over, or its plan while it waits. */
export interface ForecastPart {
  name: string;
  people: number;
  plan: Plan;
  /** Share now, 0 to 1; null when not published. */
  actual: number | null;
  state: 'waiting' | 'late' | 'open' | 'done';
  /** Null while it is too early, and where nothing is left to forecast. */
  futures: Futures | null;
}

export interface TotalForecast extends Pick<FittedForecast, 'reached' | 'points'> {
  state: 'fitted' | 'too_early';
  /** Share that the waves are to reach together. */
  target: number;
  /** Waves that are open and tell too little: while there is one, the whole cannot be forecast. */
  missing: string[];
  /** Waves not yet open, taken to follow their plan: no interval covers that. */
  assumed: string[];
}

const farthest = 104;

/**
 * The waves' futures added up, weighed by people: where openings come in steps no single curve fits the whole (kpis K09).
 * Waves that are over stay where they are. Null without people, or when nothing is left to come.
 */
export function totalForecast(parts: readonly ForecastPart[], week: Day): TotalForecast | null {
  const known = parts.filter(({ people }) => people > 0);
  const people = known.reduce((sum, part) => sum + part.people, 0);
  const coming = known.filter(({ state }) => state !== 'done');
  if (people <= 0 || coming.length === 0) return null;
  const missing = coming.filter(({ state, futures }) => state === 'open' && !futures).map(({ name }) => name);
  const assumed = coming.filter(({ state }) => state === 'waiting' || state === 'late').map(({ name }) => name);
  const target = known.reduce((sum, part) => sum + (part.people / people) * part.plan.target, 0);
  if (missing.length > 0) {
    return { state: 'too_early', target, missing, assumed, reached: { day: null, low: null, high: null }, points: [] };
  }
  const draws = Math.max(1, ...known.map(({ futures }) => futures?.paths.length ?? 0));
  const paths = Array.from({ length: draws }, (_, draw) =>
    Array.from({ length: farthest }, (_, ahead) => {
      const on = addDays(week, (ahead + 1) * 7);
      return known.reduce((sum, part) => sum + (part.people / people) * shareOn(part, on, draw), 0);
    }),
  );
  const actual = known.reduce((sum, part) => sum + (part.people / people) * (part.actual ?? 0), 0);
  const plannedEnd = known
    .map(({ plan }) => plan.plannedEnd)
    .sort()
    .at(-1)!;
  const drawn = drawnOf({ last: { weekEnd: week, actual }, paths }, { target, plannedEnd });
  return { state: 'fitted', target, missing, assumed, ...drawn };
}

function shareOn({ actual, plan, futures, state }: ForecastPart, on: Day, draw: number): number {
  if (futures) {
    const path = futures.paths[draw % futures.paths.length]!;
    const ahead = Math.min(path.length, Math.round(daysBetween(futures.last.weekEnd, on) / 7));
    return ahead < 1 ? futures.last.actual : path[ahead - 1]!;
  }
  return state === 'waiting' || state === 'late' ? Math.max(actual ?? 0, plannedShare(plan, on)) : (actual ?? 0);
}
