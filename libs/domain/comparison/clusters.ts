import { type Day, endsBlock } from '../calendar/day.js';
import { type Window } from '../calendar/windows.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { outcomeAt } from '../indicators/rows.js';
import { type Cluster } from '../statistics/cluster.js';
import { type Outcome } from '../indicators/indicator.js';
import { type Interval } from '../statistics/interval.js';
import { centresOf, type Share, sharesOver } from '../statistics/two-proportions.js';
import { wilsonOver } from '../statistics/wilson.js';
import { shareOf } from './series.js';
import { leavesOf, type Side } from './side.js';

/** One entity at the middle of what is published of it, with the ends of its counts and of its rate. */
export interface Site extends Cluster, Share {
  rates: Interval;
}

/** The entities of a side, as far as each is published. */
export interface SideClusters<Kind extends Cluster = Site> {
  byPlace: ReadonlyMap<string, Kind>;
  /** The Sunday on which they are read. */
  weekEnd: Day;
  /** Places that do not say their rate that week: in the total of the side, in no test. */
  hidden: number;
}

/**
 * The last Sunday up to `weekEnd` on which small places, too, publish: of windows of four weeks and of states the end of
 * a block (rules 4.6). `weeks` oldest first; without such a week the one asked for.
 */
export function clusterWeek(weeks: readonly Day[], weekEnd: Day, window: Window | null): Day {
  if (window === 7) return weekEnd;
  return weeks.filter((week) => week <= weekEnd && endsBlock(week)).at(-1) ?? weekEnd;
}

/** The smallest published places of a side with their people and how many of them did it. `side.board` holds that week. */
export function clustersOf(
  side: Pick<Side, 'board' | 'slice'>,
  key: IndicatorKey,
  weekEnd: Day,
  window: Window | null,
): SideClusters {
  const { board, slice } = side;
  const places = leavesOf(side, weekEnd);
  const byPlace = new Map<string, Site>();
  for (const place of places) {
    const one = { ...slice, places: () => [place] };
    const share = shareOf(outcomeAt(board.publication, board.rules, key, one, weekEnd, window));
    if (!share || share.denominator.low <= 0) continue;
    byPlace.set(place, siteOf(share));
  }
  return { byPlace, weekEnd, hidden: places.length - byPlace.size };
}

/**
 * The 95 % interval of a share whose people tell as much as one drawn in `effect`, since those of an entity resemble each
 * other (kpis M3), over both ends of what is published; null for what is no share of people.
 */
export function alikeInterval(outcome: Outcome, effect: number): Interval | null {
  const share = shareOf(outcome);
  const among = ({ low, high }: Interval) => ({ low: low / effect, high: high / effect });
  return share && wilsonOver(among(share.numerator), among(share.denominator));
}

/** A share as an entity; its denominator > 0. */
export function siteOf(share: Share): Site {
  const [events, size] = centresOf(share);
  const rates = sharesOver(share).map(([x, n]) => x / n);
  return { ...share, events, size, rates: { low: Math.min(...rates), high: Math.max(...rates) } };
}
