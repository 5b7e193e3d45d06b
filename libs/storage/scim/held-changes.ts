import { type DataSource } from 'typeorm';
import { execute, rowsOf } from '../database.js';

/** Changes of one sort that wait for somebody to look. */
export interface HeldChange {
  change: 'leave' | 'move';
  /** As the provider says it: where they go, or where they were; empty where it says nothing. */
  place: string;
  people: number;
}

export interface DirectoryState {
  /** Users that the provider has here. */
  users: number;
  /** Of those, not in the directory as they are now, and not held. */
  waiting: number;
  /** Of those, in a higher entity than the provider says, or in none. */
  entityUnknown: number;
  lastChange: Date | null;
  /** What was taken today, without anybody looking. */
  today: { known: number; joiners: number; leavers: number; moves: number } | null;
  held: HeldChange[];
}

const extension = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** How far the directory is with what the provider said: counts, never a person. */
export async function directoryState(db: DataSource, organizationId: string): Promise<DirectoryState> {
  const [counts] = await rowsOf<Omit<DirectoryState, 'today' | 'held'>>(
    db,
    `
    select count(*) filter (where not deleted)::integer as users,
           count(*) filter (where applied_version < version and held is null)::integer as waiting,
           count(*) filter (where entity_unknown and active)::integer as "entityUnknown", max(modified_at) as "lastChange"
      from scim_resource where organization_id = $1 and kind = 'User'
    `,
    [organizationId],
  );
  const [today] = await rowsOf<NonNullable<DirectoryState['today']>>(
    db,
    `
    select known, joiners, leavers, moves
      from directory_day
     where organization_id = $1 and day = (select (now() at time zone timezone)::date from organization where id = $1)
    `,
    [organizationId],
  );
  const held = await rowsOf<HeldChange>(
    db,
    `
    select held as change, count(*)::integer as people,
           coalesce(array_to_string(array_remove(array[place->>'organization', place->>'division', place->>'department'], null),
                                    ' > '), '') as place
      from scim_resource, lateral (select attributes->'${extension}') as said (place)
     where organization_id = $1 and held is not null and approved_version is distinct from version
     group by 1, 3 order by 1, 2 desc, 3
    `,
    [organizationId],
  );
  const none = { users: 0, waiting: 0, entityUnknown: 0, lastChange: null };
  return { ...(counts ?? none), today: today ?? null, held };
}

/** Lets everything that is held now go in, with who did in the audit log. Returns how many people that is about. */
export async function approveHeld(db: DataSource, organizationId: string, accountId: string | null): Promise<number> {
  return db.transaction(async (tx) => {
    const people = await execute(
      tx,
      `
      update scim_resource set approved_version = version
       where organization_id = $1 and held is not null and approved_version is distinct from version
      `,
      [organizationId],
    );
    if (people > 0)
      await tx.query(
        `insert into audit (organization_id, account_id, action, detail)
         values ($1, $2, 'directory_approved', jsonb_build_object('people', $3::integer))`,
        [organizationId, accountId, people],
      );
    return people;
  });
}
