import { Injectable } from '@nestjs/common';
import { type Comparison, type ComparisonQuery, type FunnelPlot, type FunnelQuery } from '#contract/comparison.js';
import { type Reach } from '#domain/comparison/reach.js';
import { Problem } from '#runtime/problem.js';
import { ComparisonReader } from '#storage/publication/comparison-reader.js';
import { type OpenOther, type OrganizationInPath } from '../access/caller.js';
import { comparisonOnWire } from '#pages/comparison-on-wire.js';
import { freshnessOf } from '#pages/freshness.js';

@Injectable()
export class ComparisonPage {
  constructor(private readonly reader: ComparisonReader) {}

  async read(organization: OrganizationInPath, query: ComparisonQuery, open: OpenOther): Promise<Comparison> {
    const { indicator, compare: sides } = query;
    const read = await this.reader.read(organization, { ...query, sides }, await organizationsOf(open, sides));
    refuse(query.method, read.compared.latest?.reach ?? null, read.change?.refusal ?? null);
    return comparisonOnWire(indicator, read);
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
