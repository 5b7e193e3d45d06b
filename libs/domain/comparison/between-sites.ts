import { type Cluster, designEffect, sizesOf } from '../statistics/cluster.js';
import { level } from '../statistics/inversion.js';
import { newcombeP } from '../statistics/newcombe-p.js';
import { twoProportionTest } from '../statistics/two-proportion-test.js';
import {
  betweenEnds,
  centresOf,
  type Estimate,
  isApart,
  newcombeOver,
  type Share,
  sharesOver,
} from '../statistics/two-proportions.js';

type Effects = readonly [number, number];
type Sites = readonly Cluster[];

/** Design effect of each side, were the people of its sites so alike; 0 to 1. */
export const effectsOf = (sides: readonly [Sites, Sites], likeness: number): Effects => {
  const [one, other] = [sizesOf(sides[0]), sizesOf(sides[1])];
  return [designEffect(one.mean, likeness, one.cv), designEffect(other.mean, likeness, other.cv)];
};

/**
 * Two proportions at the effective n of each side, over all corners of what is published. The interval decides: where
 * the pooled test, which stands on another estimate of the spread, would say otherwise, p is that of the interval.
 * `effect` of the largest likeness that the bands of the sites allow; of the `least`, people tell most, and p is least.
 */
export function betweenSites(
  shares: readonly [Share, Share],
  effect: Effects,
  least: Effects,
): { p: number; pLeast: number; corrected: Estimate } {
  const most = testsOf(shares, effect);
  return { ...most, pLeast: Math.min(most.pLeast, testsOf(shares, least).pLeast) };
}

function testsOf(shares: readonly [Share, Share], effect: Effects): { p: number; pLeast: number; corrected: Estimate } {
  const [one, other] = [sharesOver(shares[0], effect[0]), sharesOver(shares[1], effect[1])];
  const centres = [centresOf(shares[0], effect[0]), centresOf(shares[1], effect[1])] as const;
  const corrected = newcombeOver(...centres, one, other);
  const pairs = [centres, ...one.flatMap((left) => other.map((right) => [left, right] as const))] as const;
  const over = (test: (x1: number, n1: number, x2: number, n2: number) => number) =>
    pairs.map(([left, right]) => test(...left, ...right));
  const pooled = over((...counts) => twoProportionTest(...counts)?.p ?? 1);
  const isOpen = !isApart(betweenEnds(...shares));
  const agrees = isOpen || Math.max(...pooled) < level === isApart(corrected);
  const all = agrees ? pooled : over(newcombeP);
  return { p: isOpen ? 1 : Math.max(...all), pLeast: Math.min(...all), corrected };
}
