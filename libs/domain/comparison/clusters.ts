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
import { type Unit, unitOf, unitsOf } from './units.js';

/** One entity at the middle of what is published of it, with the ends of its counts and of its rate. */
export interface Site extends Cluster, Share {
  rates: Interval;
}

/** The units of a side (a site, an entity), as far as each is published. */
export interface SideClusters<Kind extends Cluster = Site> {
  byPlace: ReadonlyMap<string, Kind>;
  unit: Unit;
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

/** The units of a side with their people and how many of them did it. `side.board` holds that week. */
export const clustersOf = (side: Sided, key: IndicatorKey, weekEnd: Day, window: Window | null): SideClusters => ({
  ...readAt(side, unitsOf(side, weekEnd), key, weekEnd, window),
  unit: unitOf(side),
});

/** Its smallest published places, each by itself, whatever site they lie in. */
export const placesOf = (side: Sided, key: IndicatorKey, weekEnd: Day, window: Window | null): SideClusters => {
  const places = new Map(leavesOf(side, weekEnd).map((place) => [place, [place]]));
  return { ...readAt(side, places, key, weekEnd, window), unit: 'entity' };
};

type Sided = Pick<Side, 'board' | 'slice'>;

function readAt(
  { board, slice }: Sided,
  units: ReadonlyMap<string, string[]>,
  key: IndicatorKey,
  weekEnd: Day,
  window: Window | null,
): Omit<SideClusters, 'unit'> {
  const byPlace = new Map<string, Site>();
  for (const [unit, places] of units) {
    const one = { ...slice, places: () => places };
    const share = shareOf(outcomeAt(board.publication, board.rules, key, one, weekEnd, window));
    if (!share || share.denominator.low <= 0) continue;
    byPlace.set(unit, siteOf(share));
  }
  return { byPlace, weekEnd, hidden: units.size - byPlace.size };
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
