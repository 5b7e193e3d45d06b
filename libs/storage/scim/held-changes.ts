import { type DataSource } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';
import { namesOf } from '../vault/keyring.js';
import { enterpriseOf, openAttributes, textOf } from './sealed-content.js';

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

/** Resources that are open at the same time. */
const atATime = 500;

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
  const none = { users: 0, waiting: 0, entityUnknown: 0, lastChange: null };
  return { ...(counts ?? none), today: today ?? null, held: await heldChanges(db, organizationId) };
}

/** Where each of them goes is sealed with the rest of what was said of them. */
async function heldChanges(db: DataSource, organizationId: string): Promise<HeldChange[]> {
  const names = await namesOf(db, organizationId);
  const found = new Map<string, HeldChange>();
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await rowsOf<{ id: string; change: HeldChange['change']; sealed: Buffer }>(
      db,
      `select id, held as change, sealed from scim_resource
        where organization_id = $1 and held is not null and approved_version is distinct from version and id > $2
        order by id limit ${atATime}`,
      [organizationId, after],
    );
    for (const { change, sealed } of rows) {
      const said = enterpriseOf(openAttributes(names, sealed));
      const place = ['organization', 'division', 'department'].flatMap((name) => textOf(said, name) ?? []).join(' > ');
      const one = found.get(`${change} ${place}`) ?? { change, place, people: 0 };
      found.set(`${change} ${place}`, { ...one, people: one.people + 1 });
    }
    const last = rows.at(-1);
    if (!last || rows.length < atATime) break;
    after = last.id;
  }
  return [...found.values()].sort(
    (one, other) =>
      Number(one.change > other.change) - Number(one.change < other.change) ||
      other.people - one.people ||
      Number(one.place > other.place) - Number(one.place < other.place),
  );
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
      await noteAudit(tx, { organizationId, accountId, action: 'directory_approved', detail: { people } });
    return people;
  });
}
