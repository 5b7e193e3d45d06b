import { type Shock } from '../declared/action.js';
import { isTooWide } from '../indicators/count-reading.js';
import { type Cluster, designEffect, intraclassCorrelation, sizesOf } from '../statistics/cluster.js';
import { permutationTest } from '../statistics/permutation.js';
import { minimumDetectableGap } from '../statistics/power.js';
import { signFlipTest } from '../statistics/sign-flip.js';
import { twoProportionTest } from '../statistics/two-proportion-test.js';
import {
  betweenEnds,
  centresOf,
  type Estimate,
  newcombeOver,
  type Share,
  sharesOver,
} from '../statistics/two-proportions.js';
import { type SideClusters } from './clusters.js';

/** Fewer entities on a side than this: whole entities are dealt to the sides instead (kpis M3). */
export const fewSites = 10;

export const methods = ['permutation', 'clustered', 'paired'] as const;
export type Method = (typeof methods)[number];

/** Why no test may speak of a difference. */
export const refusals = ['overlap', 'shock', 'too_wide', 'one_site', 'sites_hidden', 'no_spread'] as const;
export type Refusal = (typeof refusals)[number];

/** How far a difference reaches beyond the people counted. Everything that was not computed is null. */
export interface Reach {
  method: Method | null;
  refusal: Refusal | null;
  /** Of the first less the second, from end to end of what is published, as shares: nobody is drawn by lot. */
  published: { low: number; high: number };
  /** Name of the declared shock that hit the sides differently, of a refusal for it. */
  shock: string | null;
  /** Two-sided, 0 to 1. */
  p: number | null;
  /** Ways of dealing the entities that were looked at, of a permutation. */
  arrangements: number | null;
  /** 95 % of the difference between sides whose entities resemble themselves, over both ends published; as shares. */
  corrected: Estimate | null;
  /** Intra-cluster correlation of both sides together, 0 to 1. */
  icc: number | null;
  designEffect: readonly [number, number] | null;
  /** People who, drawn one by one, would tell as much as each side. */
  effectiveN: readonly [number, number] | null;
  /** Smallest true difference found with a power of 80 %, as a share. */
  detectable: number | null;
  /** Entities read, and entities that publish no rate, on each side. */
  clusters: readonly [number, number];
  hidden: readonly [number, number];
}

type Pair = readonly [SideClusters, SideClusters];
const level = 0.05;

const isApart = ({ low, high }: { low: number; high: number }): boolean => low > 0 || high < 0;

/**
 * Whether the difference is more than what chance between entities explains. Their rates are tested at the centres of
 * what is published: it must also be a difference from end to end.
 */
export const isDistinct = ({ p, corrected, method, published }: Reach): boolean =>
  isApart(published) && (method === 'clustered' && corrected ? isApart(corrected) : p !== null && p < level);

/**
 * What may be concluded from a difference of two shares. `apart`: different people; `paired`: the same places twice.
 * Between entities a plain two-proportion test is never made: people of an entity resemble each other (kpis M3).
 */
export function reachOf(
  relation: 'apart' | 'paired' | 'overlapping',
  shares: readonly [Share, Share],
  clusters: Pair,
  shock: Shock | null = null,
): Reach {
  const counts = {
    clusters: [clusters[0].byPlace.size, clusters[1].byPlace.size] as const,
    hidden: [clusters[0].hidden, clusters[1].hidden] as const,
    published: betweenEnds(...shares),
  };
  if (relation === 'overlapping') return { ...nothing, ...counts, refusal: 'overlap' };
  if (shock) return { ...nothing, ...counts, refusal: 'shock', shock: shock.name };
  if (shares.some(isTooWide)) return { ...nothing, ...counts, refusal: 'too_wide' };
  return { ...counts, ...(relation === 'paired' ? paired(clusters) : apart(shares, clusters)) };
}

type Drawn = [events: number, people: number];
type Tested = Omit<Reach, 'clusters' | 'hidden' | 'published'>;

const nothing: Tested = {
  ...{ method: null, refusal: null, shock: null, p: null, arrangements: null, corrected: null, icc: null },
  ...{ designEffect: null, effectiveN: null, detectable: null },
};

const valuesOf = ({ byPlace }: SideClusters): Cluster[] => [...byPlace.values()];
const rateOf = ({ events, size }: Cluster) => events / size;

function apart(shares: readonly [Share, Share], clusters: Pair): Tested {
  const [first, second] = [valuesOf(clusters[0]), valuesOf(clusters[1])];
  const fewest = Math.min(first.length, second.length);
  if (fewest === 0) return { ...nothing, refusal: 'sites_hidden' };
  if (first.length + second.length < 3) return { ...nothing, refusal: 'one_site' };
  const icc = intraclassCorrelation([first, second]);
  const test = fewest < fewSites ? permutationTest(first.map(rateOf), second.map(rateOf)) : null;
  const permuted = test && { method: 'permutation' as const, p: test.p, arrangements: test.arrangements };
  if (icc === null) return { ...nothing, ...(permuted ?? { refusal: 'no_spread' as const }) };
  const effect = [first, second].map((side) => designEffect(sizesOf(side).mean, icc, sizesOf(side).cv));
  const [one, other] = shares.map((share, place) => sharesOver(share, effect[place])) as [Drawn[], Drawn[]];
  const [[x1, n1], [x2, n2]] = shares.map((share, place) => centresOf(share, effect[place])) as [Drawn, Drawn];
  // The largest over what is published: ends that lie on both sides of no difference hold it.
  const ps = one.flatMap((left) => other.map((right) => twoProportionTest(...left, ...right)?.p ?? 1));
  const pooled = (x1 * effect[0]! + x2 * effect[1]!) / (n1 * effect[0]! + n2 * effect[1]!);
  return {
    ...{ ...nothing, method: 'clustered', p: isApart(betweenEnds(...shares)) ? Math.max(...ps) : 1, ...permuted },
    ...{ corrected: newcombeOver([x1, n1], [x2, n2], one, other), icc },
    ...{ designEffect: [effect[0]!, effect[1]!], effectiveN: [n1, n2] },
    detectable: pooled > 0 && pooled < 1 ? minimumDetectableGap(pooled, n1, n2) : null,
  };
}

/** Each place against itself: what is particular to a place is on both sides of its difference. */
function paired(clusters: Pair): Tested {
  const differences = [...clusters[0].byPlace].flatMap(([place, cluster]) => {
    const other = clusters[1].byPlace.get(place);
    return other ? [rateOf(cluster) - rateOf(other)] : [];
  });
  if (differences.length === 0) return { ...nothing, refusal: 'sites_hidden' };
  if (differences.length === 1) return { ...nothing, refusal: 'one_site' };
  const test = signFlipTest(differences);
  return { ...nothing, method: 'paired', p: test.p, arrangements: test.arrangements, detectable: test.detectable };
}
