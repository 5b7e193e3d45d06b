import { type EntityManager } from 'typeorm';
import { checkEntities } from '#connectors/directory/check-entities.js';
import { addDays, blockEndOf } from '#domain/calendar/day.js';
import { readParents, saveEntities } from '#storage/directory/entities.js';
import { type Applied, emptyApplied } from './applied.js';
import { type DirectoryRows } from './directory-rows.js';

/** The tree of a reorganisation is that of the next four-week block; an entity that is new has always been there. */
export async function applyEntities(
  tx: EntityManager,
  organizationId: string,
  rows: DirectoryRows['entities'],
  now: Date,
): Promise<Applied> {
  const checked = checkEntities(rows, await readParents(tx, organizationId));
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
