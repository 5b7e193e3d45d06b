import { type Day } from '#domain/calendar/day.js';
import { exactRows } from '#pipeline/exact/exact-rows.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { createLogger } from '#runtime/logger.js';
import { rowsOf } from '#storage/database.js';
import { leftOver } from '#storage/left-over/left-over.js';
import { maskOf } from '#storage/measures/mask.repository.js';
import { organizationById } from '#storage/organization/organization.js';
import { countAnew } from '../../work.command.js';
import { type Side } from './check-ledger.js';
import { digests, measuredPeople, storedWeeks } from './derived.js';
import { type DoomedEssor } from './doomed-essor.js';
import { compare, type Finding, told } from './finding.js';
import { Recount } from './recount.js';
import { until } from './until.js';

/** I7: until nothing is left to do and no job waits or runs; what is left after all that time. */
export async function checkSettled(essor: DoomedEssor, seconds: number): Promise<Finding[]> {
  const queue = new JobQueue(essor.queuePlace, createLogger({ LOG_LEVEL: 'silent' }, 'api'));
  let left: string[] = [];
  const look = async () => {
    const work = Object.entries<readonly unknown[]>({ ...(await leftOver(essor.owner)) }).filter(
      ([, some]) => some.length > 0,
    );
    const marks = await rowsOf(essor.owner, `select from dirty_day union all select from dirty_week`);
    // The next sweep always waits.
    const jobs = Object.entries(await queue.counts()).filter(
      ([name, { waiting = 0, active = 0, delayed = 0 }]) => waiting + active + (name === 'sweep' ? 0 : delayed) > 0,
    );
    left = [...work.map(([what]) => what), ...jobs.map(([name, counts]) => `${name} ${JSON.stringify(counts)}`)];
    if (marks.length > 0) left.push(`${marks.length} marks`);
    return left.length === 0;
  };
  try {
    await until('nothing to be left', look, seconds);
    return [];
  } catch {
    return told('I7', 'left to do', left);
  } finally {
    await queue.close();
  }
}

/** I6: what one company is told is what its client counts. The processes have ended. */
export async function checkCounts(essor: DoomedEssor, { found, ledger }: Side): Promise<Finding[]> {
  const { company, organizationId } = found;
  const { owner } = essor;
  const recount = new Recount(company, ledger.read());
  const weeks = await storedWeeks(owner, organizationId, recount.actors);
  return [
    ...compare('I6', 'weeks of people', weeks, Object.fromEntries(recount.weeks)),
    ...compare(
      'I6',
      'cells of people',
      await measuredPeople(owner, organizationId),
      await byCell(essor, recount, found),
    ),
    ...compare('I6', 'exact rows', await exact(essor, recount, found), bySite(recount, found)),
  ];
}

/** I5: `recompute` counts everything anew, and comes to the same. The processes have ended. */
export async function checkRebuild(essor: DoomedEssor): Promise<Finding[]> {
  const before = await digests(essor.owner);
  const empty = ['published_count', 'measure_cohort'].filter((table) => before[table]?.startsWith('0 rows'));
  for (const { organizationId } of essor.companies)
    await countAnew(essor.owner, await organizationById(essor.owner, organizationId), null);
  return [...told('I5', 'empty', empty), ...compare('I5', 'tables counted anew', await digests(essor.owner), before)];
}

async function byCell(
  { owner }: DoomedEssor,
  recount: Recount,
  { company, organizationId }: Side['found'],
): Promise<Record<string, number[]>> {
  const counts: Record<string, number[]> = {};
  for (const sunday of company.weekEnds) {
    const { nodes } = (await maskOf(owner.manager, organizationId, sunday)) ?? { nodes: [] };
    for (const days of [7, 28]) {
      const found = (['login', 'act', 'active'] as const).map((what) => recount.distinct(what, sunday, days));
      for (const { key, entities } of nodes.filter((node) => node.kind !== 'node')) {
        const people = found.map((some) => sum(entities.map((site) => some.get(site) ?? 0)));
        if (sum(people) > 0) counts[`${sunday}/${days}/${key}`] = people;
      }
    }
  }
  return counts;
}

/** The last two Sundays on which something was still told. */
const lastSundays = ({ company }: Side['found'], recount: Recount): Day[] =>
  company.weekEnds.filter((sunday) => sunday <= recount.lastDay).slice(-2);

async function exact(
  { owner }: DoomedEssor,
  recount: Recount,
  found: Side['found'],
): Promise<Record<string, number | null>> {
  const sundays = lastSundays(found, recount);
  const [from, to] = [sundays[0], sundays.at(-1)];
  if (from === undefined || to === undefined) return {};
  const organization = await organizationById(owner, found.organizationId);
  const indicators = ['K04.login', 'K04.act'] as const;
  const asked = { indicators: [...indicators], by: 'entity' as const, window: '7' as const, from, to };
  const rows = await exactRows(owner, organization, asked);
  return Object.fromEntries(rows.map((row) => [`${row.periodEnd}/${row.indicator}/${row.slice}`, row.numerator]));
}

function bySite(recount: Recount, found: Side['found']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const sunday of lastSundays(found, recount)) {
    for (const what of ['login', 'act'] as const) {
      const some = recount.distinct(what, sunday, 7);
      for (const site of found.company.sites) counts[`${sunday}/K04.${what}/${site}`] = some.get(site) ?? 0;
      // Those whom no directory names stand under the top.
      counts[`${sunday}/K04.${what}/${found.company.slug}`] = sum([...some.values()]);
    }
  }
  return counts;
}

const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
