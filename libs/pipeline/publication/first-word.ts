import { type DataSource } from 'typeorm';
import { weekEndOf } from '#domain/calendar/day.js';
import { lockOrganization } from '#storage/database.js';
import { unpublishedSurveys } from '#storage/declared/survey.repository.js';
import { horizonOf, organizationById } from '#storage/organization/organization.js';
import { awaitsWord, foundedOn, giveWord } from '#storage/publication/first-word.js';
import { isActivitySettled } from '#storage/publication/is-settled.js';
import { mayCloseFrom } from '#storage/publication/week-is-over.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { publishSurveys } from './publish-surveys.js';

/**
 * Whether weeks are counted and published. A new organisation of real people waits until somebody says that everything
 * is in: what comes until then is counted as if it had come in one file. Nobody need say so once the first week that was
 * lived since the founding may close. `now` is the wall clock.
 */
export function mayPublish(work: DataSource, organizationId: string, now: Date): Promise<boolean> {
  return withinOrganization(organizationId, async () => {
    if (!(await awaitsWord(work, organizationId))) return true;
    const organization = await organizationById(work, organizationId);
    const lived = weekEndOf(await foundedOn(work, organizationId));
    if ((horizonOf(organization) ?? '') < lived) return false;
    if (now < (await mayCloseFrom(work.manager, organization, lived))) return false;
    if (!(await isActivitySettled(work.manager, organizationId, lived))) return false;
    await work.transaction((tx) => giveWord(tx, organizationId, null, { why: 'week_closed' }));
    return true;
  });
}

/** Surveys whose answers came before the word. Safe to repeat. */
export function publishHeldSurveys(work: DataSource, organizationId: string, now: Date): Promise<void> {
  return withinOrganization(organizationId, () =>
    work.transaction(async (tx) => {
      const { class: kind } = await organizationById(tx, organizationId);
      if (kind !== 'personal') return;
      await lockOrganization(tx, organizationId);
      await publishSurveys(tx, organizationId, await unpublishedSurveys(tx, organizationId), now);
    }),
  );
}
