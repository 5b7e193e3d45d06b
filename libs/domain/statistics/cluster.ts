import { exactly, type Interval } from './interval.js';
import { sum } from './moments.js';
import { twoProportionTest, type ZTest } from './two-proportion-test.js';
import { type Estimate, newcombe } from './two-proportions.js';
import { wilson } from './wilson.js';

/** People of one entity: how many, and how many of them did it. Halves are fine (centres of published intervals). */
export interface Cluster {
  events: number;
  size: number;
}

export interface ClusteredShare extends Estimate {
  clusters: number;
  designEffect: number;
  /** People who, drawn one by one, would tell as much. */
  effectiveN: number;
}

export interface ClusteredDifference extends Estimate {
  /** Intra-cluster correlation of both sides together; null when it cannot be estimated. */
  icc: number | null;
  first: ClusteredShare;
  second: ClusteredShare;
  test: ZTest | null;
}

/**
 * Factor by which entities that resemble themselves blow up a variance, at least 1: 1 + ((1 + cv²) m − 1) ρ
 * (Kish 1965; size variation by Eldridge, Ashby & Kerry 2006; kpis M3). `m`: mean people per entity; `cv`: standard
 * deviation of the sizes over their mean; `icc` from 0 to 1.
 */
export const designEffect = (m: number, icc: number, cv = 0): number => Math.max(1, 1 + ((1 + cv * cv) * m - 1) * icc);

const ofPeople = <Kind extends Cluster>(clusters: readonly Kind[]): Kind[] => clusters.filter(({ size }) => size > 0);

/** Mean size and its coefficient of variation (population form, so that (1 + cv²) m = Σn² / Σn). */
export function sizesOf(clusters: readonly Cluster[]): { clusters: number; people: number; mean: number; cv: number } {
  const sizes = ofPeople(clusters).map(({ size }) => size);
  const people = sum(sizes);
  const mean = people / sizes.length;
  const squares = sum(sizes.map((size) => size * size)) / sizes.length;
  return { clusters: sizes.length, people, mean, cv: Math.sqrt(Math.max(0, squares / (mean * mean) - 1)) };
}

/**
 * Intra-cluster correlation by one-way analysis of variance over entities, within each side, so that a difference
 * between the sides does not count as likeness (Donner 1986; Ridout, Demétrio & Firth 1999). From 0 to 1, negative
 * estimates are 0. Null with no more entities than sides, with nobody beside another, or when all or none did it.
 */
export function intraclassCorrelation(sides: readonly (readonly Cluster[])[]): number | null {
  return correlationOf(sides, ({ events, size }, { share }) => ({
    away: Math.abs(events / size - share),
    unlike: unlikeOf(events, size),
  }));
}

/** How much the people of a cluster differ from one another. */
const unlikeOf = (events: number, size: number): number => events * (1 - events / size);

/** Share of the people of a side, and the ends between which it lies. */
interface OfSide extends Interval {
  share: number;
}

/** `spread`: how far a cluster lies from the share of its side, and how much its people differ. */
function correlationOf<Kind extends Cluster & Partial<BandedCluster>>(
  sides: readonly (readonly Kind[])[],
  spread: (cluster: Kind, side: OfSide) => { away: number; unlike: number },
): number | null {
  const groups = sides.map((clusters) => ofPeople(clusters)).filter((clusters) => clusters.length > 0);
  const all = groups.flat();
  const people = sum(all.map(({ size }) => size));
  const [between, within] = [all.length - groups.length, people - all.length];
  if (between <= 0 || within <= 0) return null;
  let [squaresBetween, squaresWithin, unequal] = [0, 0, 0];
  for (const clusters of groups) {
    const inside = sum(clusters.map(({ size }) => size));
    const shareOf = (count: (cluster: Kind) => number) => sum(clusters.map(count)) / inside;
    const side = {
      share: shareOf(({ events }) => events),
      low: shareOf((cluster) => endsOf(cluster).low),
      high: shareOf((cluster) => endsOf(cluster).high),
    };
    for (const cluster of clusters) {
      const { away, unlike } = spread(cluster, side);
      squaresBetween += cluster.size * away ** 2;
      squaresWithin += unlike;
      unequal += (cluster.size * cluster.size) / inside;
    }
  }
  if (squaresWithin + squaresBetween <= 0) return null;
  const [meanBetween, meanWithin] = [squaresBetween / between, squaresWithin / within];
  const typical = (people - unequal) / between;
  return Math.min(1, Math.max(0, (meanBetween - meanWithin) / (meanBetween + (typical - 1) * meanWithin)));
}

/** A cluster with the ends between which its events are published. */
export interface BandedCluster extends Cluster {
  numerator: Interval;
}

/** Ends of the events of a cluster, never more than its people. */
export const endsOf = ({ events, size, numerator = exactly(events) }: Cluster & Partial<BandedCluster>): Interval => ({
  low: Math.min(numerator.low, size),
  high: Math.min(numerator.high, size),
});

/**
 * No larger than the correlation is for any events within the published ends: entities as near to their side, wherever
 * that lies, and as much of two minds, as the ends allow. With exact counts that of `intraclassCorrelation`.
 */
export function leastIntraclassCorrelation(sides: readonly (readonly BandedCluster[])[]): number | null {
  return correlationOf(sides, (cluster, side) => {
    const { low, high } = endsOf(cluster);
    const { size } = cluster;
    return {
      away: Math.max(0, low / size - side.high, side.low - high / size),
      unlike: unlikeOf(Math.min(high, Math.max(low, size / 2)), size),
    };
  });
}

/** Share of a side with a Wilson 95 % interval at its effective n. Null without people. `icc` from 0 to 1. */
export function clusteredShare(clusters: readonly Cluster[], icc: number): ClusteredShare | null {
  const { people, mean, cv, clusters: count } = sizesOf(clusters);
  if (people <= 0) return null;
  const effect = designEffect(mean, icc, cv);
  const [value, effectiveN] = [sum(ofPeople(clusters).map(({ events }) => events)) / people, people / effect];
  return { ...{ clusters: count, value, effectiveN, designEffect: effect }, ...wilson(value * effectiveN, effectiveN) };
}

/**
 * p1 − p2 between two sets of entities: Newcombe's 95 % interval and pooled z at the effective n of each side (kpis M3).
 * The correlation is estimated from the entities unless given. Null when a side has nobody, or when it cannot be
 * estimated. With fewer than 10 entities on a side the test is too bold: use `permutationTest`.
 */
export function clusteredDifference(
  first: readonly Cluster[],
  second: readonly Cluster[],
  given?: number,
): ClusteredDifference | null {
  const icc = given ?? intraclassCorrelation([first, second]);
  if (icc === null) return null;
  const sides = [clusteredShare(first, icc), clusteredShare(second, icc)] as const;
  if (!sides[0] || !sides[1]) return null;
  const [one, other] = [sides[0], sides[1]];
  const counts = [
    one.value * one.effectiveN,
    one.effectiveN,
    other.value * other.effectiveN,
    other.effectiveN,
  ] as const;
  return { ...newcombe(...counts), icc, first: one, second: other, test: twoProportionTest(...counts) };
}
