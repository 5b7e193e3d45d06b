import { type DataSource, type EntityManager } from 'typeorm';
import { addDays, type Day, mondayOf, weekEndOf } from '#domain/calendar/day.js';
import { rebuildAdoption } from '#storage/activity/adoption.repository.js';
import { maskOf } from '#storage/measures/mask.repository.js';
import { horizonOf, type OrganizationFacts } from '#storage/organization/organization.js';
import { buildActivity } from './activity/build-activity.js';
import { measureWeeks } from './measures/measure-weeks.js';
import { mayPublish, publishHeldSurveys } from './publication/first-word.js';
import { publishCohorts } from './publication/publish-cohorts.js';
import { publishFirstPlan } from './publication/first-plan.js';
import { publishLags } from './publication/publish-lags.js';
import { isDue, publishWeek } from './publication/publish-week.js';

export type Stage = 'activity' | 'measures';
export type Progress = (stage: Stage, done: number, total: number) => void;

/** The last Sunday that the organisation's data covers whole; null before the first. */
export function lastCompleteSunday(organization: OrganizationFacts): Day | null {
  const horizon = horizonOf(organization);
  if (horizon === null) return null;
  const sunday = weekEndOf(horizon);
  return sunday === horizon ? sunday : addDays(sunday, -7);
}

/** What looks at all weeks at once: retention, and how long things take. */
export async function publishLasting(tx: EntityManager, organization: OrganizationFacts): Promise<void> {
  const last = lastCompleteSunday(organization);
  await publishCohorts(tx, organization, last);
  await publishLags(tx, organization, last);
}

/**
 * A closed publication is a record: later changes are counted, and wait for the next restatement. An unfinished week of
 * real people waits for the night.
 */
async function isOpen(tx: EntityManager, organization: OrganizationFacts, sunday: Day, now: Date): Promise<boolean> {
  if (!(await isDue(tx, organization, sunday, now))) return false;
  if (organization.class === 'personal' && sunday > (lastCompleteSunday(organization) ?? '')) return false;
  return !(await maskOf(tx, organization.id, sunday))?.closed;
}

/**
 * Measures every marked week, newest first, and publishes each that is due in the transaction that counted it; nothing
 * before the word that everything is in.
 */
export async function measureAndPublish(
  work: DataSource,
  organizationId: string,
  now: Date,
  progress?: Progress,
  stop?: AbortSignal,
): Promise<Day[]> {
  if (!(await mayPublish(work, organizationId, now))) return [];
  await publishHeldSurveys(work, organizationId, now);
  return measureWeeks(work, organizationId, {
    now,
    ...(stop ? { stop } : {}),
    counted: async (tx, organization, sunday) => {
      if (await isOpen(tx, organization, sunday, now)) await publishWeek(tx, organization, sunday, now);
      else await publishFirstPlan(tx, organization, sunday, now);
    },
    ended: async (tx, organization, first) => {
      const weeks = { from: mondayOf(first), until: mondayOf(horizonOf(organization) ?? first) };
      await rebuildAdoption(tx, organization.id, weeks);
      await publishLasting(tx, organization);
    },
    progress: (done, total) => progress?.('measures', done, total),
  });
}

/** From dirty marks to publications, in this process: what the worker's jobs do one after the other. */
export async function refresh(work: DataSource, organizationId: string, now: Date, progress?: Progress): Promise<void> {
  await buildActivity(work, organizationId, (done, total) => progress?.('activity', done, total));
  await measureAndPublish(work, organizationId, now, progress);
}
