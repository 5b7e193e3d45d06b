import { type BandedCluster, endsOf, intraclassCorrelation } from './cluster.js';
import { type Interval } from './interval.js';
import { sum } from './moments.js';

interface Banded extends Interval {
  size: number;
}

const halvings = 20;
const steps = 20;
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * No smaller than the correlation is for any events within the published ends. How far an entity lies from its side, and
 * how much of one mind it is, are taken of the same events: taken apart, four entities near 100 % seem all or nothing.
 * A correlation of `r` is reached where (1 − r) MSB ≥ (1 + (typical − 1) r) MSW; what is left over is convex in the
 * events of each entity, hence largest at an end of its band, and the sum of squares around any share is at least that
 * around their own. With exact counts that of `intraclassCorrelation`, and null with it.
 */
export function intraclassCorrelationOver(sides: readonly (readonly BandedCluster[])[]): number | null {
  const groups = sides
    .map((clusters) => clusters.filter(({ size }) => size > 0))
    .filter((clusters) => clusters.length > 0)
    .map((clusters) => clusters.map((cluster): Banded => ({ ...endsOf(cluster), size: cluster.size })));
  const all = groups.flat();
  if (all.every(({ low, high }) => low === high)) return intraclassCorrelation(sides);
  const people = sum(all.map(({ size }) => size));
  const [between, within] = [all.length - groups.length, people - all.length];
  if (between <= 0 || within <= 0) return null;
  const unequal = sum(groups.map((group) => sum(group.map(({ size }) => size ** 2)) / sum(group.map(sizeOf))));
  const typical = (people - unequal) / between;

  /** The most that is left over at `r`, around the shares that leave least. */
  const leftOver = (r: number) => {
    const [ofBetween, ofWithin] = [(1 - r) / between, (1 + (typical - 1) * r) / within];
    const at = (x: number, size: number, share: number) =>
      ofBetween * size * (x / size - share) ** 2 - ofWithin * x * (1 - x / size);
    // A loop: it is gone through some hundred thousand times.
    const around = (group: readonly Banded[]) => (share: number) => {
      let total = 0;
      for (const { low, high, size } of group) total += Math.max(at(low, size, share), at(high, size, share));
      return total;
    };
    return sum(groups.map((group) => least(shareEnds(group), around(group))));
  };
  let [low, high] = [0, 1];
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (leftOver(middle) > whisker) low = middle;
    else high = middle;
  }
  return high;
}

const sizeOf = ({ size }: Banded) => size;
// Sums of squares do not come out even.
const whisker = 1e-12;

const shareEnds = (group: readonly Banded[]): Interval => {
  const of = (end: 'low' | 'high') => sum(group.map((one) => one[end])) / sum(group.map(sizeOf));
  return { low: of('low'), high: of('high') };
};

/** Smallest value of a convex function between two ends, both included. */
function least({ low, high }: Interval, value: (at: number) => number): number {
  const found = [value(low), value(high)];
  let [from, to] = [low, high];
  for (let step = 0; step < steps && to - from > whisker; step += 1) {
    const [left, right] = [to - golden * (to - from), from + golden * (to - from)];
    const [one, other] = [value(left), value(right)];
    found.push(one, other);
    if (one <= other) to = right;
    else from = left;
  }
  return Math.min(...found);
}
