import { type DataSource, type EntityManager } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';

/** Remembers where accounts work, of those whom no directory knows; service accounts work nowhere. Safe to repeat. */
export async function saveProposedPlaces(
  tx: EntityManager,
  organizationId: string,
  paths: ReadonlyMap<number, string>,
): Promise<number> {
  return execute(
    tx,
    `
    insert into proposed_place (organization_id, ordinal, path)
    select $1, given.ordinal, given.path
      from unnest($2::integer[], $3::text[]) as given (ordinal, path)
      join person on person.organization_id = $1 and person.ordinal = given.ordinal and not person.declared and not person.bot
    on conflict (organization_id, ordinal) do update set path = excluded.path
    `,
    [organizationId, [...paths.keys()], [...paths.values()]],
  );
}

/** How many accounts work where. */
export async function proposedPlaces(
  db: DataSource,
  organizationId: string,
): Promise<{ path: string; people: number }[]> {
  return rowsOf(
    db,
    `select path, count(*)::integer as people from proposed_place where organization_id = $1
      group by path order by people desc, path`,
    [organizationId],
  );
}

/** Account by account: what a file of people would say. */
export async function proposedPeople(db: DataSource, organizationId: string): Promise<{ key: string; path: string }[]> {
  const names = await namesOf(db, organizationId);
  const rows = await rowsOf<{ key: Buffer; path: string }>(
    db,
    `select named.sealed as key, place.path
       from proposed_place as place
       join person on person.organization_id = $1 and person.ordinal = place.ordinal
       join person_alias as named on named.organization_id = $1 and named.alias = person.key
      where place.organization_id = $1`,
    [organizationId],
  );
  return rows
    .map(({ key, path }) => ({ key: names.open(key), path }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Somebody wants none of it: noted, where there was one. Returns the people that were in it. */
export function dropProposedTree(db: DataSource, organizationId: string, accountId: string | null): Promise<number> {
  return db.transaction(async (tx) => {
    const people = await forgetProposedPlaces(tx, organizationId);
    if (people > 0)
      await noteAudit(tx, { organizationId, accountId, action: 'proposed_tree_dropped', detail: { people } });
    return people;
  });
}

export async function forgetProposedPlaces(db: DataSource | EntityManager, organizationId: string): Promise<number> {
  return execute(db, `delete from proposed_place where organization_id = $1`, [organizationId]);
}
