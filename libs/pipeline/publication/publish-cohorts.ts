import { type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { bandOf, type Interval } from '#domain/mask/bands.js';
import { publishPartition } from '#domain/mask/publish-partition.js';
import { countCohorts } from '#storage/measures/measures.repository.js';
import { type OrganizationFacts } from '#storage/organization/organization.js';
import {
  activeInWeek,
  type CohortMeasure,
  cohortMeasures,
  lastClosedSunday,
  lastCohortWeek,
  type PublishedCohort,
  replaceCohorts,
} from '#storage/publication/publish.repository.js';
import { type PublicationRules } from './shelf.js';

/**
 * Counts retention again and publishes it up to the last complete Sunday, in the transaction that also takes away the
 * last mark that asked for it: killed before its end, both are done again. Of real people it publishes closed weeks
 * only, each once: what a later change would add is about few. Safe to repeat.
 */
export async function publishCohorts(
  tx: EntityManager,
  organization: OrganizationFacts,
  lastSunday: Day | null,
): Promise<void> {
  if (lastSunday === null) return;
  const { id } = organization;
  await countCohorts(tx, id, lastSunday);
  const counted = await cohortMeasures(tx, id);
  const totals = await activeInWeek(tx, id);
  if (organization.class !== 'personal')
    return replaceCohorts(tx, id, maskCohorts(counted, totals, organization), null);
  const closed = await lastClosedSunday(tx, id);
  if (closed === null) return;
  const known = await lastCohortWeek(tx, id);
  const rows = maskCohorts(
    counted.filter((row) => weekOf(row) <= closed),
    totals,
    organization,
  );
  await replaceCohorts(
    tx,
    id,
    rows.filter((row) => known === null || weekOf(row) > known),
    known,
  );
}

/** Monday of the week that a row of retention speaks of. */
const weekOf = ({ cohort, lag }: { cohort: Day; lag: number }) => addDays(cohort, lag * 7);

/** Neighbouring cohorts that are read together. */
interface Group {
  first: Day;
  last: Day;
  people: number;
}

/**
 * Weeks of arrival joined to the next until they hold k people. In each calendar week the cohorts that had arrived by
 * then are the parts of everyone who had; `totals` is what each Sunday says of the people active in its week.
 */
export function maskCohorts(
  rows: readonly CohortMeasure[],
  totals: ReadonlyMap<Day, Interval>,
  rules: PublicationRules,
): PublishedCohort[] {
  const groups = joined(rows, rules.k);
  const byKey = new Map(rows.map((row) => [`${row.cohort}/${row.lag}`, row]));
  const weeks = [...new Set(rows.map((row) => addDays(row.cohort, row.lag * 7)))].sort();
  const published: PublishedCohort[] = [];
  for (const week of weeks) {
    const arrived = groups.filter((group) => group.last <= week);
    const measures = arrived.map((group) => measureOf(group, week, byKey));
    const intervals = partition(measures, totals.get(addDays(week, 6)), rules);
    arrived.forEach((group, index) => {
      const [measure, active] = [measures[index]!, intervals[index]];
      if (!active || measure.people < rules.k) return;
      const lag = Math.round((Date.parse(week) - Date.parse(group.first)) / 604_800_000);
      published.push({
        cohort: group.first,
        cohortEnd: group.last,
        lag,
        people: [measure.people, measure.people],
        active,
      });
    });
  }
  return published;
}

function joined(rows: readonly CohortMeasure[], k: number): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  for (const row of rows.filter(({ lag }) => lag === 0)) {
    open = open
      ? { first: open.first, last: row.cohort, people: open.people + row.people }
      : { first: row.cohort, last: row.cohort, people: row.people };
    if (open.people < k) continue;
    groups.push(open);
    open = null;
  }
  const lastGroup = groups.at(-1);
  if (open && lastGroup)
    groups[groups.length - 1] = { first: lastGroup.first, last: open.last, people: lastGroup.people + open.people };
  return groups;
}

function measureOf(
  group: Group,
  week: Day,
  rows: ReadonlyMap<string, CohortMeasure>,
): { people: number; active: number } {
  const sum = { people: 0, active: 0 };
  for (let cohort = group.first; cohort <= group.last; cohort = addDays(cohort, 7)) {
    const row = rows.get(`${cohort}/${Math.round((Date.parse(week) - Date.parse(cohort)) / 604_800_000)}`);
    sum.people += row?.people ?? 0;
    sum.active += row?.active ?? 0;
  }
  return sum;
}

/** Published number of active people of each cohort in one week; `total` is what the week says of everyone, if it does. */
function partition(
  cohorts: readonly { people: number; active: number }[],
  total: Interval | undefined,
  rules: PublicationRules,
): (Interval | null)[] {
  if (!rules.bands) return cohorts.map(({ active }) => [active, active]);
  const sum = (of: 'people' | 'active') => cohorts.reduce((all, cohort) => all + cohort[of], 0);
  const own = bandOf(sum('active'), sum('people'), rules);
  // Somebody who was away for long may be active without a known arrival: then the week speaks of others too.
  const whole = total && total[0] <= sum('active') && sum('active') <= total[1] ? total : own;
  const parts = cohorts.map(({ people, active }) => ({ people, value: active }));
  return publishPartition(parts, whole, rules.k) ?? cohorts.map(() => null);
}
