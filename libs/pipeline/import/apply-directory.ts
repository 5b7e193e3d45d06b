import { type EntityManager } from 'typeorm';
import { checkEntities } from '#connectors/directory/check-entities.js';
import { checkPeople } from '#connectors/directory/check-people.js';
import { rowsOfSnapshot, type SnapshotOptions } from '#connectors/directory/snapshot.js';
import { addDays, blockEndOf } from '#domain/calendar/day.js';
import { markWeeks } from '#storage/activity/dirty.js';
import { lockOrganization } from '#storage/database.js';
import { readParents, saveEntities } from '#storage/directory/entities.js';
import { markDaysWithEvents } from '#storage/directory/mark-events.js';
import { placesOnDay } from '#storage/directory/people-on-day.js';
import { savePeople } from '#storage/directory/people.js';
import { firstOf } from '#storage/directory/period.js';
import { directorySetting } from '#storage/scim/directory-settings.js';
import { type Applied, emptyApplied } from './applied.js';
import { applyFacts } from './apply-facts.js';
import { applyGroups, applyMandates, applyMembers, applyWaves } from './apply-rollout.js';
import { type DirectoryRows } from './directory-rows.js';

/** Checks and saves everything, and marks what must be counted again. What is known already changes and marks nothing. */
export async function applyDirectory(
  tx: EntityManager,
  organizationId: string,
  rows: DirectoryRows,
  options: { now: Date; keepsPlaces: boolean; importId: number; snapshot: SnapshotOptions | null },
): Promise<Applied> {
  await lockOrganization(tx, organizationId);
  const parts: Applied[] = [];
  if (rows.entities.length > 0) parts.push(await applyEntities(tx, organizationId, rows.entities, options.now));
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

async function applyEntities(
  tx: EntityManager,
  organizationId: string,
  rows: DirectoryRows['entities'],
  now: Date,
): Promise<Applied> {
  const checked = checkEntities(rows, await readParents(tx, organizationId));
  // The tree of a reorganisation is that of the next block.
  const effective = addDays(blockEndOf(now.toISOString().slice(0, 10)), 1);
  const changes = await saveEntities(
    tx,
    organizationId,
    checked.rows.map(({ row }) => row),
    effective,
  );
  const first = changes.onlyLinks ? effective : '-infinity';
  return {
    ...emptyApplied(checked.rejections),
    accepted: changes.changed.length,
    duplicates: checked.rows.length - changes.changed.length,
    days: changes.changed.length > 0 ? [first] : [],
    eventsFrom: changes.zoneChanged ? '-infinity' : null,
  };
}

async function applyPeople(
  tx: EntityManager,
  organizationId: string,
  { people, refused }: DirectoryRows,
  { keepsPlaces, snapshot }: { keepsPlaces: boolean; snapshot: SnapshotOptions | null },
): Promise<Applied> {
  const known = await readParents(tx, organizationId);
  const asOf = snapshot && (await placesOnDay(tx, organizationId, snapshot.day));
  const { leaversAbove, movesAbove } = await directorySetting(tx, organizationId);
  const heldAbove = { left: leaversAbove, moved: movesAbove };
  const taken = snapshot && asOf && rowsOfSnapshot(people, asOf, refused, { ...snapshot, heldAbove });
  const checked = checkPeople(taken?.rows ?? people, new Set(known.keys()));
  const changes = await savePeople(tx, organizationId, checked.rows, { keepsPlaces });
  const inFile = checked.rows.filter(({ line }) => line > 0);
  const accepted = inFile.filter(({ row }) => changes.changed.has(row.personId)).length;
  // Hours of the week are kept by the entity of the day: what people did there before belongs elsewhere now.
  const moved = [...changes.moves].sort()[0];
  return {
    ...emptyApplied([
      ...checked.rejections,
      ...changes.refusals.map((refusal) => ({ ...refusal, scope: 'link' as const })),
    ]),
    accepted,
    duplicates: inFile.length - accepted,
    snapshot: taken?.changes ?? null,
    days: changes.days,
    eventsFrom: changes.matched ? '-infinity' : (moved ?? null),
  };
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
  };
}
