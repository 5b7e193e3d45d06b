import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type EventKind, eventKinds } from '#domain/events/kind.js';
import { rowsOf } from '../database.js';
import { type OrganizationFacts } from '../organization/organization.js';
import * as sql from './conversation.sql.js';

const code = (kind: EventKind) => eventKinds.indexOf(kind);

const codes: sql.Codes = {
  post: code('post'),
  comment: code('comment'),
  reaction: code('reaction'),
  created: code('group_created'),
  joined: code('group_joined'),
  left: code('group_left'),
  resolved: code('resolved'),
  view: code('view'),
  share: code('share'),
};
/** Of everything else nobody asks who saw it. */
const { view, share, ...talk } = codes;

/**
 * Rebuilds what happened in groups and threads on the local days [from, to), both Mondays, from the ledger: one table
 * after the other is cleared and filled where it says something else. Returns the first day that changed. Safe to repeat.
 */
export async function rebuildConversations(
  tx: EntityManager,
  organization: OrganizationFacts,
  from: Day,
  to: Day,
): Promise<Day | null> {
  const range = [organization.id, from, to];
  await tx.query(sql.createGroupDeeds, [
    ...range,
    organization.timezone,
    [...Object.values(talk), code('reaction_removed')],
    codes.reaction,
    code('reaction_removed'),
    [view, share],
  ]);
  await tx.query(`analyze group_deed`);
  let first: Day | null = null;
  for (const table of sql.rebuilt) {
    const [difference] = await rowsOf<{ day: Day | null }>(tx, sql.firstDifference(table, codes), range);
    const day = difference?.day ?? null;
    if (day === null) continue;
    await tx.query(sql.clear(table), range);
    await tx.query(sql.fill(table, codes), [organization.id]);
    if (first === null || day < first) first = day;
  }
  await tx.query(`drop table group_deed`);
  return first;
}
