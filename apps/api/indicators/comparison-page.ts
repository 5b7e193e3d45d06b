import { Injectable } from '@nestjs/common';
import { type Comparison, type ComparisonQuery, type FunnelPlot, type FunnelQuery } from '#contract/comparison.js';
import { type Difference } from '#domain/comparison/compare.js';
import { alikeInterval } from '#domain/comparison/clusters.js';
import { type Point, type Series } from '#domain/comparison/series.js';
import { addressOf } from '#domain/comparison/side.js';
import { type Reach } from '#domain/comparison/reach.js';
import { Problem } from '#runtime/problem.js';
import { ComparisonReader } from '#storage/publication/comparison-reader.js';
import { type OpenOther, type OrganizationInPath } from '../access/caller.js';
import { freshnessOf } from '#pages/freshness.js';

@Injectable()
export class ComparisonPage {
  constructor(private readonly reader: ComparisonReader) {}

  async read(organization: OrganizationInPath, query: ComparisonQuery, open: OpenOther): Promise<Comparison> {
    const { indicator, compare: sides } = query;
    const { compared, change, window, freshness } = await this.reader.read(
      organization,
      { ...query, sides },
      await organizationsOf(open, sides),
    );
    const { series, latest, ...rest } = compared;
    refuse(query.method, latest?.reach ?? null, change?.refusal ?? null);
    return {
      ...{ indicator, window, ...rest, change: change && { ...change, sites: [...change.sites] } },
      ...{
        freshness: freshnessOf(freshness),
        series: series.map((each, place) => seriesOnWire(each, effectOf(latest, place))),
      },
      latest: latest && differenceOnWire(latest, series),
    };
  }

  async funnel(organization: OrganizationInPath, query: FunnelQuery): Promise<FunnelPlot> {
    const { freshness, ...plot } = await this.reader.funnel(organization, query);
    return { indicator: query.indicator, ...plot, freshness: freshnessOf(freshness) };
  }
}

/** Other organisations named as sides, as far as they are open to the caller. */
async function organizationsOf(open: OpenOther, sides: ComparisonQuery['compare'] = []) {
  const found = new Map<string, OrganizationInPath>();
  for (const { kind, key } of sides) if (kind === 'organisation') found.set(key, await open(key));
  return found;
}

const words = new Map([
  ['order', '`since` is to be a Sunday before the last one that both sides tell'],
  ['too_few_sites', 'too few entities tell both Sundays'],
]);

/** A method that was asked for by name and does not hold is an error, not another number. */
function refuse(asked: ComparisonQuery['method'], reach: Reach | null, changeRefusal: string | null): void {
  if (asked === undefined) return;
  if (asked === 'two_proportions')
    throw new Problem(
      'method_refused',
      422,
      'People of an entity resemble each other: a plain test of two proportions across entities would find gaps that are none.',
    );
  const reason =
    asked === 'difference_in_differences'
      ? changeRefusal
      : reach?.method === asked
        ? null
        : (reach?.refusal ?? 'other');
  if (reason !== null)
    throw new Problem(
      'method_refused',
      422,
      `“${asked}” does not hold here (${words.get(reason) ?? reason}); without it the valid one is used.`,
    );
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
