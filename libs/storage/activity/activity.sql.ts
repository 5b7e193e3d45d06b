import { bitmaps } from './bitmap.sql.js';
import { countedDeeds, zones } from './deed.sql.js';

/** $1 organisation, $2 UTC days: people seen acting (or invited) who have no alias yet. Sorted, so that a rebuild numbers alike. */
export const registerActors = `
  with seen as (
    select distinct alias
      from (select actor as alias from event where organization_id = $1 and day = any($2::date[])
            union all
            select target from event
             where organization_id = $1 and day = any($2::date[]) and kind = $3 and target is not null) as named
     where not exists (select from person_alias a where a.organization_id = $1 and a.alias = named.alias)
  ),
  numbered as (select alias, row_number() over (order by alias) - 1 as place from seen),
  grown as (
    update organization set next_ordinal = next_ordinal + (select count(*) from numbered)
     where id = $1 and exists (select from numbered)
    returning next_ordinal - (select count(*) from numbered) as first
  ),
  added as (
    insert into person (organization_id, ordinal, key, declared)
    select $1, grown.first + place, alias, false from numbered, grown
    returning ordinal, key
  )
  insert into person_alias (organization_id, alias, ordinal) select $1, key, ordinal from added`;

/**
 * What each person did in each local hour of [$2, $3), by the entity of the day: acts as a mask, counts, first instants.
 * $5, $6: kind → mask of acts; $7 reaction, $8 reaction_removed, $9 post, $10 comment, $11, $12, $13, $14, $15 masks of
 * the acts `act`, `active`, `engaged`, `login`, `interactive`. What others addressed to a person is a row without an hour.
 */
export const createPersonHour = `
  create temp table person_hour on commit drop as
  with recursive ${countedDeeds({
    columns: ['extract(hour from e.occurred_at at time zone coalesce(z.timezone, $4))::smallint as hour'],
    reaction: '$7',
    removed: '$8',
    addressed: 'd.kind in ($7, $10)',
  })},
  mask(kind, acts) as (select * from unnest($5::smallint[], $6::integer[])),
  told as (select d.*, m.acts from done d join mask m using (kind))
  select ordinal, entity_key, day, hour,
         bit_or(acts) as acts,
         coalesce(sum(quantity) filter (where kind = $9), 0) as posts,
         coalesce(sum(quantity) filter (where kind = $10), 0) as comments,
         coalesce(sum(quantity) filter (where kind = $7), 0) as reactions,
         coalesce(sum(quantity) filter (where acts & $11 <> 0), 0) as deeds,
         coalesce(sum(quantity) filter (where acts & $15 <> 0), 0) as interactions,
         0 as received,
         min(occurred_at) filter (where acts & $12 <> 0) as activated_at,
         min(occurred_at) filter (where acts & $14 <> 0) as connected_at,
         min(occurred_at) filter (where acts & $13 <> 0) as engaged_at
    from told
   group by ordinal, entity_key, day, hour
  union all
  select reached, null, day, null, 0, 0, 0, 0, 0, 0, sum(quantity), null, null, null
    from told where reached <> ordinal
   group by reached, day`;

/** One row per person and local day. */
export const createPersonDay = `
  create temp table person_day on commit drop as
  select ordinal, day, bit_or(acts) as acts, sum(posts) as posts, sum(comments) as comments, sum(reactions) as reactions,
         sum(deeds) as deeds, sum(interactions) as interactions, sum(received) as received,
         min(activated_at) as activated_at, min(connected_at) as connected_at, min(engaged_at) as engaged_at
    from person_hour
   group by ordinal, day`;

/** First invitations of [$2, $3), by the local day of the invited person. $5 = invitation_sent. */
export const createInvited = `
  create temp table invited on commit drop as
  with recursive ${zones}
  select distinct on (a.ordinal) a.ordinal, e.occurred_at as at,
         (e.occurred_at at time zone coalesce(z.timezone, $4))::date as day
    from event e
    join person_alias a on a.organization_id = $1 and a.alias = e.target
    join person p on p.organization_id = $1 and p.ordinal = a.ordinal and not p.bot
    left join assignment s on s.organization_id = $1 and s.ordinal = a.ordinal and s.valid_from <= e.day and e.day < s.valid_to
    left join zone z on z.key = s.entity_key
   where e.organization_id = $1 and e.day between $2::date - 1 and $3::date and e.kind = $5
     and (e.occurred_at at time zone coalesce(z.timezone, $4))::date >= $2::date
     and (e.occurred_at at time zone coalesce(z.timezone, $4))::date < $3::date
   order by a.ordinal, e.occurred_at`;

/** $1 = number of acts is fixed by the caller: one bitmap column per act, unpivoted. */
export function createDayBits(acts: number): string {
  const columns = Object.fromEntries(Array.from({ length: acts }, (_, act) => [`a${act}`, `acts & ${1 << act} <> 0`]));
  const values = Array.from({ length: acts }, (_, act) => `(${act}, a${act})`).join(', ');
  return `
  create temp table day_bits on commit drop as
  select day, act::smallint as act, segment, people
    from (${bitmaps('person_day', ['day'], columns)}) as wide,
         lateral (values ${values}) as narrow(act, people)
   where bit_count(people) > 0`;
}

/** Local days of [$2, $3) whose bits differ from what is stored. */
export const changedDays = `
  select distinct coalesce(o.day, n.day) as day
    from (select * from activity_day where organization_id = $1 and day >= $2::date and day < $3::date) as o
    full join day_bits n on n.day = o.day and n.act = o.act and n.segment = o.segment
   where o.people is distinct from n.people`;

export const clearDays = `delete from activity_day where organization_id = $1 and day = any($2::date[])`;
export const fillDays = `
  insert into activity_day (organization_id, day, act, segment, people)
  select $1, day, act, segment, people from day_bits where day = any($2::date[])`;

/** Last local day with an event from a live source within the days read; returns the one before if that is new. */
export const advanceLive = `
  update organization
     set live_through = latest.day
    from (select max((e.occurred_at at time zone $4)::date) as day
            from event e join source s on s.organization_id = e.organization_id and s.id = e.source_id
           where e.organization_id = $1 and e.day between $2::date and $3::date and s.kind = 'http') as latest,
         (select live_through as day from organization where id = $1) as known
   where id = $1 and latest.day > coalesce(known.day, '-infinity')
  returning known.day as before`;
