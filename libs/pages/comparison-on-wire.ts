import { type Comparison } from '#contract/comparison.js';
import { type Difference } from '#domain/comparison/compare.js';
import { alikeInterval } from '#domain/comparison/clusters.js';
import { type Point, type Series } from '#domain/comparison/series.js';
import { addressOf } from '#domain/comparison/side.js';
import { type ComparisonRead } from '#storage/publication/comparison-reader.js';
import { freshnessOf } from './freshness.js';

/** What was compared, as the page is answered. */
export function comparisonOnWire(
  indicator: Comparison['indicator'],
  { compared, change, window, freshness }: ComparisonRead,
): Comparison {
  const { series, latest, ...rest } = compared;
  return {
    ...{ indicator, window, ...rest, change: change && { ...change, sites: [...change.sites] } },
    ...{
      freshness: freshnessOf(freshness),
      series: series.map((each, place) => seriesOnWire(each, effectOf(latest, place))),
    },
    latest: latest && differenceOnWire(latest, series),
  };
}

/** How many people of a side tell as much as one drawn by lot; null where that is not known, and of those beside. */
const effectOf = (latest: Difference | null, place: number): number | null =>
  latest?.reach.designEffect?.[place] ?? null;

const betweenSites = ({ outcome }: Point, effect: number | null) =>
  effect === null ? null : alikeInterval(outcome, effect);

function seriesOnWire({ side, points, sites }: Series, effect: number | null): Comparison['series'][number] {
  const { kind, key, name, place, position, launch, mixed } = side;
  return {
    ...{ side: addressOf(side), kind, key, name, place, position, launch, mixed, sites },
    points: points.map((point) => {
      const { week, weekEnd, outcome } = point;
      return { week, weekEnd, ...outcome, betweenSites: betweenSites(point, effect) };
    }),
  };
}

function differenceOnWire(latest: Difference, series: readonly Series[]): NonNullable<Comparison['latest']> {
  const { pair, caseMix, difference } = latest;
  const { atMost: _, ...reach } = latest.reach;
  const at = (place: 0 | 1) => {
    const { week, weekEnd, outcome } = pair[place];
    const interval = betweenSites(pair[place], effectOf(latest, place));
    return { side: addressOf(series[place]!.side), week, weekEnd, rate: outcome, betweenSites: interval };
  };
  return {
    ...{ first: at(0), second: at(1), difference },
    reach: {
      ...reach,
      clusters: [...reach.clusters],
      hidden: [...reach.hidden],
      designEffect: reach.designEffect && [...reach.designEffect],
      effectiveN: reach.effectiveN && [...reach.effectiveN],
    },
    caseMix: caseMix && {
      strata: caseMix.strata.map(({ size, weight, rate, counts }) => ({
        ...{ size, weight: [...weight], rate: [...rate], counts: [...counts] },
      })),
      days: [...caseMix.days],
      ...{ comparable: [...caseMix.comparable], standardised: [...caseMix.standardised] },
      ...{ split: caseMix.split, title: caseMix.title, sentence: caseMix.sentence },
    },
  };
}
