import { normalQuantile, zOf } from './distributions.js';
import { type Ends, invert, type Inverted, whisker } from './inversion.js';
import { mean, sum, variance } from './moments.js';
import { type PermutationTest } from './permutation.js';
import { drawsFrom } from './random.js';

const exactUpTo = 14;

export interface SignFlipTest extends PermutationTest {
  difference: number;
  /** Smallest true mean difference found with a power of 80 % at 95 %; null with fewer than two pairs. */
  detectable: number | null;
}

/**
 * Whether the mean of paired differences is more than chance: under no effect each could as well have the other sign
 * (Fisher 1935, §21). All signs up to 14 pairs; otherwise seeded draws, p = (b + 1) / (draws + 1) (Phipson & Smyth 2010).
 * With five pairs the smallest p is 0.06: so few cannot be told apart. No pair gives p = 1.
 */
export function signFlipTest(differences: readonly number[], { seed = 1, draws = 4_999 } = {}): SignFlipTest {
  const pairs = differences.length;
  const difference = pairs === 0 ? 0 : mean(differences);
  const detectable = pairs < 2 ? null : (zOf(0.95) + normalQuantile(0.8)) * Math.sqrt(variance(differences) / pairs);
  const observed = Math.abs(sum(differences));
  const reaches = (isFlipped: (pair: number) => boolean) => {
    const total = sum(differences.map((one, pair) => (isFlipped(pair) ? -one : one)));
    // A whisker, because the same sum in another order differs in its last digit.
    return Math.abs(total) >= observed - 1e-12 * (1 + observed);
  };
  if (pairs <= exactUpTo) {
    const arrangements = 2 ** pairs;
    let beyond = 0;
    for (let signs = 0; signs < arrangements; signs++) if (reaches((pair) => ((signs >> pair) & 1) === 1)) beyond++;
    return { p: beyond / arrangements, arrangements, exact: true, difference, detectable };
  }
  const draw = drawsFrom(seed);
  let beyond = 1;
  for (let at = 0; at < draws; at++) {
    const flips = differences.map(() => draw(2) === 1);
    if (reaches((pair) => flips[pair]!)) beyond++;
  }
  return { p: beyond / (draws + 1), arrangements: draws + 1, exact: false, difference, detectable };
}

/**
 * The same test over differences of which only the ends are known: the largest p, and every mean difference that it would
 * not reject for some of them. No pair gives p = 1.
 */
export function signFlipOver(
  differences: readonly Ends[],
  { seed = 1, draws = 4_999 } = {},
): Inverted & { arrangements: number; around: Ends } {
  const pairs = differences.length;
  const [lows, highs]: [number[], number[]] = [[], []];
  const surely = { above: 0, below: 0 };
  const look = (isFlipped: (pair: number) => boolean) => {
    const sides = [true, false].map((flipped) => differences.filter((_, pair) => isFlipped(pair) === flipped));
    const isSame = sides.some((side) => side.length === 0);
    const [low, high] = [
      sides.map((side) => mean(side.map((one) => one.low))),
      sides.map((side) => mean(side.map((one) => one.high))),
    ];
    lows.push(isSame ? -Infinity : Math.min(...low));
    highs.push(isSame ? Infinity : Math.max(...high));
    if (isSame || Math.min(...high) <= whisker) surely.above++;
    if (isSame || Math.max(...low) >= -whisker) surely.below++;
  };
  if (pairs <= exactUpTo) for (let signs = 0; signs < 2 ** pairs; signs++) look((pair) => ((signs >> pair) & 1) === 1);
  else {
    const draw = drawsFrom(seed);
    look(() => false);
    for (let at = 0; at < draws; at++) {
      const flips = differences.map(() => draw(2) === 1);
      look((pair) => flips[pair]!);
    }
  }
  const around = {
    low: mean(differences.map(({ low }) => low)),
    high: mean(differences.map(({ high }) => high)),
  };
  return { ...invert(lows, highs, around, surely), arrangements: lows.length, around };
}
