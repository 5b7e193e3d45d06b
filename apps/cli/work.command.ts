import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { addDays } from '#domain/calendar/day.js';
import { type Progress, refresh } from '#pipeline/refresh.js';
import { markWeeks } from '#storage/activity/dirty.js';
import { execute, rowsOf } from '#storage/database.js';
import { organizationBySlug, type OrganizationFacts } from '#storage/organization/organization.js';
import { unfinishedImports } from '#storage/import/imports.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { hasWorker, type Installation } from './installation.js';
import { answer, CommandError } from './output.js';
import { ProgressBar } from './progress-bar.js';

export interface RecomputeOptions {
  org: string;
  from?: string;
  json?: boolean;
}

/** Rebuilds activity, measures and publications from the ledger and the directory, by the code of the jobs. */
export async function recompute(installation: Installation, options: RecomputeOptions): Promise<number> {
  const work = await installation.as('work');
  const organization = await organizationBySlug(work, options.org);
  const floor = organization.sealedBefore;
  if (options.from && floor && options.from < floor) {
    throw new CommandError(`Days before ${floor} are sealed: their events are gone.`, 'sealed_day');
  }
  const from = options.from ?? floor;
  const bar = new ProgressBar(process.stderr);
  const days = await countAnew(work, organization, from, (stage, done, total) => {
    if (!options.json) bar.show(stage, done, total);
  });
  bar.end();
  answer(options.json, { organization: options.org, days }, () => [`${days} days of events rebuilt`]);
  return 0;
}

/** Everything from that day on, null = all. Returns the number of days that have events. */
export async function countAnew(
  work: DataSource,
  organization: OrganizationFacts,
  from: string | null,
  progress?: Progress,
): Promise<number> {
  const days = await withinOrganization(organization.id, () => markLedger(work, organization, from));
  await refresh(work, organization.id, new Date(), progress);
  return days;
}

async function markLedger(work: DataSource, organization: OrganizationFacts, from: string | null): Promise<number> {
  return work.transaction(async (tx) => {
    const days = await execute(
      tx,
      `insert into dirty_day (organization_id, day)
       select distinct organization_id, day from event where organization_id = $1 and day >= coalesce($2::date, '-infinity')`,
      [organization.id, from && addDays(from, -1)],
    );
    await markWeeks(tx, organization.id, from);
    return days;
  });
}

export interface WaitOptions {
  org?: string;
  timeout: number;
  json?: boolean;
}

/** Until nothing is left to do; with no worker about, does it. Exit code 3 when the time is up. */
export async function waitForWork(installation: Installation, options: WaitOptions): Promise<number> {
  const work = await installation.as('work');
  const end = Date.now() + options.timeout * 1000;
  const organizations = await rowsOf<{ slug: string }>(
    work,
    `select slug from organization where not seeding and ($1::text is null or slug = $1)`,
    [options.org ?? null],
  );
  if (options.org && organizations.length === 0) await organizationBySlug(work, options.org);
  for (const { slug } of organizations) {
    for (;;) {
      const organization = await organizationBySlug(work, slug);
      if (!(await withinOrganization(organization.id, () => isBusy(work, organization)))) break;
      if (Date.now() > end) {
        answer(options.json, { done: false, organization: slug }, () => [
          `${slug}: still working after ${options.timeout} s`,
        ]);
        return 3;
      }
      if (await hasWorker(work)) await pause(250);
      else await refresh(work, organization.id, new Date());
    }
  }
  answer(options.json, { done: true }, () => ['nothing left to do']);
  return 0;
}

async function isBusy(work: DataSource, organization: OrganizationFacts): Promise<boolean> {
  if ((await unfinishedImports(work, organization.id)).length > 0) return true;
  const rows = await rowsOf(
    work,
    `select from dirty_day where organization_id = $1
      union all
     select from dirty_week w join organization o on o.id = w.organization_id
      where o.id = $1 and o.publishes_since is not null and w.week_end < greatest(o.declared_through, o.live_through) + 7
      limit 1`,
    [organization.id],
  );
  return rows.length > 0;
}
