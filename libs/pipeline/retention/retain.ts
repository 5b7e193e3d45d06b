import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { heldWeek } from '#domain/calendar/first-week.js';
import { retentionFloors, type RetentionFloors } from '#domain/purpose/retention.js';
import { lockOrganization } from '#storage/database.js';
import { lockSealing } from '#storage/event/sealing.js';
import { expireHeld } from '#storage/import/held-import.js';
import { organizationById } from '#storage/organization/organization.js';
import { awaitsWord, foundedOn } from '#storage/publication/first-word.js';
import { forgetStrangers } from '#storage/retention/forget-strangers.js';
import * as storage from '#storage/retention/retention.repository.js';
import { forgetWithdrawn } from '#storage/steering/committee.repository.js';
import { forgetNotes } from '#storage/steering/figure-note.repository.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/** How long what was withdrawn from a committee, or from beside a figure, can be brought back: 30 days. */
const undoFor = 30 * 86_400_000;

export interface Forgotten {
  sealedBefore: Day | null;
  events: number;
  activityRows: number;
  milestones: number;
  /** People whom no directory knows. */
  strangers: number;
  /** Lines of lists of people: participants, answers, voluntary reports. */
  declared: number;
}

/**
 * Ends what must end: entries of the audit log and files that wait, and for organisations with personal data raw events whose activity is built, then activity, then
 * milestones of those who left, and whoever no directory knows. The floor is sealed first; events below it then go in batches, each on its own, so that
 * nobody waits for them and a killed run is finished by the next. Safe to repeat.
 */
export async function retain(work: DataSource, organizationId: string, now: Date, batch = 20_000): Promise<Forgotten> {
  return withinOrganization(organizationId, async () => {
    const { rawMonths, class: kind } = await organizationById(work, organizationId);
    const floors = retentionFloors(now, rawMonths);
    await storage.forgetAudit(work, organizationId, floors.audit);
    await forgetWithdrawn(work, organizationId, new Date(now.getTime() - undoFor));
    await forgetNotes(work, organizationId, new Date(now.getTime() - undoFor));
    await work.transaction((tx) => expireHeld(tx, organizationId, floors.held));
    if (kind !== 'personal')
      return { sealedBefore: null, events: 0, activityRows: 0, milestones: 0, strangers: 0, declared: 0 };
    const sealed = await work.transaction((tx) => sealAndForget(tx, organizationId, floors, now));
    let events = 0;
    for (const month of await storage.monthsBelowFloor(work, organizationId)) {
      for (let gone = -1; gone !== 0; events += gone)
        gone = await storage.forgetMonth(work, organizationId, month, batch);
    }
    await storage.forgetAlso(work, organizationId);
    return { ...sealed, events };
  });
}

type Sealed = Omit<Forgotten, 'events'>;

/**
 * Whether other sources may still come that tell of the same days: a sealed day would refuse the second. Until somebody
 * says that everything is in, and no longer than until the first week that is lived there may close.
 */
async function isFirstDays(tx: EntityManager, organizationId: string, now: Date): Promise<boolean> {
  if (!(await awaitsWord(tx, organizationId))) return false;
  return now.toISOString().slice(0, 10) < heldWeek(await foundedOn(tx, organizationId)).from;
}

async function sealAndForget(
  tx: EntityManager,
  organizationId: string,
  floors: RetentionFloors,
  now: Date,
): Promise<Sealed> {
  await lockOrganization(tx, organizationId);
  const { sealedBefore } = await organizationById(tx, organizationId);
  const declared = await storage.forgetDeclared(tx, organizationId, {
    lists: floors.activity,
    answers: floors.answers,
  });
  if ((await storage.waitsBefore(tx, organizationId, floors.raw)) || (await isFirstDays(tx, organizationId, now)))
    return { sealedBefore, declared, activityRows: 0, milestones: 0, strangers: 0 };
  // Requests that are being stored would otherwise pass below the new floor.
  await lockSealing(tx, organizationId);
  return {
    sealedBefore: await storage.seal(tx, organizationId, floors.raw),
    declared,
    activityRows:
      (await storage.forgetActivity(tx, organizationId, floors.activity)) +
      (await storage.forgetConversations(tx, organizationId, floors.activity, floors.leftBefore)),
    milestones: await storage.forgetLeavers(tx, organizationId, floors.leftBefore),
    strangers: await forgetStrangers(tx, organizationId, floors.activity),
  };
}
