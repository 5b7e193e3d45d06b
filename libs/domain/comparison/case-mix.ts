import { type Day } from '../calendar/day.js';
import { pointDigits } from '../sentences/number-text.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { kitagawa } from '../statistics/kitagawa.js';
import { type Standardised, standardise } from '../statistics/standardisation.js';
import { roundedParts } from '../statistics/rounded-parts.js';
import { type Cluster } from '../statistics/cluster.js';
import { type Interval } from '../statistics/interval.js';
import { type Share, sharesOver } from '../statistics/two-proportions.js';
import { type SideClusters } from './clusters.js';

/** Sizes of places: what the publication lets everybody be sorted by. */
export const sizeClasses = [
  { key: 'small', below: 50 },
  { key: 'medium', below: 200 },
  { key: 'large', below: Infinity },
] as const;
export type SizeClass = (typeof sizeClasses)[number]['key'];

export interface CaseMixStratum {
  size: SizeClass;
  /** Share of the people of each side, 0 to 1. */
  weight: readonly [number, number];
  /** Rate of each side; null where it has nobody of that kind. */
  rate: readonly [number | null, number | null];
  /** The people of that rate, from end to end of what is published. */
  counts: readonly [Share | null, Share | null];
}

/** What makes the gap that is shown, as shares: the parts add up to `total`. */
interface GapParts {
  /** The gap shown: first side less second, each as a whole. */
  total: number;
  /** What people make of it at sites of a size that only one side has: nothing there is compared. */
  apart: number;
  /** What the mix of the sizes that both sides have makes of it. */
  mix: number;
  behaviour: number;
  /** What sites read one by one leave unsaid: they publish bands, on another Sunday, or not at all. */
  rest: number;
}

/** The difference at equal mix of site sizes, and what of it the mix explains (kpis M8). */
export interface CaseMix {
  strata: CaseMixStratum[];
  /** Sundays on which the sites of each side are read. */
  days: readonly [Day, Day];
  /** Share of the people of each side at sites of a size that the other has too: of whom sizes can be compared. */
  comparable: readonly [number, number];
  /** Each side with the mean of both mixes, over the sizes that both have: they differ by `split.behaviour`. */
  standardised: readonly [Standardised, Standardised];
  split: GapParts;
  title: Sentence;
  sentence: Sentence;
}

interface Total extends Cluster, Share {}

/**
 * Splits a gap into people who have no like on the other side, mix and behaviour, over the sizes that both have (common
 * support; Ñopo 2008, Review of Economics and Statistics 90; Kitagawa 1955). `gap`: the one that is shown of both sides as
 * wholes. Null unless both sides have people of at least one size in common and there is more than one size.
 */
export function caseMixOf(clusters: readonly [SideClusters<Total>, SideClusters<Total>], gap: number): CaseMix | null {
  const sides = [totals(clusters[0]), totals(clusters[1])] as const;
  const present = sizeClasses.filter(({ key }) => sides.some((side) => side[key].size > 0));
  const common = present.filter(({ key }) => sides.every((side) => side[key].size > 0));
  if (present.length < 2 || common.length === 0) return null;
  const whole = [sumOf(sides[0], present), sumOf(sides[1], present)] as const;
  const alike = [sumOf(sides[0], common), sumOf(sides[1], common)] as const;
  const rateOf = ({ events, size }: Cluster) => (size > 0 ? events / size : null);
  // From the second to the first, so that the parts add up to the difference shown.
  const splitWith = (rates: (size: SizeClass) => readonly [number, number]) =>
    kitagawa(
      common.map(({ key }) => ({
        weight: [sides[1][key].size / alike[1].size, sides[0][key].size / alike[0].size],
        rate: rates(key),
      })),
    );
  const split = splitWith((key) => [rateOf(sides[1][key])!, rateOf(sides[0][key])!]);
  // All rates of one side at their lowest while those of the other are at their highest, and the other way round.
  const [least, most] = (['low', 'high'] as const).map((end) =>
    splitWith((key) => [ratesOf(sides[1][key])[end === 'low' ? 'high' : 'low'], ratesOf(sides[0][key])[end]]),
  );
  const ends = { low: least!.behaviour, high: most!.behaviour };
  const bySite = rateOf(whole[0])! - rateOf(whole[1])!;
  const parts = { total: gap, apart: bySite - split.total, mix: split.mix, behaviour: split.behaviour };
  const comparable = [alike[0].size / whole[0].size, alike[1].size / whole[1].size] as const;
  const standardised = ([0, 1] as const).map((side) =>
    standardise(
      common.map(({ key }) => ({
        ...sides[side][key],
        weight: (sides[0][key].size / alike[0].size + sides[1][key].size / alike[1].size) / 2,
      })),
    )!,
  );
  const told = { ...parts, rest: gap - bySite };
  return {
    strata: present.map(({ key }) => ({
      size: key,
      weight: [sides[0][key].size / whole[0].size, sides[1][key].size / whole[1].size],
      rate: [rateOf(sides[0][key]), rateOf(sides[1][key])],
      counts: [countsOf(sides[0][key]), countsOf(sides[1][key])],
    })),
    days: [clusters[0].weekEnd, clusters[1].weekEnd],
    ...{ comparable, split: told, ...sayParts(told, ends, comparable, common.length) },
    standardised: [standardised[0]!, standardised[1]!],
  };
}

const countsOf = ({ size, numerator, denominator }: Total): Share | null =>
  size > 0 ? { numerator, denominator } : null;

/** The rate of a size from end to end of what is published of its sites. */
function ratesOf(share: Share): Interval {
  const rates = sharesOver(share).map(([x, n]) => x / n);
  return { low: Math.min(...rates), high: Math.max(...rates) };
}

const sumOf = (side: Record<SizeClass, Total>, kinds: readonly { key: SizeClass }[]): Cluster =>
  kinds.reduce((sum, { key }) => ({ events: sum.events + side[key].events, size: sum.size + side[key].size }), {
    events: 0,
    size: 0,
  });

function sayParts(
  { total, ...parts }: GapParts,
  { low, high }: Interval,
  [firstShared, secondShared]: CaseMix['comparable'],
  sizes: number,
): Pick<CaseMix, 'title' | 'sentence'> {
  // As finely as the gap is written wherever else it stands.
  const digits = pointDigits(total);
  const [apart = 0, mix = 0, behaviour = 0, rest = 0] = roundedParts(
    [parts.apart, parts.mix, parts.behaviour, parts.rest],
    10 ** -(digits + 2),
  );
  return {
    title: sentence('comparison.mix_title', { behaviour, low, high, digits }),
    sentence: sentence('comparison.mix', {
      ...{ total, apart, mix, behaviour, rest, low, high, digits },
      firstShared,
      secondShared,
      sizes,
    }),
  };
}

function totals({ byPlace }: SideClusters<Total>): Record<SizeClass, Total> {
  const nothing = { low: 0, high: 0 };
  const none: Total = { events: 0, size: 0, numerator: nothing, denominator: nothing };
  const found: Record<SizeClass, Total> = { small: none, medium: none, large: none };
  const plus = (one: Interval, other: Interval) => ({ low: one.low + other.low, high: one.high + other.high });
  for (const one of byPlace.values()) {
    const key = classOf(one);
    const all = found[key];
    found[key] = {
      ...{ events: all.events + one.events, size: all.size + one.size },
      ...{ numerator: plus(all.numerator, one.numerator), denominator: plus(all.denominator, one.denominator) },
    };
  }
  return found;
}

const classOf = ({ size }: Cluster): SizeClass => sizeClasses.find(({ below }) => size < below)!.key;
