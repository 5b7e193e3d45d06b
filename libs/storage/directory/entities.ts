import { type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';

export interface EntityInput {
  entityId: string;
  parentId: string | null;
  name: string;
  kind: string | null;
  country: string | null;
  timezone: string | null;
}

export interface EntityChanges {
  /** Keys of the entities that are new, or not as they were. */
  changed: string[];
  /** An entity that was known is in another zone now. */
  zoneChanged: boolean;
  /** Links that begin on the day given; without other changes no earlier week is different. */
  onlyLinks: boolean;
}

/** Entity → its parent, as the tree will be once every change has come into force. */
export async function readParents(tx: EntityManager, organizationId: string): Promise<Map<string, string | null>> {
  const rows = await rowsOf<{ key: string; parent: string | null }>(
    tx,
    `
    select entity.key, link.parent_key as parent
      from entity
      left join entity_parent as link
        on link.organization_id = entity.organization_id and link.entity_key = entity.key and link.valid_to = 'infinity'
     where entity.organization_id = $1
    `,
    [organizationId],
  );
  return new Map(rows.map(({ key, parent }) => [key, parent]));
}

/** Entities in place, a country that is known staying where none is given; a parent that changes does so on `effective`, the first always. The rows must form a tree. */
export async function saveEntities(
  tx: EntityManager,
  organizationId: string,
  rows: readonly EntityInput[],
  effective: string,
): Promise<EntityChanges> {
  const written = await rowsOf<{ key: string; isNew: boolean; zoneChanged: boolean }>(
    tx,
    `
    with given as (
      select * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) as row (key, name, kind, country, timezone)
    ), changed as (
      select given.*, entity.key is null as "isNew",
             entity.key is not null and entity.timezone is distinct from given.timezone as "zoneChanged"
        from given
        left join entity on entity.organization_id = $1 and entity.key = given.key
       where entity.key is null
          or (entity.name, entity.kind, entity.country, entity.timezone)
             is distinct from (given.name, given.kind, coalesce(given.country, entity.country), given.timezone)
    ), stored as (
      insert into entity (organization_id, key, name, kind, country, timezone)
      select $1, key, name, kind, country, timezone from changed
      on conflict (organization_id, key) do update
         set name = excluded.name, kind = excluded.kind, country = coalesce(excluded.country, entity.country),
             timezone = excluded.timezone
    )
    select key, "isNew", "zoneChanged" from changed
    `,
    [
      organizationId,
      rows.map((row) => row.entityId),
      rows.map((row) => row.name),
      rows.map((row) => row.kind),
      rows.map((row) => row.country),
      rows.map((row) => row.timezone),
    ],
  );
  const moved = await saveLinks(tx, organizationId, rows, effective);
  return {
    changed: [...new Set([...written.map((row) => row.key), ...moved])],
    zoneChanged: written.some((row) => row.zoneChanged),
    onlyLinks: written.length === 0,
  };
}

/** Returns the entities of which the parent is new or another. */
async function saveLinks(
  tx: EntityManager,
  organizationId: string,
  rows: readonly EntityInput[],
  effective: string,
): Promise<string[]> {
  const stored = await readParents(tx, organizationId);
  const linked = new Set(
    (
      await rowsOf<{ key: string }>(
        tx,
        `select entity_key as key from entity_parent where organization_id = $1 and valid_to = 'infinity'`,
        [organizationId],
      )
    ).map((row) => row.key),
  );
  const fresh = rows.filter((row) => !linked.has(row.entityId));
  const moved = rows.filter((row) => linked.has(row.entityId) && (stored.get(row.entityId) ?? null) !== row.parentId);
  await tx.query(
    `insert into entity_parent (organization_id, entity_key, parent_key) select $1, * from unnest($2::text[], $3::text[])`,
    [organizationId, fresh.map((row) => row.entityId), fresh.map((row) => row.parentId)],
  );
  for (const { entityId, parentId } of moved) await moveLink(tx, organizationId, entityId, parentId, effective);
  return [...fresh, ...moved].map((row) => row.entityId);
}

async function moveLink(
  tx: EntityManager,
  organizationId: string,
  key: string,
  parent: string | null,
  effective: string,
): Promise<void> {
  // What was to come into force on that day, or later, has never been true.
  await execute(
    tx,
    `delete from entity_parent where organization_id = $1 and entity_key = $2 and valid_from >= $3::date and valid_from > '-infinity'`,
    [organizationId, key, effective],
  );
  const [last] = await rowsOf<{ parent: string | null; from: string }>(
    tx,
    `
    select parent_key as parent, valid_from as from
      from entity_parent where organization_id = $1 and entity_key = $2
     order by valid_from desc limit 1
    `,
    [organizationId, key],
  );
  const stays = last?.parent === parent;
  await execute(
    tx,
    `update entity_parent set valid_to = $4 where organization_id = $1 and entity_key = $2 and valid_from = $3`,
    [organizationId, key, last?.from ?? null, stays ? 'infinity' : effective],
  );
  if (stays) return;
  await tx.query(
    `insert into entity_parent (organization_id, entity_key, parent_key, valid_from) values ($1, $2, $3, $4)`,
    [organizationId, key, parent, effective],
  );
}
