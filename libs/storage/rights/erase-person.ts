import { type EntityManager } from 'typeorm';
import { execute, rowsOf } from '../database.js';
import { forgetAmongOthers } from '../scim/known-users.js';
import { namesOf } from '../vault/keyring.js';
import { type KnownPerson } from './known-names.js';
import { refusedNaming } from './refused-lines.js';

/** Bits of a segment of `activity_day`. */
const segmentSize = 8192;

/** Tables with rows of one person, by the column that says whose they are; the rest goes with the person itself. */
const own = [
  ['activity_week', 'ordinal'],
  ['activity_group_week', 'ordinal'],
  ['activity_tie', 'source'],
  ['activity_tie', 'target'],
  ['group_change', 'ordinal'],
  ['thread_response', 'ordinal'],
  ['message_seen', 'ordinal'],
  ['thread', 'author'],
  ['milestone', 'ordinal'],
] as const;

/** What people wrote down of others, by name. */
const written = [
  ['action', 'led_by'],
  ['appointment', 'animator'],
  ['coaching', 'coach'],
  ['committee_item', 'owner'],
  ['site_project', 'local_director'],
  ['site_project', 'business_lead'],
  ['site_project', 'hr_lead'],
  ['site_project', 'contact'],
  ['event', 'object'],
  ['event', 'parent'],
] as const;

/** Everything of somebody goes; counts of which they were part stay. Returns how many events went. Safe to repeat. */
export async function erasePerson(tx: EntityManager, organizationId: string, person: KnownPerson): Promise<number> {
  const { ordinals, tokens } = person;
  const events = await eraseEvents(tx, organizationId, tokens);
  await eraseBits(tx, organizationId, ordinals);
  for (const [table, column] of own) {
    await execute(tx, `delete from ${table} where organization_id = $1 and ${column} = any($2)`, [
      organizationId,
      ordinals,
    ]);
  }
  await execute(
    tx,
    `update network_group
        set creator_key = case when creator_key = any($2) then null else creator_key end,
            owner_keys = array(select name from unnest(owner_keys) as name where name <> all($2))
      where organization_id = $1 and (creator_key = any($2) or owner_keys && $2)`,
    [organizationId, tokens],
  );
  await execute(
    tx,
    `update assignment set manager_ordinal = null where organization_id = $1 and manager_ordinal = any($2)`,
    [organizationId, ordinals],
  );
  await execute(
    tx,
    `update mask_member set ordinals = array(select one from unnest(ordinals) as one where one <> all($2) order by one)
      where organization_id = $1 and ordinals && $2`,
    [organizationId, ordinals],
  );
  await execute(tx, `delete from scim_resource where organization_id = $1 and id = any($2)`, [
    organizationId,
    person.scim,
  ]);
  await forgetAmongOthers(tx, organizationId, await namesOf(tx, organizationId), person);
  await execute(tx, `delete from person where organization_id = $1 and ordinal = any($2)`, [organizationId, ordinals]);
  await eraseWritten(tx, organizationId, person);
  await recountOpenWeeks(tx, organizationId);
  return events;
}

/** Their own acts go; those of others stay, and address nobody. */
async function eraseEvents(tx: EntityManager, organizationId: string, tokens: readonly string[]): Promise<number> {
  // What is counted of an hour names nobody, so that nothing can be taken out of it: its days are built again.
  await execute(
    tx,
    `insert into dirty_day (organization_id, day)
     select $1, day
       from event e join organization o on o.id = $1
      where e.organization_id = $1 and (e.actor = any($2) or e.target = any($2))
        and day >= coalesce(o.sealed_before, '-infinity')
      group by day`,
    [organizationId, tokens],
  );
  await execute(
    tx,
    `delete from event_also a using event e
      where a.organization_id = $1 and e.organization_id = $1 and e.actor = any($2)
        and (a.day, a.source_id, a.id) = (e.day, e.source_id, e.id)`,
    [organizationId, tokens],
  );
  const gone = await execute(tx, `delete from event where organization_id = $1 and actor = any($2)`, [
    organizationId,
    tokens,
  ]);
  await execute(tx, `update event set target = null where organization_id = $1 and target = any($2)`, [
    organizationId,
    tokens,
  ]);
  return gone;
}

async function eraseBits(tx: EntityManager, organizationId: string, ordinals: readonly number[]): Promise<void> {
  for (const ordinal of ordinals) {
    const place = [organizationId, Math.floor(ordinal / segmentSize), ordinal % segmentSize];
    await execute(
      tx,
      `update activity_day set people = set_bit(people, $3::integer, 0)
        where organization_id = $1 and segment = $2 and get_bit(people, $3::integer) = 1`,
      place,
    );
    // A rebuilt day has no row for nobody.
    await execute(
      tx,
      `delete from activity_day where organization_id = $1 and segment = $2 and bit_count(people) = 0`,
      [...place.slice(0, 2)],
    );
  }
}

/** Names in what was declared, in lines that were refused, and in files that wait to be read. */
async function eraseWritten(tx: EntityManager, organizationId: string, { names, tokens }: KnownPerson): Promise<void> {
  const words = names.map((name) => name.toLowerCase());
  for (const [table, column] of written) {
    await execute(
      tx,
      `update ${table} set ${column} = null where organization_id = $1 and (lower(${column}) = any($2) or ${column} = any($3))`,
      [organizationId, words, tokens],
    );
  }
  await execute(
    tx,
    `update committee set participants = array(select name from unnest(participants) as name where lower(name) <> all($2))
      where organization_id = $1 and exists (select from unnest(participants) as name where lower(name) = any($2))`,
    [organizationId, words],
  );
  await execute(tx, `delete from coaching where organization_id = $1 and lower(executive) = any($2)`, [
    organizationId,
    words,
  ]);
  // The id of an event may be made of the name of who acted.
  const refused = await refusedNaming(tx, organizationId, await namesOf(tx, organizationId), words);
  await execute(
    tx,
    `update import_reject r set sealed_id = null from unnest($2::integer[], $3::integer[]) as line (import_id, position)
      where r.organization_id = $1 and r.import_id = line.import_id and r.position = line.position`,
    [organizationId, refused.map(({ importId }) => importId), refused.map(({ position }) => position)],
  );
  await dropWaitingFiles(tx, organizationId);
}

/** They may name the person anywhere, and nobody reads them before somebody decides: they must be handed in again. */
async function dropWaitingFiles(tx: EntityManager, organizationId: string): Promise<void> {
  const waiting = await rowsOf<{ id: number }>(
    tx,
    `select id from import where organization_id = $1 and state not in ('queued', 'running', 'cancelling') for update`,
    [organizationId],
  );
  const ids = waiting.map(({ id }) => id);
  await execute(
    tx,
    `update import set state = 'cancelled', error_code = 'person_left_out', finished_at = now()
      where organization_id = $1 and id = any($2) and state = 'held'`,
    [organizationId, ids],
  );
  await execute(tx, `delete from import_chunk where organization_id = $1 and import_id = any($2)`, [
    organizationId,
    ids,
  ]);
}

/** Weeks that are closed stay as they were published. */
async function recountOpenWeeks(tx: EntityManager, organizationId: string): Promise<void> {
  await execute(
    tx,
    `insert into dirty_week (organization_id, week_end)
     select $1, week_end from mask where organization_id = $1 and not closed and counted_at is not null`,
    [organizationId],
  );
}
