import { tOf, zOf } from './distributions.js';
import { mean, sum, variance } from './moments.js';
import { type Estimate } from './two-proportions.js';

/** What was measured on one side at one time. */
export interface Cell {
  n: number;
  mean: number;
  /** Of single units, not of the mean. */
  variance: number;
}

export interface BeforeAfter {
  before: Cell;
  after: Cell;
}

export interface DifferenceInDifferences extends Estimate {
  /** Each cell with its own variance. */
  standardError: number;
  /** One variance for all cells, as ordinary least squares have it. */
  pooledError: number;
}

/** A count as a cell: x of n people. With a design effect (≥ 1) the people weigh less. n > 0. */
export function cellOfShare(x: number, n: number, designEffect = 1): Cell {
  return { n: n / designEffect, mean: x / n, variance: (x / n) * (1 - x / n) };
}

/**
 * (after − before) of the treated less that of those not yet treated, with a 95 % normal interval on `standardError`
 * (Card & Krueger 1994, table 3; kpis M7). Valid only if both would have moved alike (`parallelTrends`) and no shock hit
 * one side only. Before and after are taken as different people: for the same entities use `differenceOfChanges`.
 */
export function differenceInDifferences(treated: BeforeAfter, control: BeforeAfter): DifferenceInDifferences {
  const cells = [treated.before, treated.after, control.before, control.after];
  const value = treated.after.mean - treated.before.mean - (control.after.mean - control.before.mean);
  const standardError = Math.sqrt(sum(cells.map((cell) => cell.variance / cell.n)));
  const degrees = sum(cells.map(({ n }) => n)) - cells.length;
  const pooled = sum(cells.map((cell) => (cell.n - 1) * cell.variance)) / degrees;
  const pooledError = Math.sqrt(pooled * sum(cells.map(({ n }) => 1 / n)));
  const half = zOf(0.95) * standardError;
  return { value, low: value - half, high: value + half, standardError, pooledError };
}

/** Between entities seen before and after; `width` = how far apart the ends of what is published of it are. */
export interface Contrast extends Estimate {
  standardError: number;
  df: number;
  width: number;
}

/**
 * The same over entities seen before and after: the mean change of the treated less that of the controls, one voice per
 * entity, with Welch's 95 % t interval. It takes care of entities that resemble themselves. Null with fewer than two
 * entities on a side or when none of them varies.
 */
export function differenceOfChanges(treated: readonly number[], control: readonly number[]): Contrast | null {
  if (treated.length < 2 || control.length < 2) return null;
  const [a, b] = [variance(treated) / treated.length, variance(control) / control.length];
  if (a + b <= 0) return null;
  const value = mean(treated) - mean(control);
  const df = (a + b) ** 2 / (a ** 2 / (treated.length - 1) + b ** 2 / (control.length - 1));
  const standardError = Math.sqrt(a + b);
  const half = tOf(0.95, df) * standardError;
  return { value, low: value - half, high: value + half, standardError, df, width: 0 };
}

const valuesOf = (side: readonly Estimate[]) => side.map(({ value }) => value);
/** How far each may be from its value. */
const reachesOf = (side: readonly Estimate[]) =>
  side.map(({ value, low, high }) => Math.max(value - low, high - value));

/**
 * The same where each change is known between two ends only: the interval holds for all changes between them. Welch's
 * degrees of freedom are never fewer than those of the smaller side.
 */
export function differenceOfChangesOver(treated: readonly Estimate[], control: readonly Estimate[]): Contrast | null {
  const sides = [treated, control];
  if (sides.every((side) => Math.max(0, ...reachesOf(side)) === 0))
    return differenceOfChanges(valuesOf(treated), valuesOf(control));
  const fewest = Math.min(treated.length, control.length);
  if (fewest < 2) return null;
  const errors = sides.map((side) => widestVariance(side) / side.length);
  return over(treated, control, Math.sqrt(sum(errors)), fewest - 1);
}

/**
 * One treated entity against the spread of single controls: the modified t of Crawford & Howell (1998), for all changes
 * between the ends that are known. Null with fewer than two controls, or where these do not vary.
 */
export function oneAgainst(treated: Estimate, control: readonly Estimate[]): Contrast | null {
  const spread = widestVariance(control);
  if (control.length < 2 || spread <= 0) return null;
  return over([treated], control, Math.sqrt(spread * (1 + 1 / control.length)), control.length - 1);
}

/**
 * Of all values between their ends: the standard deviation is at most that of the middles and that of what lies beside
 * these together (triangle inequality).
 */
const widestVariance = (side: readonly Estimate[]): number =>
  (Math.sqrt(variance(valuesOf(side))) +
    Math.sqrt(sum(reachesOf(side).map((reach) => reach ** 2)) / (side.length - 1))) **
  2;

function over(one: readonly Estimate[], other: readonly Estimate[], standardError: number, df: number): Contrast {
  const value = mean(valuesOf(one)) - mean(valuesOf(other));
  const reach = mean(reachesOf(one)) + mean(reachesOf(other));
  const half = reach + tOf(0.95, df) * standardError;
  return { value, low: value - half, high: value + half, standardError, df, width: 2 * reach };
}
