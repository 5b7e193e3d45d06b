import { type Outcome } from '../indicators/indicator.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { sizesOf } from '../statistics/cluster.js';
import { wholeCentreOf } from '../statistics/interval.js';
import { clustersToDetect } from '../statistics/power.js';
import { type SideClusters } from './clusters.js';
import { fewSites, isDistinct, type Reach } from './reach.js';
import { type Alignment, type Point, type Series } from './series.js';
import { leavesOf } from './side.js';

// A quarter: the novelty of a launch has passed.
const enoughWeeks = 12;
// The gap that a comparison should be able to find when none is seen: five points.
const worthFinding = 0.05;

export interface Judgement {
  /** A plain fact about everyone counted. */
  observed: Sentence;
  /** Whether it can be put down to the side; only this one may say that nothing can be concluded. */
  reach: Sentence;
  /** What would settle it. */
  settle: Sentence;
}

/** The three sentences of a comparison (product M06). */
export function judge(
  series: readonly [Series, Series],
  pair: readonly [Point, Point],
  reach: Reach,
  clusters: readonly [SideClusters, SideClusters],
  align: Alignment,
): Judgement {
  const [one, other] = [series[0].side, series[1].side];
  const names = { first: one.name, firstKind: one.kind, second: other.name, secondKind: other.kind };
  const [first, second] = pair;
  const points = first.outcome.value! - second.outcome.value!;
  const ends = { points, pointsLow: reach.published.low, pointsHigh: reach.published.high };
  const facts = { ...names, ...counted('first', first.outcome), ...counted('second', second.outcome), ...ends };
  const observed =
    one.until !== null || other.until !== null
      ? sentence('comparison.observed_periods', { ...facts, firstDay: first.weekEnd, secondDay: second.weekEnd })
      : align === 'launch'
        ? sentence('comparison.observed', { ...facts, week: first.week, otherWeek: second.week })
        : sentence('comparison.observed_calendar', { ...facts, day: first.weekEnd });
  const week = align === 'launch' ? Math.min(first.week, second.week) : null;
  const waiting = [one, other].find(({ waits }) => waits);
  if (waiting) {
    const name = { name: waiting.name };
    return { observed, reach: sentence('comparison.not_open', name), settle: sentence('comparison.settle_open', name) };
  }
  return {
    observed,
    ...reachSentences(names, points, reach, clusters, { week, left: sitesLeft(series, reach) }),
  };
}

/** Nothing to compare: `silent`, the side that has told nothing for so long that waiting brings nothing. */
export function nothingShared(silent: Series | undefined): Judgement {
  const nothing = sentence('comparison.nothing', {});
  const settle = silent
    ? sentence(`comparison.settle_${silent.silence!}`, { name: silent.side.name, kind: silent.side.kind })
    : sentence('comparison.settle_common_weeks', {});
  return { observed: nothing, reach: nothing, settle };
}

/** A side beside itself: a gap of nothing, told as one, would look like a finding. */
export function refuseSame({ name, kind }: Series['side']): Judgement {
  const same = sentence('comparison.same', { name, kind });
  return { observed: same, reach: same, settle: sentence('comparison.settle_other', {}) };
}

/** Ends of what a side publishes, in people, for the sentence. */
function counted<Side extends string>(side: Side, { numerator, denominator }: Outcome) {
  const of = wholeCentreOf(denominator!);
  return { [`${side}Low`]: numerator!.low, [`${side}High`]: numerator!.high, [`${side}Of`]: of } as Record<
    `${Side}${'Low' | 'High' | 'Of'}`,
    number
  >;
}

interface Names {
  first: string;
  firstKind: string;
  second: string;
  secondKind: string;
}

function reachSentences(
  names: Names,
  gap: number,
  reach: Reach,
  clusters: readonly [SideClusters, SideClusters],
  { week, left }: { week: number | null; left: number },
): Omit<Judgement, 'observed'> {
  const [sites, otherSites] = reach.clusters;
  const facts = { ...names, sites, otherSites, p: reach.p ?? 1, shock: reach.shock ?? '' };
  const weeks = week === null ? 0 : Math.max(0, enoughWeeks - week);
  if (reach.refusal !== null)
    return {
      reach: sentence(`comparison.refused_${reach.refusal}`, facts),
      settle: settleRefusal(reach, left),
    };
  if (isDistinct(reach))
    return {
      reach: sentence('comparison.distinct', facts),
      settle: weeks > 0 ? sentence('comparison.settle_weeks', { weeks }) : sentence('comparison.settled', {}),
    };
  const more = reach.method === 'paired' ? 0 : sitesMissing(gap, reach, clusters);
  const isBlind = reach.corrected === null;
  return {
    reach: isBlind
      ? sentence('comparison.blind', facts)
      : sentence('comparison.noise', { ...facts, detectable: reach.detectable ?? 0 }),
    settle: settleWith(more, left, Math.max(weeks, more === 0 ? 8 : 0)),
  };
}

// Where no site can be added, two more months show whether a gap lasts.
const weeksInstead = 8;

/** More sites, where there are as many; an organisation cannot add those that it does not have. */
const settleWith = (sites: number, left: number, weeks: number): Sentence =>
  sites > left
    ? sentence('comparison.settle_beyond', { sites, left, weeks: Math.max(weeks, weeksInstead) })
    : sentence('comparison.settle_more', { sites, weeks });

/** Smallest places of the organisation of the smaller side that are on neither side. */
function sitesLeft([one, other]: readonly [Series, Series], { clusters }: Reach): number {
  const { side } = clusters[0] <= clusters[1] ? one : other;
  const taken = new Set(
    [one.side, other.side].filter(({ board }) => board === side.board).flatMap((each) => leavesOf(each)),
  );
  const places = side.board.week === null ? [] : side.board.publication.tree(side.board.week).places;
  return places.filter(({ kind, key }) => kind !== 'node' && !taken.has(key)).length;
}

function settleRefusal({ refusal, clusters }: Reach, left: number): Sentence {
  const missing = Math.max(1, fewSites - Math.min(...clusters));
  if (refusal === 'one_site') return settleWith(missing, left, 0);
  if (refusal === 'sites_hidden' || refusal === 'too_wide') return sentence('comparison.settle_block', {});
  if (refusal === 'overlap') return sentence('comparison.settle_apart', {});
  if (refusal === 'shock') return sentence('comparison.settle_calendar', {});
  return settleWith(missing, left, 0);
}

/** Entities that the smaller side lacks to find a gap of the size seen, or one of five points when that is smaller. */
function sitesMissing(gap: number, reach: Reach, clusters: readonly [SideClusters, SideClusters]): number {
  const fewest = Math.min(...reach.clusters);
  const all = clusters.flatMap(({ byPlace }) => [...byPlace.values()]);
  const { mean, cv, people } = sizesOf(all);
  const share = all.reduce((sum, { events }) => sum + events, 0) / people;
  if (reach.icc === null || !(share > 0 && share < 1)) return Math.max(1, fewSites - fewest);
  const needed = clustersToDetect(Math.max(Math.abs(gap), worthFinding), share, { mean, icc: reach.icc, cv });
  return Math.max(1, Math.max(needed, fewSites) - fewest);
}
