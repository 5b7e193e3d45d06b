import { type Sentence, sentence } from '../sentences/sentence.js';
import { kitagawa } from '../statistics/kitagawa.js';
import { type Standardised, standardise } from '../statistics/standardisation.js';
import { roundedParts } from '../statistics/rounded-parts.js';
import { type Cluster } from '../statistics/cluster.js';
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
}

/** What makes the gap that is shown, as shares: the parts add up to `total`. */
interface GapParts {
  /** The gap shown: first side less second, each as a whole. */
  total: number;
  mix: number;
  behaviour: number;
  /** What sites read one by one leave unsaid: they publish bands, on another Sunday, or not at all. */
  rest: number;
}

/** The difference at equal mix of site sizes, and what of it the mix explains (kpis M8). */
export interface CaseMix {
  strata: CaseMixStratum[];
  /** Each side with the mix of both together, over the sizes that both have. */
  standardised: readonly [Standardised, Standardised];
  split: GapParts;
  title: Sentence;
  sentence: Sentence;
}

interface Total {
  events: number;
  size: number;
}

/**
 * `gap`: the one that is shown of both sides as wholes. Null unless both sides have people of at least one kind in common
 * and there is more than one kind.
 */
export function caseMixOf(clusters: readonly [SideClusters, SideClusters], gap: number): CaseMix | null {
  const sides = [totals(clusters[0]), totals(clusters[1])] as const;
  const people = sides.map((side) => sizeClasses.reduce((sum, { key }) => sum + side[key].size, 0));
  const present = sizeClasses.filter(({ key }) => sides.some((side) => side[key].size > 0));
  if (present.length < 2 || !present.some(({ key }) => sides.every((side) => side[key].size > 0))) return null;
  const strata = present.map(({ key }): CaseMixStratum => {
    const rate = (side: 0 | 1) => (sides[side][key].size > 0 ? sides[side][key].events / sides[side][key].size : null);
    const weight = (side: 0 | 1) => sides[side][key].size / people[side]!;
    return { size: key, weight: [weight(0), weight(1)], rate: [rate(0), rate(1)] };
  });
  // A size that one side does not have stands in neither figure: they would be those of different people.
  const common = present.filter(({ key }) => sides.every((side) => side[key].size > 0));
  const sizesOf = (kinds: typeof present) =>
    kinds.reduce((sum, { key }) => sum + sides[0][key].size + sides[1][key].size, 0);
  const covered = sizesOf(common) / sizesOf(present);
  const standardised = ([0, 1] as const).map((side) =>
    standardise(common.map(({ key }) => ({ ...sides[side][key], weight: sides[0][key].size + sides[1][key].size }))),
  );
  if (!standardised[0] || !standardised[1]) return null;
  const { mix, behaviour } = kitagawa(
    // From the second to the first, so that the parts add up to the difference shown.
    strata.map(({ weight, rate }) => ({
      weight: [weight[1], weight[0]],
      rate: [rate[1] ?? rate[0]!, rate[0] ?? rate[1]!],
    })),
  );
  const split = { total: gap, mix, behaviour, rest: gap - mix - behaviour };
  return {
    ...{ strata, split, ...sayParts(split) },
    standardised: [
      { ...standardised[0], covered },
      { ...standardised[1], covered },
    ],
  };
}

/** A tenth of a point. */
const shown = 0.001;

function sayParts({ total, ...parts }: GapParts): Pick<CaseMix, 'title' | 'sentence'> {
  const [mix = 0, behaviour = 0, rest = 0] = roundedParts([parts.mix, parts.behaviour, parts.rest], shown);
  return {
    title: sentence('comparison.mix_title', { behaviour }),
    sentence: sentence(Math.abs(rest) < shown / 2 ? 'comparison.mix' : 'comparison.mix_rest', {
      ...{ total, mix, behaviour, rest },
    }),
  };
}

function totals({ byPlace }: SideClusters): Record<SizeClass, Total> {
  const found: Record<SizeClass, Total> = {
    small: { events: 0, size: 0 },
    medium: { events: 0, size: 0 },
    large: { events: 0, size: 0 },
  };
  for (const { events, size } of byPlace.values()) {
    const total = found[classOf({ events, size })];
    total.events += events;
    total.size += size;
  }
  return found;
}

const classOf = ({ size }: Cluster): SizeClass => sizeClasses.find(({ below }) => size < below)!.key;
