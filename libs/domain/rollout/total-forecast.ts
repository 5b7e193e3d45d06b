import { addDays, type Day, daysBetween } from '../calendar/day.js';
import { drawnOf, type FittedForecast, type Futures } from './forecast.js';
import { type Plan, plannedShare } from './plan.js';
import { type Doubt } from './slip.js';
import { type RolloutState } from './wave.js';

/** A wave of entities with its people: its futures, its last share once it is over, or its plan while it waits. */
export interface ForecastPart {
  name: string;
  people: number;
  plan: Plan;
  /** Share now, 0 to 1; null when not published. */
  actual: number | null;
  state: RolloutState;
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
  const coming = known.filter(({ state }) => state !== 'reached' && state !== 'closed');
  if (people <= 0 || coming.length === 0) return null;
  const missing = coming
    .filter(({ state, futures }) => state !== 'waiting' && state !== 'late' && !futures)
    .map(({ name }) => name);
  const assumed = coming.filter(({ state }) => state === 'waiting' || state === 'late').map(({ name }) => name);
  const target = known.reduce((sum, part) => sum + (part.people / people) * part.plan.target, 0);
  if (missing.length > 0) {
    return { state: 'too_early', target, missing, assumed, reached: { day: null, low: null, high: null }, points: [] };
  }
  const draws = Math.max(1, ...known.map(({ futures }) => futures?.paths.length ?? 0));
  // What does not differ from draw to draw is looked up once: days are costly beside additions.
  const shares = known.map((part) => ({ weight: part.people / people, at: sharesOf(part, week) }));
  const paths = Array.from({ length: draws }, (_, draw) =>
    Array.from({ length: farthest }, (_, ahead) =>
      shares.reduce((sum, { weight, at }) => sum + weight * at(ahead, draw), 0),
    ),
  );
  const actual = known.reduce((sum, part) => sum + (part.people / people) * (part.actual ?? 0), 0);
  const plannedEnd = known
    .map(({ plan }) => plan.plannedEnd)
    .sort()
    .at(-1)!;
  const weighed = (end: keyof Doubt) =>
    known.reduce((sum, { people: own, futures }) => sum + (own / people) * (futures?.doubt[end] ?? 0), 0);
  const doubt = { below: weighed('below'), above: weighed('above') };
  const { reached, points } = drawnOf({ last: { weekEnd: week, actual }, doubt, paths }, { target, plannedEnd });
  return { state: 'fitted', target, missing, assumed, reached, points };
}

/** Share of a part so many weeks after the next Sunday, in one of its futures. */
function sharesOf({ actual, plan, futures, state }: ForecastPart, week: Day): (ahead: number, draw: number) => number {
  if (futures) {
    const { last, paths } = futures;
    const late = Math.round(daysBetween(last.weekEnd, week) / 7);
    return (ahead, draw) => {
      const path = paths[draw % paths.length]!;
      const at = Math.min(path.length, ahead + 1 + late);
      return at < 1 ? last.actual : path[at - 1]!;
    };
  }
  const now = actual ?? 0;
  if (state !== 'waiting' && state !== 'late') return () => now;
  const planned = Array.from({ length: farthest }, (_, ahead) =>
    Math.max(now, plannedShare(plan, addDays(week, (ahead + 1) * 7))),
  );
  return (ahead) => planned[ahead]!;
}
