import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { eventKinds } from '#domain/events/kind.js';
import { rowsOf } from '../database.js';

export interface LaunchFacts {
  /** Ids on the network of the messages that opened the launch. */
  messages: string[];
  /** Who wrote or shared one of them, with the instant. */
  passed: { person: number; at: Date }[];
  /** Everyone of the day, at their entity. */
  staff: { person: number; boss: number | null; declared: boolean; entity: string }[];
}

/** What K56 is made of, row by row, from the raw events of some days on. */
export async function launchFacts(tx: EntityManager, organizationId: string, from: Day, to: Day): Promise<LaunchFacts> {
  const declared = await rowsOf<{ message: string }>(
    tx,
    `select distinct object_key as message from action
      where organization_id = $1 and kind = 'launch_message' and state <> 'cancelled' and object_key is not null`,
    [organizationId],
  );
  const messages = declared.map(({ message }) => message);
  const kinds = [eventKinds.indexOf('post'), eventKinds.indexOf('share')];
  const passed = await rowsOf<LaunchFacts['passed'][number]>(
    tx,
    `select p.ordinal as person, e.occurred_at as at from event e, person_alias p
      where e.organization_id = $1 and e.day >= $2::date - 1 and e.day <= $3::date + 1
        and e.kind = any($4::smallint[]) and $5::text[] && array[e.object, e.parent]
        and p.organization_id = $1 and p.alias = e.actor`,
    [organizationId, from, to, kinds, messages],
  );
  const staff = await rowsOf<LaunchFacts['staff'][number]>(
    tx,
    `select a.ordinal as person, a.manager_ordinal as boss, a.manages is true as declared, a.entity_key as entity from assignment a, person p
      where a.organization_id = $1 and $2::date >= a.valid_from and $2::date < a.valid_to
        and p.organization_id = $1 and p.ordinal = a.ordinal and p.bot = false`,
    [organizationId, to],
  );
  return { messages, passed, staff };
}
