import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type EventKind, eventKinds } from '#domain/events/kind.js';
import { execute, rowsOf } from '../database.js';
import { isOfficialMessage } from '../declared/official-messages.sql.js';
import { markWeeks } from './dirty.js';

const about: readonly EventKind[] = ['view', 'post', 'comment', 'reaction', 'share'];

const columns = 'key, object_key, starts_on, audience, entities';
const declared = `select ${columns} from action where organization_id = $1 and ${isOfficialMessage}`;
const counted = `select ${columns} from message_counted where organization_id = $1`;

/**
 * Marks what has to be built and counted again because an official message was declared, changed or withdrawn since the
 * last time, whichever door it came through: the days that hold events about it, and the weeks from its own on. Sealed
 * days stand: what was done then cannot be found any more. Safe to repeat.
 */
export async function markMessages(tx: EntityManager, organizationId: string): Promise<void> {
  const changed = await rowsOf<{ message: string; day: Day }>(
    tx,
    `select object_key as message, starts_on as day
       from ((${declared} except ${counted}) union all (${counted} except ${declared})) as different`,
    [organizationId],
  );
  if (changed.length === 0) return;
  await execute(
    tx,
    `insert into dirty_day (organization_id, day)
     select $1, e.day from event e join organization o on o.id = $1
      where e.organization_id = $1 and e.day >= coalesce(o.sealed_before, '-infinity') and e.kind = any($2::smallint[])
        and (e.object = any($3::text[]) or e.parent = any($3::text[]))
      group by e.day`,
    [organizationId, about.map((kind) => eventKinds.indexOf(kind)), changed.map(({ message }) => message)],
  );
  await markWeeks(tx, organizationId, changed.map(({ day }) => day).sort()[0]!);
  await tx.query(`delete from message_counted where organization_id = $1`, [organizationId]);
  await tx.query(
    `insert into message_counted (organization_id, ${columns}) select $1::uuid, m.* from (${declared}) as m`,
    [organizationId],
  );
}
