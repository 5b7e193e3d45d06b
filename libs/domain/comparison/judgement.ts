import { type Day, daysBetween } from '../calendar/day.js';
import { type Outcome } from '../indicators/indicator.js';
import { type Pair } from '../sentences/comparison-params.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { wholeCentreOf } from '../statistics/interval.js';
import { isApart } from '../statistics/two-proportions.js';
import { type SideClusters } from './clusters.js';
import { isDistinct, type Reach } from './reach.js';
import { type Alignment, type Point, type Series } from './series.js';
import { namesOf, pairNames } from './side.js';
import { type Comparing, isPaired, settleNoise, settleRefusal } from './settle.js';

// A quarter: the novelty of a launch has passed.
const enoughWeeks = 12;

// Small sides tell a rate every four weeks: a Sunday further back is the last before a silence.
const blockDays = 28;
const isOld = (week: Day | null, weekEnd: Day) => week !== null && daysBetween(weekEnd, week) > blockDays;

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
  const names = pairNames(one, other);
  const [first, second] = pair;
  const points = first.outcome.value! - second.outcome.value!;
  const ends = { points, pointsLow: reach.published.low, pointsHigh: reach.published.high };
  const facts = { ...names, ...counted('first', first.outcome), ...counted('second', second.outcome), ...ends };
  const observed =
    one.until !== null || other.until !== null
      ? sentence('comparison.observed_periods', { ...facts, firstDay: first.weekEnd, secondDay: second.weekEnd })
      : align === 'launch'
        ? sentence('comparison.observed', { ...facts, week: first.week, otherWeek: second.week })
        : sentence('comparison.observed_calendar', {
            ...{ ...facts, day: first.weekEnd },
            old: isOld(one.board.week, first.weekEnd) ? 1 : 0,
          });
  const people = { people: facts.firstOf, otherPeople: facts.secondOf };
  const weeks = align === 'launch' ? Math.max(0, enoughWeeks - Math.min(first.week, second.week)) : 0;
  const waiting = [one, other].find(({ waits }) => waits);
  if (waiting) {
    const { name, nameEn } = namesOf(waiting);
    const named = { name, nameEn };
    return {
      observed,
      reach: sentence('comparison.not_open', named),
      settle: sentence('comparison.settle_open', named),
    };
  }
  return {
    observed,
    ...reachSentences({ ...names, ...people }, reach, { sides: [one, other], clusters, gap: points, weeks }),
  };
}

/** Nothing to compare: `silent`, the side that has told nothing for so long that waiting brings nothing. */
export function nothingShared(silent: Series | undefined): Judgement {
  const nothing = sentence('comparison.nothing', {});
  const settle = silent
    ? sentence(`comparison.settle_${silent.silence!}`, { ...namesOf(silent.side), shorter: 0 })
    : sentence('comparison.settle_common_weeks', {});
  return { observed: nothing, reach: nothing, settle };
}

/** A side beside itself: a gap of nothing, told as one, would look like a finding. */
export function refuseSame(side: Series['side']): Judgement {
  const same = sentence('comparison.same', namesOf(side));
  return { observed: same, reach: same, settle: sentence('comparison.settle_other', {}) };
}

/** Ends of what a side publishes, in people, for the sentence. */
function counted<Side extends string>(side: Side, { numerator, denominator, note }: Outcome) {
  const { low, high } = numerator!;
  const counts = { [`${side}Low`]: low, [`${side}High`]: high, [`${side}Of`]: wholeCentreOf(denominator!) };
  const bound = { [`${side}Bound`]: note === 'base_invited_bounds' ? 1 : 0 };
  return { ...counts, ...bound } as Record<`${Side}${'Low' | 'High' | 'Of'}`, number> & Record<`${Side}Bound`, 0 | 1>;
}

const pairedOf = ({ method }: Reach): { paired: 0 | 1 } => ({ paired: method === 'paired' ? 1 : 0 });

/** Where one side is a single unit, all that the other holds, published or not; of places read twice, those read on both. */
function heldBy({ refusal, clusters, hidden }: Reach, of: Comparing): { sites?: number; otherSites?: number } {
  if (refusal !== 'one_site' || isPaired(of)) return {};
  return { sites: clusters[0] + hidden[0], otherSites: clusters[1] + hidden[1] };
}

type Sized = Pair & { people: number; otherPeople: number };

function reachSentences(names: Sized, reach: Reach, of: Comparing): Omit<Judgement, 'observed'> {
  const [sites, otherSites] = reach.clusters;
  const facts = {
    ...names,
    unit: reach.unit,
    sites,
    otherSites,
    p: reach.p ?? 1,
    shock: reach.shock ?? '',
    ...pairedOf(reach),
  };
  const { weeks } = of;
  if (reach.refusal !== null)
    return {
      reach: sentence(`comparison.refused_${reach.refusal}`, { ...facts, ...heldBy(reach, of) }),
      settle: settleRefusal(reach.refusal, reach, of),
    };
  if (isDistinct(reach))
    return {
      reach: sentence('comparison.distinct', facts),
      settle:
        weeks > 0
          ? sentence('comparison.settle_weeks', { weeks })
          : sentence('comparison.settled', { unit: reach.unit }),
    };
  const seen = { ...facts, detectable: reach.detectable ?? 0 };
  // The people counted leave no doubt who leads; only the bands of single sites do, and that is not chance.
  const isOpen = reach.atMost && reach.p === 1 && isApart(reach.published);
  return {
    reach:
      reach.corrected === null
        ? sentence('comparison.blind', facts)
        : isOpen
          ? sentence('comparison.open', seen)
          : sentence('comparison.noise', seen),
    settle: settleNoise(reach, of),
  };
}
