import { type Share, sharesOver, centresOf, type Estimate } from './two-proportions.js';
import { wilson, z95 } from './wilson.js';

/**
 * p1 / p2 with a 95 % log-normal interval (Katz et al. 1978), over both ends of what is published. Where both count the
 * same people it is wide rather than narrow: these resemble themselves. Null where the second may be nobody.
 */
export function shareRatio(first: Share, second: Share): Estimate | null {
  if (first.denominator.low <= 0 || second.numerator.low <= 0) return null;
  const [[x1, n1], [x2, n2]] = [centresOf(first), centresOf(second)];
  const corners = sharesOver(first).flatMap((one) => sharesOver(second).map((other) => ratioOf(one, other)));
  return {
    value: x1 / n1 / (x2 / n2),
    low: Math.min(...corners.map(({ low }) => low)),
    high: Math.max(...corners.map(({ high }) => high)),
  };
}

function ratioOf([x1, n1]: readonly [number, number], [x2, n2]: readonly [number, number]) {
  // Nobody of the first has no logarithm: at most what its own interval allows.
  if (x1 === 0) return { low: 0, high: wilson(0, n1).high / wilson(x2, n2).low };
  const value = x1 / n1 / (x2 / n2);
  const spread = Math.exp(z95 * Math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2));
  return { low: value / spread, high: value * spread };
}
