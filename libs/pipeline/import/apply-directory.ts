import { type EntityManager } from 'typeorm';
import { type SnapshotOptions } from '#connectors/directory/snapshot.js';
import { markWeeks } from '#storage/activity/dirty.js';
import { lockOrganization } from '#storage/database.js';
import { keepEntities } from '#storage/directory/adopted.js';
import { markDaysWithEvents } from '#storage/directory/mark-events.js';
import { firstOf } from '#storage/directory/period.js';
import { type Applied, emptyApplied } from './applied.js';
import { applyEntities } from './apply-entities.js';
import { applyFacts } from './apply-facts.js';
import { applyPeople } from './apply-people.js';
import { applyGroups, applyMandates, applyMembers, applyWaves } from './apply-rollout.js';
import { type DirectoryRows } from './directory-rows.js';

/** Checks and saves everything, and marks what must be counted again. What is known already changes and marks nothing. */
export async function applyDirectory(
  tx: EntityManager,
  organizationId: string,
  rows: DirectoryRows,
  options: { now: Date; keepsPlaces: boolean; importId: number; snapshot: SnapshotOptions | null; adopts?: boolean },
): Promise<Applied> {
  await lockOrganization(tx, organizationId);
  const parts: Applied[] = [];
  if (rows.entities.length > 0) {
    parts.push(await applyEntities(tx, organizationId, rows.entities, options.now));
    await keepEntities(
      ...([tx, organizationId] as const),
      rows.entities.map(({ row }) => row.entityId),
    );
  }
  if (rows.people.length > 0) parts.push(await applyPeople(tx, organizationId, rows, options));
  if (rows.waves.length > 0) parts.push(await applyWaves(tx, organizationId, rows.waves));
  if (rows.members.length > 0) parts.push(await applyMembers(tx, organizationId, rows.members));
  if (rows.groups.length > 0) parts.push(await applyGroups(tx, organizationId, rows.groups));
  if (rows.mandates.length > 0) parts.push(await applyMandates(tx, organizationId, rows.mandates));
  if (rows.facts.length > 0) parts.push(await applyFacts(tx, organizationId, rows.facts, options));
  const all = parts.reduce(added, emptyApplied());
  if (all.days.length > 0) await markWeeks(tx, organizationId, firstOf(all.days));
  if (all.eventsFrom !== null) await markDaysWithEvents(tx, organizationId, firstOf([all.eventsFrom]));
  return all;
}

function added(one: Applied, other: Applied): Applied {
  const earliest = [one.eventsFrom, other.eventsFrom].filter((day) => day !== null).sort()[0] ?? null;
  return {
    accepted: one.accepted + other.accepted,
    duplicates: one.duplicates + other.duplicates,
    rejections: [...one.rejections, ...other.rejections],
    days: [...one.days, ...other.days],
    eventsFrom: earliest,
    snapshot: one.snapshot ?? other.snapshot ?? null,
    notes: [...(one.notes ?? []), ...(other.notes ?? [])],
  };
}
