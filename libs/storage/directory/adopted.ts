import { type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';

/** Whether somebody handed in people, or a provider pushed them: then what a network says of places counts for nothing. */
export async function hasDirectory(tx: EntityManager, organizationId: string): Promise<boolean> {
  const [row] = await rowsOf<{ known: boolean }>(
    tx,
    `select exists (select from person where organization_id = $1 and declared and not adopted) as known`,
    [organizationId],
  );
  return row?.known ?? false;
}

/** Day of the file of everybody that was the first directory; null where something else was. */
export async function firstDirectoryDay(tx: EntityManager, organizationId: string): Promise<string | null> {
  const [row] = await rowsOf<{ day: string }>(
    tx,
    `select options->>'snapshot' as day from import
      where organization_id = $1 and state = 'done' and options->>'dryRun' is distinct from 'true'
        and notes @> '[{"code": "directory_first"}]'
      order by id limit 1`,
    [organizationId],
  );
  return row?.day ?? null;
}

/** These people and entities stand in for a directory, until there is one. */
export async function markAdopted(
  tx: EntityManager,
  organizationId: string,
  ordinals: readonly number[],
  entities: readonly string[],
): Promise<void> {
  await execute(tx, `update person set adopted = true where organization_id = $1 and ordinal = any($2)`, [
    organizationId,
    ordinals,
  ]);
  await execute(tx, `update entity set adopted = true where organization_id = $1 and key = any($2)`, [
    organizationId,
    entities,
  ]);
  await execute(tx, `delete from proposed_place where organization_id = $1 and ordinal = any($2)`, [
    organizationId,
    ordinals,
  ]);
}

/** A file of entities names them: they stay whatever becomes of the people. */
export async function keepEntities(tx: EntityManager, organizationId: string, keys: readonly string[]): Promise<void> {
  await execute(tx, `update entity set adopted = false where organization_id = $1 and key = any($2) and adopted`, [
    organizationId,
    keys,
  ]);
}

/**
 * Who was adopted is an account again, as seen acting, and in no entity; entities that were made for them go, but for
 * those that something else names. False where nothing had been adopted.
 */
export async function dropAdopted(tx: EntityManager, organizationId: string): Promise<boolean> {
  await execute(
    tx,
    `delete from assignment using person
      where assignment.organization_id = $1 and person.organization_id = $1 and person.ordinal = assignment.ordinal
        and person.adopted`,
    [organizationId],
  );
  const people = await execute(
    tx,
    `update person set adopted = false, declared = false where organization_id = $1 and adopted`,
    [organizationId],
  );
  if (people === 0) return false;
  // From the leaves upwards.
  while ((await execute(tx, dropUnused, [organizationId])) > 0);
  return true;
}

const dropUnused = `
  delete from entity as e
   where e.organization_id = $1 and e.adopted
     and not exists (select from entity_parent as below where below.organization_id = $1 and below.parent_key = e.key)
     and not exists (select from assignment as a where a.organization_id = $1 and a.entity_key = e.key)
     and not exists (select from wave_entity as w where w.organization_id = $1 and w.entity_key = e.key)
     and not exists (select from mandate as m where m.organization_id = $1 and m.entity_key = e.key)
     and not exists (select from site_project as s where s.organization_id = $1 and s.entity_key = e.key)
     and not exists (select from entity_contact as c where c.organization_id = $1 and c.entity_key = e.key)
     and not exists (select from network_group as g where g.organization_id = $1 and g.entity_key = e.key)`;
