import { type EntityManager } from 'typeorm';
import { execute } from '../database.js';

/** Columns of each table of conversations besides the person, and what two rows of the same key become together. */
const merged = {
  activity_group_week: {
    key: 'week, group_key',
    columns: 'posts, comments, reactions',
    both: 'posts = kept.posts + excluded.posts, comments = kept.comments + excluded.comments, reactions = kept.reactions + excluded.reactions',
  },
  group_change: {
    key: 'day, group_key',
    columns: 'member, founder',
    both: 'member = kept.member or excluded.member, founder = kept.founder or excluded.founder',
  },
  thread_response: {
    key: 'day, thread',
    columns: 'replied_at, replies, reacted, resolved_at',
    both: `replied_at = least(kept.replied_at, excluded.replied_at), replies = kept.replies + excluded.replies,
           reacted = kept.reacted or excluded.reacted, resolved_at = least(kept.resolved_at, excluded.resolved_at)`,
  },
  message_seen: {
    key: 'day, message',
    columns: 'saw, wrote',
    both: 'saw = kept.saw or excluded.saw, wrote = kept.wrote or excluded.wrote',
  },
};

/** What somebody did in groups and threads becomes what another did: both are one person. */
export async function mergeConversations(
  tx: EntityManager,
  organizationId: string,
  from: number,
  into: number,
): Promise<void> {
  const pair = [organizationId, from, into];
  for (const [table, { key, columns, both }] of Object.entries(merged)) {
    await execute(
      tx,
      `insert into ${table} as kept (organization_id, ordinal, ${key}, ${columns})
       select organization_id, $3::integer, ${key}, ${columns} from ${table} where organization_id = $1 and ordinal = $2
       on conflict (organization_id, ${key}, ordinal) do update set ${both}`,
      pair,
    );
    await execute(tx, `delete from ${table} where organization_id = $1 and ordinal = $2`, pair.slice(0, 2));
  }
  await execute(tx, `update thread set author = $3 where organization_id = $1 and author = $2`, pair);
}
