import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';

/** Everything known of groups and threads up to a Sunday, row by row: for the operator's door. */
export interface Conversations {
  /** `declared`: a manager as the directory says, whoever reports to them. */
  people: { ordinal: number; entity: string; manager: number | null; level: number | null; declared: boolean }[];
  /** Seen acting, never named by the directory. */
  strangers: number[];
  entities: { key: string; parent: string | null; country: string | null }[];
  aliases: Map<string, number>;
  groups: {
    key: string;
    kind: string | null;
    creator: string | null;
    owners: string[];
    created: Day | null;
    archived: Day | null;
    described: boolean | null;
    entity: string | null;
  }[];
  changes: { day: Day; group: string; ordinal: number; member: boolean; founder: boolean }[];
  groupWeeks: { week: Day; group: string; ordinal: number; posts: number; comments: number; reactions: number }[];
  groupDays: { day: Day; group: string; posts: number }[];
  weeks: {
    week: Day;
    ordinal: number;
    posts: number;
    comments: number;
    interactions: number;
    received: number;
    acts: number;
  }[];
  /** Acts of the people of an entity on their day, and where everybody was when. */
  entityActs: { week: Day; entity: string; acts: number }[];
  stays: { ordinal: number; entity: string; from: Day; to: Day }[];
  threads: {
    day: Day;
    key: string;
    postedAt: Date;
    timezone: string;
    group: string | null;
    author: number;
    entity: string | null;
  }[];
  responses: {
    day: Day;
    thread: string;
    ordinal: number;
    repliedAt: Date | null;
    replies: number;
    reacted: boolean;
    resolvedAt: Date | null;
  }[];
  /** First invitation of each person, with the entity that the person was in that day. */
  invitations: { day: Day; entity: string }[];
}

export async function readConversations(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
): Promise<Conversations> {
  const all = <Row>(sql: string) => rowsOf<Row>(tx, sql, [organizationId, sunday]);
  const aliases = await all<{ alias: string; ordinal: number }>(
    `select alias, ordinal from person_alias where organization_id = $1 and $2::date is not null`,
  );
  const strangers = await all<{ ordinal: number }>(
    `select p.ordinal from person p join milestone m using (organization_id, ordinal)
      where organization_id = $1 and not p.bot and not p.declared and m.kind = 'activated' and m.day <= $2`,
  );
  return {
    strangers: strangers.map(({ ordinal }) => ordinal),
    aliases: new Map(aliases.map(({ alias, ordinal }) => [alias, ordinal])),
    people: await all(
      `select a.ordinal, a.entity_key as entity, a.manager_ordinal as manager, a.level, a.manages is true as declared
         from assignment a join person p using (organization_id, ordinal)
        where organization_id = $1 and not p.bot and daterange(a.valid_from, a.valid_to) @> $2::date`,
    ),
    entities: await all(
      `select l.entity_key as key, l.parent_key as parent, e.country
         from entity_parent l join entity e on e.organization_id = l.organization_id and e.key = l.entity_key
        where l.organization_id = $1 and daterange(l.valid_from, l.valid_to) @> $2::date`,
    ),
    groups: await all(
      `select key, kind, creator_key as creator, owner_keys as owners, created_at::date as created, archived_at::date as archived,
              has_description as described, entity_key as entity
         from network_group where organization_id = $1 and $2::date is not null`,
    ),
    changes: await all(
      `select day, group_key as "group", ordinal, member, founder from group_change where organization_id = $1 and day <= $2 order by day`,
    ),
    groupWeeks: await all(
      `select week, group_key as "group", ordinal, posts, comments, reactions from activity_group_week where organization_id = $1 and week <= $2`,
    ),
    groupDays: await all(
      `select day, group_key as "group", posts from activity_group_day where organization_id = $1 and day <= $2 order by day`,
    ),
    weeks: await all(
      `select week, ordinal, posts, comments, interactions, received, acts from activity_week where organization_id = $1 and week <= $2`,
    ),
    entityActs: await all(
      `select week, entity_key as entity, acts from activity_hour where organization_id = $1 and week > $2::date - 28 and week <= $2`,
    ),
    stays: await all(
      `select ordinal, entity_key as entity, valid_from as "from", valid_to as "to" from assignment
        where organization_id = $1 and valid_from <= $2 and valid_to > $2::date - 28`,
    ),
    threads: await all(
      `select day, key::text, posted_at as "postedAt", timezone, group_key as "group", author, entity_key as entity
         from thread where organization_id = $1 and day <= $2 order by posted_at`,
    ),
    responses: await all(
      `select day, thread::text, ordinal, replied_at as "repliedAt", replies, reacted, resolved_at as "resolvedAt"
         from thread_response where organization_id = $1 and day <= $2 order by replied_at nulls last, ordinal`,
    ),
    invitations: await all(
      `select m.day, a.entity_key as entity
         from milestone m join assignment a using (organization_id, ordinal)
        where organization_id = $1 and m.kind = 'invited' and m.day <= $2 and daterange(a.valid_from, a.valid_to) @> m.day`,
    ),
  };
}
