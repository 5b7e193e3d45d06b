import { officialMessages } from '../declared/official-messages.sql.js';
import { countedDeeds } from './deed.sql.js';

/**
 * What people did in groups and threads on the local days of [$2, $3). $4 organisation's zone; $5 kinds read; $6 reaction,
 * $7 reaction_removed; $8 kinds read only where they are about an official message. A quantity above 1 is a total without
 * identity.
 */
export const createGroupDeeds = `
  create temp table group_deed on commit drop as
  with recursive ${countedDeeds({
    columns: ['e.group_key', 'e.parent', 'e.source_id'],
    kinds: `(e.kind = any($5::smallint[])
             or e.kind = any($8::smallint[]) and (e.object in (${officialMessages}) or e.parent in (${officialMessages})))`,
    reaction: '$6',
    removed: '$7',
    addressed: 'd.kind = $6',
  })}
  select d.ordinal, d.day, d.timezone, d.entity_key, d.occurred_at, d.kind, d.quantity, d.group_key, d.object, d.parent,
         hashtextextended(d.object, d.source_id) as own,
         case when d.kind = $6 then hashtextextended(d.object, d.source_id)
              else hashtextextended(coalesce(d.parent, d.object), d.source_id) end as about,
         d.parent is not null as answers
    from done d
   where d.kind <> $7`;

/** Kinds by name: the small integers that the ledger stores. */
export type Codes = Record<
  'post' | 'comment' | 'reaction' | 'created' | 'joined' | 'left' | 'resolved' | 'view' | 'share',
  number
>;

interface Rebuilt {
  table: string;
  /** The column that tells which local days (or weeks) a row belongs to. */
  day: 'day' | 'week';
  columns: string;
  rows: (codes: Codes) => string;
}

/** Tables of what happens in groups, each with what its rows must be, out of `group_deed`. */
export const rebuilt: readonly Rebuilt[] = [
  {
    table: 'activity_group_week',
    day: 'week',
    columns: 'week, group_key, ordinal, posts, comments, reactions',
    rows: ({ post, comment, reaction }) => `
      select date_trunc('week', day)::date as week, group_key, ordinal,
             coalesce(sum(quantity) filter (where kind = ${post}), 0)::integer as posts,
             coalesce(sum(quantity) filter (where kind = ${comment}), 0)::integer as comments,
             coalesce(sum(quantity) filter (where kind = ${reaction}), 0)::integer as reactions
        from group_deed where group_key is not null and kind in (${post}, ${comment}, ${reaction})
       group by 1, 2, 3`,
  },
  {
    table: 'activity_group_day',
    day: 'day',
    columns: 'day, group_key, posts, comments',
    rows: ({ post, comment }) => `
      select day, group_key, coalesce(sum(quantity) filter (where kind = ${post}), 0)::integer as posts,
             coalesce(sum(quantity) filter (where kind = ${comment}), 0)::integer as comments
        from group_deed where group_key is not null and kind in (${post}, ${comment})
       group by 1, 2`,
  },
  {
    table: 'group_change',
    day: 'day',
    columns: 'day, group_key, ordinal, member, founder',
    rows: ({ created, joined, left }) => `
      select day, group_key, ordinal,
             (array_agg(kind <> ${left} order by occurred_at desc, kind = ${left}))[1] as member,
             bool_or(kind = ${created}) as founder
        from group_deed where group_key is not null and kind in (${created}, ${joined}, ${left})
       group by 1, 2, 3`,
  },
  {
    table: 'thread',
    day: 'day',
    columns: 'day, key, posted_at, timezone, group_key, author, entity_key',
    // A post that its source does not name cannot be known to be answered: it waits for nothing, and no rate counts it.
    rows: ({ post }) => `
      select distinct on (day, own) day, own as key, occurred_at as posted_at, timezone, group_key, ordinal as author, entity_key
        from group_deed where kind = ${post} and quantity = 1 and own is not null
       order by day, own, occurred_at, ordinal`,
  },
  {
    table: 'thread_response',
    day: 'day',
    columns: 'day, thread, ordinal, replied_at, replies, reacted, resolved_at',
    rows: ({ comment, reaction, resolved }) => `
      select day, about as thread, ordinal, min(occurred_at) filter (where kind = ${comment}) as replied_at,
             coalesce(sum(quantity) filter (where kind = ${comment}), 0)::integer as replies,
             bool_or(kind = ${reaction}) as reacted, min(occurred_at) filter (where kind = ${resolved}) as resolved_at
        from group_deed
       where about is not null and (kind in (${reaction}, ${resolved}) or kind = ${comment} and answers)
       group by 1, 2, 3`,
  },
  {
    table: 'message_seen',
    day: 'day',
    columns: 'day, message, ordinal, saw, wrote',
    rows: ({ post, comment, reaction, view, share }) => `
      select day, message, ordinal, bool_or(not wrote) as saw, bool_or(wrote) as wrote
        from (select d.day, m.object_key as message, d.ordinal, d.kind = ${post} and d.object = m.object_key as wrote
                from (${officialMessages}) as m
                join group_deed d on d.object = m.object_key or d.parent = m.object_key
               where d.kind in (${post}, ${comment}, ${reaction}, ${view}, ${share})) as done
       group by 1, 2, 3`,
  },
];

/** First local day of [$2, $3) (or Monday) of which a table must say something else; null when it is right already. */
export const firstDifference = ({ table, day, columns, rows }: Rebuilt, codes: Codes) => `
  with kept as (select ${columns} from ${table} where organization_id = $1 and ${day} >= $2::date and ${day} < $3::date),
  found as materialized (${rows(codes)})
  select min(${day}) as day
    from ((select * from kept except all select * from found) union all (select * from found except all select * from kept)) as different`;

export const clear = ({ table, day }: Rebuilt) =>
  `delete from ${table} where organization_id = $1 and ${day} >= $2::date and ${day} < $3::date`;

export const fill = ({ table, columns, rows }: Rebuilt, codes: Codes) => `
  insert into ${table} (organization_id, ${columns})
  select $1::uuid, ${columns} from (${rows(codes)}) as found`;
