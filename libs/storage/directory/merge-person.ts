import { type EntityManager } from 'typeorm';
import { mergeTies } from '../activity/tie.repository.js';
import { execute } from '../database.js';
import { mergeConversations } from './merge-conversations.js';

/** Bits of a segment of `activity_day`. */
const segmentSize = 8192;

/**
 * Someone seen acting turns out to be somebody in the directory: what they did moves over, and they are no more.
 * The days that can still be rebuilt are left to the caller to mark.
 */
export async function mergePerson(
  tx: EntityManager,
  organizationId: string,
  from: number,
  into: number,
): Promise<void> {
  const places = [
    organizationId,
    Math.floor(from / segmentSize),
    from % segmentSize,
    Math.floor(into / segmentSize),
    into % segmentSize,
  ];
  await execute(
    tx,
    `
    insert into activity_day (organization_id, day, act, segment, people)
    select $1, day, act, $4::integer, set_bit(repeat('0', ${segmentSize})::bit(${segmentSize}), $5::integer, 1)
      from activity_day
     where organization_id = $1 and segment = $2 and get_bit(people, $3::integer) = 1
    on conflict (organization_id, day, act, segment) do update set people = set_bit(activity_day.people, $5::integer, 1)
    `,
    places,
  );
  await execute(
    tx,
    `
    update activity_day set people = set_bit(people, $3::integer, 0)
     where organization_id = $1 and segment = $2 and get_bit(people, $3::integer) = 1
    `,
    places.slice(0, 3),
  );
  const pair = [organizationId, from, into];
  await execute(
    tx,
    `
    insert into milestone as kept (organization_id, ordinal, kind, at, day)
    select organization_id, $3::integer, kind, at, day from milestone where organization_id = $1 and ordinal = $2
    on conflict (organization_id, ordinal, kind) do update set at = excluded.at, day = excluded.day where excluded.at < kept.at
    `,
    pair,
  );
  await execute(
    tx,
    `
    insert into activity_week as kept (organization_id, week, ordinal, login_days, active_days, posts, comments, reactions, acts,
                                        interactions, received)
    select organization_id, week, $3::integer, login_days, active_days, posts, comments, reactions, acts, interactions, received
      from activity_week where organization_id = $1 and ordinal = $2
    on conflict (organization_id, week, ordinal) do update
       set login_days = kept.login_days | excluded.login_days, active_days = kept.active_days | excluded.active_days,
           posts = kept.posts + excluded.posts, comments = kept.comments + excluded.comments,
           reactions = kept.reactions + excluded.reactions, acts = kept.acts + excluded.acts,
           interactions = kept.interactions + excluded.interactions, received = kept.received + excluded.received
    `,
    pair,
  );
  for (const table of ['milestone', 'activity_week']) {
    await execute(tx, `delete from ${table} where organization_id = $1 and ordinal = $2`, pair.slice(0, 2));
  }
  await mergeConversations(tx, organizationId, from, into);
  await mergeTies(tx, organizationId, from, into);
  await execute(tx, `update person_alias set ordinal = $3 where organization_id = $1 and ordinal = $2`, pair);
  await execute(tx, `delete from person where organization_id = $1 and ordinal = $2`, pair.slice(0, 2));
}
