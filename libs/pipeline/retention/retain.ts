import { subDays, subMonths } from 'date-fns';
import { type DataSource } from 'typeorm';
import { type Day, mondayOf } from '#domain/calendar/day.js';
import { retention } from '#domain/purpose/retention.js';
import { lockOrganization } from '#storage/database.js';
import { lockSealing } from '#storage/event/sealing.js';
import { expireHeld } from '#storage/import/held-import.js';
import { organizationById } from '#storage/organization/organization.js';
import * as storage from '#storage/retention/retention.repository.js';

export interface Forgotten {
  sealedBefore: Day | null;
  events: number;
  activityRows: number;
  milestones: number;
  /** Lines of lists of people: participants, answers, voluntary reports. */
  declared: number;
}

/**
 * Ends what must end: entries of the audit log, and for organisations with personal data raw events whose activity is built, then activity, then
 * milestones of those who left. The sealed floor moves in the same transaction. Safe to repeat.
 */
export async function retain(work: DataSource, organizationId: string, now: Date): Promise<Forgotten> {
  // On its own: nobody who writes an entry waits for the rest.
  await storage.forgetAudit(work, organizationId, subMonths(now, retention.auditMonths));
  return work.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const organization = await organizationById(tx, organizationId);
    const { sealedBefore } = organization;
    const nothing: Forgotten = { sealedBefore, events: 0, activityRows: 0, milestones: 0, declared: 0 };
    if (organization.class !== 'personal') return nothing;
    const monthsAgo = (months: number) => mondayOf(dayOf(subMonths(now, months)));
    const declared = await storage.forgetDeclared(tx, organizationId, {
      lists: monthsAgo(retention.activityMonths),
      answers: monthsAgo(retention.answerMonths),
    });
    await expireHeld(tx, organizationId, subDays(now, retention.heldDays));
    const floor = monthsAgo(retention.rawMonths);
    if (await storage.waitsBefore(tx, organizationId, floor)) return { ...nothing, declared };
    // Requests that are being stored would otherwise pass below the new floor.
    await lockSealing(tx, organizationId);
    await storage.seal(tx, organizationId, floor);
    // The last UTC day before the floor still feeds the first local day after it.
    const before = dayOf(subDays(new Date(`${floor}T00:00:00Z`), 1));
    let events = 0;
    for (const month of await storage.monthsBefore(tx, organizationId, before)) {
      events += await storage.forgetMonth(tx, organizationId, month, before);
    }
    const activityFloor = monthsAgo(retention.activityMonths);
    const leftBefore = dayOf(subDays(now, retention.milestoneDaysAfterExit));
    return {
      sealedBefore: floor,
      events,
      declared,
      activityRows:
        (await storage.forgetActivity(tx, organizationId, activityFloor)) +
        (await storage.forgetConversations(tx, organizationId, activityFloor, leftBefore)),
      milestones: await storage.forgetLeavers(tx, organizationId, leftBefore),
    };
  });
}

const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);
