import { zones } from './activity.sql.js';

/**
 * What people did in groups and threads on the local days of [$2, $3). $4 organisation's zone; $5 kinds read; $6 reaction,
 * $7 reaction_removed. As for days and weeks, a reaction removed on the same local day did not happen, nor did one to
 * oneself; a quantity above 1 is a total without identity.
 */
export const createGroupDeeds = `
  create temp table group_deed on commit drop as
  with recursive ${zones},
  who as materialized (
    select a.alias, a.ordinal
      from person_alias a join person p on p.organization_id = a.organization_id and p.ordinal = a.ordinal
     where a.organization_id = $1 and not p.bot
  ),
  deed as materialized (
    select w.ordinal, (e.occurred_at at time zone coalesce(z.timezone, $4))::date as day, coalesce(z.timezone, $4) as timezone,
           s.entity_key, e.occurred_at, e.kind, e.quantity, e.group_key, e.object, e.parent, e.target, e.source_id, e.id
      from event e
      join who w on w.alias = alias_of(e.actor)
      left join assignment s on s.organization_id = $1 and s.ordinal = w.ordinal and s.valid_from <= e.day and e.day < s.valid_to
      left join zone z on z.key = s.entity_key
     where e.organization_id = $1 and e.day between $2::date - 1 and $3::date and e.kind = any($5::smallint[])
  ),
  removed as materialized (
    select ordinal, object, day, count(*) as times from deed where kind = $7 and object is not null group by 1, 2, 3
  ),
  cancelled as materialized (
    select r.ordinal, r.object, r.day
      from removed r join deed d using (ordinal, object, day)
     where d.kind = $6
     group by r.ordinal, r.object, r.day, r.times
    having r.times >= count(*)
  )
  select d.ordinal, d.day, d.timezone, d.entity_key, d.occurred_at, d.kind, d.quantity, d.group_key,
         hashtextextended(coalesce(d.object, d.id::text), d.source_id) as own,
         case when d.kind = $6 then hashtextextended(d.object, d.source_id)
              else hashtextextended(coalesce(d.parent, d.object), d.source_id) end as about,
         d.parent is not null as answers
    from deed d
    left join who as reacted_to on d.kind = $6 and reacted_to.alias = alias_of(d.target)
    left join cancelled c on d.kind = $6 and c.ordinal = d.ordinal and c.object = d.object and c.day = d.day
   where d.day >= $2::date and d.day < $3::date and d.kind <> $7
     and c.ordinal is null
     and reacted_to.ordinal is distinct from d.ordinal`;

/** Kinds by name: the small integers that the ledger stores. */
export type Codes = Record<'post' | 'comment' | 'reaction' | 'created' | 'joined' | 'left' | 'resolved', number>;

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
    rows: ({ post }) => `
      select distinct on (day, own) day, own as key, occurred_at as posted_at, timezone, group_key, ordinal as author, entity_key
        from group_deed where kind = ${post} and quantity = 1
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
