import { type DataSource } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { type Window, windows } from '#domain/calendar/windows.js';
import { type Base } from '#domain/indicators/base.js';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { type ExactCounts, exactOutcome } from '#domain/indicators/exact.js';
import { populationOf } from '#domain/indicators/rows.js';
import { countExactly, type ExactSlice } from '#storage/exact/exact.repository.js';
import { type ExactSlicing } from '#storage/exact/exact.sql.js';
import { type OrganizationFacts } from '#storage/organization/organization.js';
import { SteeringRepository } from '#storage/steering/steering.repository.js';
import { type ExactQuery, type ExactRow, numbersOf } from './exact-row.js';
import { addFurtherCounts } from './further-counts.js';
import { lagRows, retentionRows } from './lasting-rows.js';
import { type ExactWindow, type Period, periodsBetween } from './periods.js';
import { plannedPeople } from './planned-people.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/** Counts straight from activity, person by person, at any node size. For whoever holds the database, never over HTTP. */
export async function exactRows(
  work: DataSource,
  organization: OrganizationFacts,
  query: ExactQuery,
): Promise<ExactRow[]> {
  return withinOrganization(organization.id, async () => {
    const rows: ExactRow[] = [];
    const cohorts = query.indicators.filter((key) => indicatorOf(key).frame === 'cohort');
    for (const key of cohorts)
      rows.push(...(await work.transaction((tx) => retentionRows(tx, organization, key, query))));
    const waves = new Map((await new SteeringRepository(work).waves(organization.id)).map((wave) => [wave.key, wave]));
    rows.push(...(await lagRows(work, organization, query, waves)));
    for (const [window, keys] of byWindow(query)) {
      for (const period of periodsBetween(window, query.from, query.to)) {
        const counted = await countPeriod(work, organization.id, query.by, period);
        const { slices, whole } = counted;
        await work.transaction(async (tx) => {
          await addFurtherCounts(tx, organization, { slices, by: query.by, period, keys, waves });
          if (whole && query.by !== 'organisation')
            await addFurtherCounts(tx, organization, { slices: [whole], by: 'organisation', period, keys, waves });
        });
        const published = windows.find((days) => String(days) === window) ?? null;
        const others = await countAlso(work, organization.id, query.by, period.to, keys, window);
        for (const key of keys) {
          for (const slice of counted.slices) {
            const plan = plannedPeople(slice, query.by, waves, period.to);
            rows.push({
              ...{ indicator: key, slice: slice.slice === '' ? organization.slug : slice.slice, periodEnd: period.to },
              window: indicatorOf(key).frame === 'state' ? 'state' : window,
              ...numbersOf(
                exactOutcome(key, { ...countsOf(key, slice, counted, others, query.by, plan), window: published }),
              ),
            });
          }
        }
      }
    }
    return rows;
  });
}

/** The slices of one period, and the organisation whole. */
interface CountedPeriod {
  slices: ExactSlice[];
  whole: ExactSlice | undefined;
}

function countPeriod(
  work: DataSource,
  organizationId: string,
  by: ExactSlicing,
  { from, to }: Period,
): Promise<CountedPeriod> {
  return work.transaction((tx) => countExactly(tx, organizationId, by, from, to));
}

/** The windows that some indicators read beside their own, up to the same day. */
async function countAlso(
  work: DataSource,
  organizationId: string,
  by: ExactSlicing,
  to: Day,
  keys: readonly IndicatorKey[],
  window: ExactWindow,
): Promise<Map<Window, CountedPeriod>> {
  const found = new Map<Window, CountedPeriod>();
  for (const days of new Set(keys.flatMap((key) => indicatorOf(key).alsoWindows ?? []))) {
    if (String(days) === window) continue;
    found.set(days, await countPeriod(work, organizationId, by, { from: addDays(to, 1 - days), to }));
  }
  return found;
}

function byWindow(query: ExactQuery): Map<ExactWindow, IndicatorKey[]> {
  const found = new Map<ExactWindow, IndicatorKey[]>();
  for (const key of query.indicators) {
    const indicator = indicatorOf(key);
    if (indicator.frame === 'cohort' || indicator.frame === 'lag') continue;
    const window = query.window ?? (String(indicator.defaultWindow ?? 7) as ExactWindow);
    found.set(window, [...(found.get(window) ?? []), key]);
  }
  return found;
}

/** Whom rates divide by (rules 3.5), from the whole organisation. */
function baseOf(whole: ExactSlice | undefined): Base {
  if (Number(whole?.['everyone.state.invited'] ?? 0) > 0) return 'invited';
  return Number(whole?.['everyone.state.opened'] ?? 0) > 0 ? 'opened' : 'headcount';
}

function countsOf(
  key: IndicatorKey,
  slice: ExactSlice,
  { whole = slice }: CountedPeriod,
  others: ReadonlyMap<Window, CountedPeriod>,
  by: ExactSlicing,
  plan: number | null,
): ExactCounts {
  // A level is a population of the whole organisation: what it is compared with lies outside of it.
  const level = by === 'level' ? slice.slice : null;
  return {
    base: baseOf(whole),
    plan,
    count: (population, frame, measure, days) => {
      const other = days && others.get(days);
      const own = other ? other.slices.find((found) => found.slice === slice.slice) : slice;
      const all = other ? other.whole : whole;
      const column = `${frame}.${measure}` as const;
      // Of a level, those of the base are counted within it.
      const [whose, group = 'everyone'] = population.split(' & ');
      if (level !== null && whose === level && level !== 'others') return known(own?.[`${group}.${column}`]);
      return known((level === null ? own : all)?.[`${population}.${column}`]);
    },
    ...(level === null ? {} : { population: populationOf(key, level) }),
  };
}

const known = (count: number | undefined) => count ?? null;
