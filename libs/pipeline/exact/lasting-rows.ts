import { type DataSource, type EntityManager } from 'typeorm';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { exactOutcome } from '#domain/indicators/exact.js';
import { type Wave } from '#domain/rollout/wave.js';
import { retentionExactly } from '#storage/exact/exact.repository.js';
import { horizonOf, type OrganizationFacts } from '#storage/organization/organization.js';
import { exactLags } from './exact-lags.js';
import { type ExactQuery, type ExactRow, numbersOf } from './exact-row.js';
import { periodsBetween } from './periods.js';

/** How long things took, as of every Sunday of the range that the organisation's data covers. */
export async function lagRows(
  work: DataSource,
  organization: OrganizationFacts,
  query: ExactQuery,
  waves: ReadonlyMap<string, Wave>,
): Promise<ExactRow[]> {
  const asked = query.indicators.flatMap((indicator) => {
    const { lag } = indicatorOf(indicator);
    return lag ? [{ indicator, lag }] : [];
  });
  const horizon = horizonOf(organization);
  if (asked.length === 0 || horizon === null) return [];
  const kinds = asked.map(({ lag }) => lag);
  const rows: ExactRow[] = [];
  for (const { to } of periodsBetween('7', query.from, query.to < horizon ? query.to : horizon)) {
    for (const { slice, bins } of await exactLags(work, organization.id, query.by, to, kinds, waves)) {
      const row = { slice: slice === '' ? organization.slug : slice, periodEnd: to, window: 'state' as const };
      for (const { indicator, lag } of asked) {
        const counts = { base: 'headcount' as const, count: () => null, lags: bins.get(lag) ?? null };
        rows.push({ indicator, ...row, ...numbersOf(exactOutcome(indicator, counts)) });
      }
    }
  }
  return rows;
}

/** K11: every cohort of the range, and every week since, up to the horizon. */
export async function retentionRows(
  tx: EntityManager,
  organization: OrganizationFacts,
  key: IndicatorKey,
  query: ExactQuery,
): Promise<ExactRow[]> {
  const horizon = horizonOf(organization);
  if (horizon === null || query.by !== 'organisation') return [];
  const cohorts = await retentionExactly(tx, organization.id, horizon);
  return cohorts
    .filter(({ cohort }) => cohort >= query.from && cohort <= query.to)
    .map(({ cohort, lag, people, active }) => {
      const outcome = exactOutcome(key, { base: 'headcount', count: () => null, cohort: { people, active } });
      return {
        indicator: key,
        slice: organization.slug,
        periodEnd: horizon,
        window: 'state',
        ...numbersOf(outcome),
        cohort,
        lag,
      };
    });
}
