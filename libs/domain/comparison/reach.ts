import { type Shock } from '../declared/action.js';
import { isTooWide } from '../indicators/count-reading.js';
import { leastIntraclassCorrelation } from '../statistics/cluster.js';
import { intraclassCorrelationOver } from '../statistics/largest-likeness.js';
import { centreOf, exactly } from '../statistics/interval.js';
import { type Ends, level } from '../statistics/inversion.js';
import { permutationOver } from '../statistics/permutation.js';
import { minimumDetectableGap } from '../statistics/power.js';
import { signFlipOver, signFlipTest } from '../statistics/sign-flip.js';
import { betweenEnds, centresOf, type Estimate, isApart, type Share } from '../statistics/two-proportions.js';
import { betweenSites, effectsOf } from './between-sites.js';
import { type SideClusters, type Site } from './clusters.js';
import { type Unit } from './units.js';

/** Fewer units on a side than this: whole units are dealt to the sides instead (kpis M3). */
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
  /** Two-sided, 0 to 1: the largest over all that is published, never at odds with the interval beside it. */
  p: number | null;
  /** The least that p could be over all that is published. */
  pLeast: number | null;
  /** Something is published between two ends: p is at most that, and not known better. */
  atMost: boolean;
  /** Ways of dealing the entities that were looked at, of a permutation. */
  arrangements: number | null;
  /**
   * 95 % of the difference between sides whose entities resemble themselves, over both ends published; as shares. Holds 0
   * exactly when p is at least 0.05. Null where nothing is tested, and where so few entities exclude no gap.
   */
  corrected: Estimate | null;
  /** Intra-cluster correlation of both sides together, 0 to 1. */
  icc: number | null;
  designEffect: readonly [number, number] | null;
  /** People who, drawn one by one, would tell as much as each side. */
  effectiveN: readonly [number, number] | null;
  /** Smallest true difference found with a power of 80 %, as a share, beyond what the publication leaves open. */
  detectable: number | null;
  /** What is counted and dealt whole: sites, or entities where nothing says which are sites. */
  unit: Unit;
  /** Units read, and units that publish no rate, on each side; of a paired test those read on both, and all others. */
  clusters: readonly [number, number];
  hidden: readonly [number, number];
}

type Pair = readonly [SideClusters, SideClusters];

/** Whether the difference is more than what chance between entities explains, whatever the published ends hold. */
export const isDistinct = ({ p }: Pick<Reach, 'p'>): boolean => p !== null && p < level;

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
    ...countsOf(relation, clusters),
    published: betweenEnds(...shares),
    atMost: [...shares, ...clusters.flatMap(valuesOf)].some(isBand),
  };
  if (relation === 'overlapping') return { ...nothing, ...counts, refusal: 'overlap' };
  if (shock) return { ...nothing, ...counts, refusal: 'shock', shock: shock.name };
  if (shares.some(isTooWide)) return { ...nothing, ...counts, refusal: 'too_wide' };
  return { ...counts, ...(relation === 'paired' ? paired(shares, clusters) : apart(shares, clusters)) };
}

/** Of places read twice only those that tell their rate both times are read at all. */
function countsOf(relation: string, [first, second]: Pair): Pick<Reach, 'clusters' | 'hidden' | 'unit'> {
  const unit = first.unit === 'site' && second.unit === 'site' ? 'site' : 'entity';
  const [one, other] = [first.byPlace.size, second.byPlace.size];
  if (relation !== 'paired') return { unit, clusters: [one, other], hidden: [first.hidden, second.hidden] };
  const both = [...first.byPlace.keys()].filter((place) => second.byPlace.has(place)).length;
  return { unit, clusters: [both, both], hidden: [one + first.hidden - both, other + second.hidden - both] };
}

type Tested = Omit<Reach, 'clusters' | 'hidden' | 'unit' | 'published' | 'atMost'>;

const nothing: Tested = {
  ...{
    method: null,
    refusal: null,
    shock: null,
    p: null,
    pLeast: null,
    arrangements: null,
    corrected: null,
    icc: null,
  },
  ...{ designEffect: null, effectiveN: null, detectable: null },
};

const valuesOf = ({ byPlace }: SideClusters): Site[] => [...byPlace.values()];
const isBand = ({ numerator, denominator }: Share) => widthOf(numerator) > 0 || widthOf(denominator) > 0;
const widthOf = ({ low, high }: Ends) => high - low;

/**
 * What sets a side apart that is one unit cannot be told from what sets that unit apart. Where every side has more of them
 * than it publishes, it is the publication that leaves one.
 */
const fewOf = (clusters: Pair): Refusal =>
  clusters.some(({ byPlace, hidden }) => byPlace.size + hidden === 1) ? 'one_site' : 'sites_hidden';

function apart(shares: readonly [Share, Share], clusters: Pair): Tested {
  const [first, second] = [valuesOf(clusters[0]), valuesOf(clusters[1])];
  const fewest = Math.min(first.length, second.length);
  if (fewest === 0) return { ...nothing, refusal: 'sites_hidden' };
  if (fewest === 1) return { ...nothing, refusal: fewOf(clusters) };
  const icc = intraclassCorrelationOver([first, second]);
  const deal = (of: (site: Site) => Ends) => permutationOver(first.map(of), second.map(of));
  const dealt = fewest < fewSites ? deal(ratesOf) : null;
  const test = dealt && told('permutation', shares, dealt, chanceOf(deal(({ rates }) => exactly(centreOf(rates)))));
  if (icc === null) return test ? { ...nothing, ...test } : { ...nothing, refusal: 'no_spread' };
  const effect = effectsOf([first, second], icc);
  const least = effectsOf([first, second], leastIntraclassCorrelation([first, second]) ?? 0);
  const [n1, n2] = shares.map((share, place) => centresOf(share, effect[place])[1]) as [number, number];
  const people = shares.map((share) => centresOf(share));
  const pooled = (people[0]![0] + people[1]![0]) / (people[0]![1] + people[1]![1]);
  const open = Math.max(widthOf(betweenEnds(...shares)), dealt ? widthOf(dealt.around) : 0);
  const isSeen = pooled > 0 && pooled < 1 && test?.corrected !== null;
  return {
    ...{ ...nothing, icc, designEffect: effect, effectiveN: [n1, n2] },
    ...(test ?? { method: 'clustered', ...betweenSites(shares, effect, least) }),
    detectable: isSeen ? minimumDetectableGap(pooled, n1, n2) + open : null,
  };
}

/** Each place against itself: what is particular to a place is on both sides of its difference. */
function paired(shares: readonly [Share, Share], clusters: Pair): Tested {
  const pairs = [...clusters[0].byPlace].flatMap(([place, site]) => {
    const other = clusters[1].byPlace.get(place);
    return other ? [{ value: rateOf(site) - rateOf(other), ...apartBy(ratesOf(site), ratesOf(other)) }] : [];
  });
  if (pairs.length === 0) return { ...nothing, refusal: 'sites_hidden' };
  if (pairs.length === 1) return { ...nothing, refusal: fewOf(clusters) };
  const flipped = signFlipOver(pairs);
  const { detectable } = signFlipTest(pairs.map(({ value }) => value));
  const middles = signFlipOver(pairs.map((pair) => exactly(centreOf(pair))));
  const test = told('paired', shares, flipped, chanceOf(middles));
  const open = Math.max(widthOf(betweenEnds(...shares)), widthOf(flipped.around));
  return { ...nothing, ...test, detectable: detectable === null || !test.corrected ? null : detectable + open };
}

const rateOf = ({ events, size }: Site) => events / size;
const ratesOf = ({ rates }: Site): Ends => rates;
const apartBy = (one: Ends, other: Ends): Ends => ({ low: one.low - other.high, high: one.high - other.low });

type Test = ReturnType<typeof signFlipOver>;

/** How far chance between entities reaches to either side of a gap, their counts in the middle of what is published. */
const chanceOf = (test: Test | null): Ends =>
  test?.interval
    ? { low: test.around.low - test.interval.low, high: test.interval.high - test.around.high }
    : exactly(0);

/**
 * What whole entities tell of the gap of their people, both from end to end. Entities have one voice each, people one
 * each: where the two do not agree on the side that leads, nothing leads. Beyond what is published of people told in bands
 * the interval leaves as much to chance as entities do, except towards a gap of nothing that the test rejects.
 */
function told(
  method: Method,
  shares: readonly [Share, Share],
  test: Test,
  chance: Ends,
): Pick<Reach, 'method' | 'p' | 'pLeast' | 'arrangements' | 'corrected'> {
  const reached = betweenEnds(...shares);
  const [[x1, n1], [x2, n2]] = [centresOf(shares[0]), centresOf(shares[1])];
  const both = { low: Math.min(reached.low, test.around.low), high: Math.max(reached.high, test.around.high) };
  const p = isApart(both) ? test.p : 1;
  const beyond = shares.some(isBand) ? chance : exactly(0);
  const isClosed = (towards: boolean) => p < level && towards;
  const interval = test.interval && {
    value: x1 / n1 - x2 / n2,
    low: Math.max(-1, Math.min(test.interval.low, both.low, reached.low - (isClosed(both.low > 0) ? 0 : beyond.low))),
    high: Math.min(
      1,
      Math.max(test.interval.high, both.high, reached.high + (isClosed(both.high < 0) ? 0 : beyond.high)),
    ),
  };
  return { method, p, pLeast: Math.min(p, test.pLeast), arrangements: test.arrangements, corrected: interval };
}
