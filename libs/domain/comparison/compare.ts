import { addDays } from '../calendar/day.js';
import { type Shock } from '../declared/action.js';
import { differenceOver, type Estimate } from '../statistics/two-proportions.js';
import { type CaseMix, caseMixOf } from './case-mix.js';
import { type SideClusters } from './clusters.js';
import { judge, type Judgement, nothingShared, refuseSame } from './judgement.js';
import { type Reach, reachOf } from './reach.js';
import { type Alignment, lastPair, type Point, type Series, shareOf } from './series.js';
import { type FollowUp, unevenShock } from './shock.js';
import { isSameSide, leavesOf, relationOf, type Side } from './side.js';

/** First side less second, at the last week that both have, and how far that reaches. */
export interface Difference {
  pair: readonly [Point, Point];
  /** As a share, with Newcombe's 95 % interval between people over both ends of what is published. */
  difference: Estimate;
  reach: Reach;
  caseMix: CaseMix | null;
}

export interface Compared extends Judgement {
  series: Series[];
  align: Alignment;
  latest: Difference | null;
}

/**
 * Compares the first two series; the others are only drawn. `clusters`: the entities of both at the weeks of `lastPair`,
 * null without one; `shocks`: those that the organisations of the sides declared.
 */
export function compare(
  series: Series[],
  align: Alignment,
  clusters: readonly [SideClusters, SideClusters] | null,
  shocks: readonly Shock[],
): Compared {
  const [first, second] = series;
  if (first && second && isSameSide(first.side, second.side))
    return { series, align, latest: null, ...refuseSame(first.side) };
  const pair = first && second ? lastPair(first, second, align) : null;
  const shares = pair && ([shareOf(pair[0].outcome), shareOf(pair[1].outcome)] as const);
  const difference = shares?.[0] && shares[1] ? differenceOver(shares[0], shares[1]) : null;
  if (!first || !second || !pair || !clusters || !difference)
    return { series, align, latest: null, ...nothingShared([first, second].find((each) => each?.silence)) };
  const relation = relationOf(first.side, second.side);
  const followed = [followUp(first.side, pair[0]), followUp(second.side, pair[1])] as const;
  const shock = relation === 'apart' ? unevenShock(shocks, followed, align === 'launch' ? 'age' : 'days') : null;
  const reach = reachOf(relation, [shares![0]!, shares![1]!], clusters, shock);
  const caseMix = relation === 'apart' ? caseMixOf(clusters, difference.value) : null;
  return {
    ...{ series, align, latest: { pair, difference, reach, caseMix } },
    ...judge([first, second], pair, reach, clusters, align),
  };
}

/** From the launch, or where nothing opened from the beginning of the week shown. */
function followUp(side: Side, { weekEnd }: Point): FollowUp {
  return { from: side.launch ?? addDays(weekEnd, -6), to: weekEnd, entities: entitiesOf(side) };
}

/** Keys of the entities whose people a side counts. */
export function entitiesOf(side: Side): ReadonlySet<string> {
  const { week } = side.board;
  const tree = week === null ? null : side.board.publication.tree(week);
  return new Set(leavesOf(side).flatMap((place) => tree?.place(place)?.entities ?? []));
}
