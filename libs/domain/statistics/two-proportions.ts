import { centreOf, type Interval } from './interval.js';
import { wilson, z95 } from './wilson.js';

/** People counted and people they are counted among, as published. */
export interface Share {
  numerator: Interval;
  denominator: Interval;
}

export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** Newcombe's interval of p1 − p2, at 95 % unless `z` says otherwise, from the two Wilson intervals (kpis M2). Both n > 0. */
export function newcombe(x1: number, n1: number, x2: number, n2: number, z = z95): Estimate {
  const [p1, p2] = [x1 / n1, x2 / n2];
  const [first, second] = [wilson(x1, n1, z), wilson(x2, n2, z)];
  return {
    value: p1 - p2,
    low: p1 - p2 - Math.hypot(p1 - first.low, second.high - p2),
    high: p1 - p2 + Math.hypot(first.high - p1, p2 - second.low),
  };
}

type Drawn = [events: number, people: number];

/** A share at each end of what is published; `effect`: people of one entity tell as much as one drawn in `effect`. */
export const sharesOver = ({ numerator, denominator }: Share, effect = 1): Drawn[] =>
  [denominator.low, denominator.high].flatMap((n) =>
    [numerator.low, numerator.high].map((x): Drawn => [Math.min(x, n) / effect, n / effect]),
  );

/** Numerator and denominator in the middle of what is published. */
export const centresOf = ({ numerator, denominator }: Share, effect = 1): Drawn => {
  const n = centreOf(denominator);
  return [Math.min(centreOf(numerator), n) / effect, n / effect];
};

/** Whether no gap lies outside of both ends. */
export const isApart = ({ low, high }: { low: number; high: number }): boolean => low > 0 || high < 0;

/** First less second, from end to end of what is published; 0 to 1 either way. Both denominators > 0. */
export function betweenEnds(first: Share, second: Share): { low: number; high: number } {
  const [one, other] = [first, second].map((share) => sharesOver(share).map(([x, n]) => x / n));
  return { low: Math.min(...one!) - Math.max(...other!), high: Math.max(...one!) - Math.min(...other!) };
}

/** Newcombe's interval at the centres, with the union over the ends. */
export function newcombeOver(first: Drawn, second: Drawn, ends: readonly Drawn[], others: readonly Drawn[]): Estimate {
  const { value, low, high } = newcombe(...first, ...second);
  const all = ends.flatMap((one) => others.map((other) => newcombe(...one, ...other)));
  return {
    value,
    low: Math.min(low, ...all.map((each) => each.low)),
    high: Math.max(high, ...all.map((each) => each.high)),
  };
}

/** The same over published counts. Null where nobody may be. */
export function differenceOver(first: Share, second: Share): Estimate | null {
  if (first.denominator.low <= 0 || second.denominator.low <= 0) return null;
  return newcombeOver(centresOf(first), centresOf(second), sharesOver(first), sharesOver(second));
}

/** p1 / p2 with the 95 % log-normal (Katz) interval over the corners. Null where either count may be nil. */
export function ratioOver(first: Share, second: Share): Estimate | null {
  const shares = [first, second];
  if (shares.some((share) => share.numerator.low <= 0 || share.denominator.low <= 0)) return null;
  const katz = ([x1, n1]: Drawn, [x2, n2]: Drawn): Estimate => {
    const value = x1 / n1 / (x2 / n2);
    const spread = z95 * Math.sqrt(Math.max(0, 1 / x1 - 1 / n1 + 1 / x2 - 1 / n2));
    return { value, low: value * Math.exp(-spread), high: value * Math.exp(spread) };
  };
  const corners = sharesOver(first).flatMap((one) => sharesOver(second).map((other) => katz(one, other)));
  const { value } = katz(centresOf(first), centresOf(second));
  return { value, low: Math.min(...corners.map((c) => c.low)), high: Math.max(...corners.map((c) => c.high)) };
}
