import { type DataSource } from 'typeorm';
import { blockStartOf, type Day } from '#domain/calendar/day.js';
import { lockOrganization } from '#storage/database.js';
import { markOutgrown } from '#storage/measures/mask.repository.js';
import { organizationById } from '#storage/organization/organization.js';
import { isCounted } from '#storage/publication/is-settled.js';
import { weeksToPublish } from '#storage/publication/weeks-to-publish.js';
import { lastCompleteSunday, publishLasting } from '../refresh.js';
import { mayPublish } from './first-word.js';
import { isDue, publishWeek } from './publish-week.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/**
 * Publishes what time alone has made publishable: complete weeks that have closed since they were counted; of an
 * organisation with personal data also the running week, once per night, and closed ones, once per four-week block.
 * `now` is the wall clock. Safe to repeat.
 */
export async function publishDue(work: DataSource, organizationId: string, now: Date): Promise<Day[]> {
  if (!(await mayPublish(work, organizationId, now))) return [];
  return withinOrganization(organizationId, async () => {
    await work.transaction((tx) => markOutgrown(tx, organizationId));
    const organization = await organizationById(work, organizationId);
    const last = lastCompleteSunday(organization);
    const today = now.toISOString().slice(0, 10);
    const waiting = await weeksToPublish(work.manager, organizationId, today, blockStartOf(today));
    const due: Day[] = [];
    for (const sunday of waiting) {
      const isComplete = last !== null && sunday <= last;
      const mayClose = async () =>
        (await isCounted(work.manager, organizationId, sunday)) && isDue(work.manager, organization, sunday, now);
      if (!isComplete || (await mayClose())) due.push(sunday);
    }
    for (const sunday of due) {
      await work.transaction(async (tx) => {
        await lockOrganization(tx, organizationId);
        const facts = await organizationById(tx, organizationId);
        await publishWeek(tx, facts, sunday, now);
        if (sunday === due.at(-1)) await publishLasting(tx, facts);
      });
    }
    return due;
  });
}
