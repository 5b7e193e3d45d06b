import { organizationCell } from './exchange.sql.js';

/**
 * Groups by what can be said of them, in the cell of their entity. $1 organisation, $2 Sunday, $3 the smallest size that
 * is told apart. Silent: no post in 28 days, of groups older than that. Ready: owner, description and five posts before
 * the first invitation of the entity it is for, if that was within the year.
 */
export const fillGroups = `
  insert into measure_exchange (organization_id, week_end, population, cell, measure, total)
  with recursive below(entity_key, top) as (
    select entity_key, entity_key from entity_parent
     where organization_id = $1 and valid_from <= $2::date and $2::date < valid_to
    union all
    select p.entity_key, b.top from below b
      join entity_parent p on p.organization_id = $1 and p.parent_key = b.entity_key and p.valid_from <= $2::date and $2::date < p.valid_to
  ),
  invited as materialized (
    select a.entity_key, min(m.day) as day
      from milestone m
      join assignment a on a.organization_id = $1 and a.ordinal = m.ordinal and a.valid_from <= m.day and m.day < a.valid_to
     where m.organization_id = $1 and m.kind = 'invited' and m.day <= $2::date
     group by 1
  ),
  opened as materialized (
    select b.top as entity_key, min(i.day) as day from below b join invited i using (entity_key) group by 1
  ),
  posted as materialized (
    select d.group_key, max(d.day) filter (where d.posts > 0) as last_post,
           coalesce(sum(d.posts) filter (where d.day < o.day), 0) as prepared
      from activity_group_day d
      left join network_group g on g.organization_id = $1 and g.key = d.group_key
      left join opened o on o.entity_key = g.entity_key
     where d.organization_id = $1 and d.day <= $2::date
     group by 1
  ),
  fact as materialized (
    select c.cell, m.members, m.writers, m.active28, m.active364, m.pairs, m.mutual, c.owned, c.described,
           coalesce(c.created_on, '-infinity') <= $2::date - 28 as grown,
           coalesce(p.last_post, '-infinity') <= $2::date - 28 as quiet,
           o.day is not null and o.day > $2::date - 364 and c.created_on <= o.day as awaited,
           coalesce(p.prepared, 0) as prepared
      from community c
      join measure_community m on m.organization_id = $1 and m.week_end = $2::date and m.group_key = c.group_key
      left join posted p on p.group_key = c.group_key
      left join network_group g on g.organization_id = $1 and g.key = c.group_key
      left join opened o on o.entity_key = g.entity_key
     where c.open and c.cell is not null
  )
  select $1, $2, 'everyone', cell, measure, count(*)
    from fact, lateral (values
      ('groups', true), ('groups_grown', grown), ('groups_silent', grown and quiet),
      ('groups_owner_known', owned is not null), ('groups_ownerless', owned = false),
      ('groups_large', active28 >= 20), ('groups_awaited', awaited),
      ('groups_ready', awaited and coalesce(owned, false) and coalesce(described, false) and prepared >= 5),
      ('groups_classed', members >= 10),
      ('groups_network', members >= 10 and writers * 2 > members and mutual * 10 >= pairs * 3 and pairs > 0),
      ('groups_diffusion', members >= 10 and writers * 10 < members)
    ) as v(measure, counts)
   where counts
   group by cell, measure`;

/**
 * How long groups live, in bins of four weeks since their creation: `life_died_b` (28 days in a row without a message),
 * `life_left_b` (archived, or alive at the end), `life_came_b` (seen from then on: their beginning is not kept).
 * $1 organisation, $2 Sunday, $3 last bin, $4 fewest members.
 */
export const fillLives = `
  insert into measure_exchange (organization_id, week_end, population, cell, measure, total)
  with kept as (select min(day) as day from activity_group_day where organization_id = $1),
  message as materialized (
    select c.group_key, c.created_on, least(c.archived_on - 1, $2::date) as until, d.day
      from community c
      left join measure_community m on m.organization_id = $1 and m.week_end = $2::date and m.group_key = c.group_key
      left join activity_group_day d on d.organization_id = $1 and d.group_key = c.group_key and d.day <= least(c.archived_on - 1, $2::date)
     where c.created_on <= least(c.archived_on - 1, $2::date) and ($4 <= 1 or not c.open or m.members >= $4)
  ),
  born as materialized (
    select group_key, created_on, until, case when created_on >= k.day then created_on else min(message.day) end as first
      from message cross join kept k group by group_key, created_on, until, k.day
  ),
  day as (
    select group_key, first as day from born where first is not null
    union
    select m.group_key, m.day from message m join born b using (group_key) where m.day > b.first
  ),
  point as materialized (
    select b.group_key, b.created_on, b.until, b.first, d.day,
           lead(d.day) over (partition by b.group_key order by d.day) as next
      from born b join day d using (group_key)
  ),
  life as materialized (
    select group_key, created_on, until, first,
           min(day + 28) filter (where coalesce(next, until + 1) > day + 28) as died
      from point group by group_key, created_on, until, first
  ),
  told as (
    select case when died is not null then 'life_died_' else 'life_left_' end
             || least((coalesce(died, until) - created_on) / 28, $3::integer) as measure
      from life
    union all
    select 'life_came_' || least((first - created_on) / 28, $3::integer) from life where first > created_on
  )
  select $1, $2, 'everyone', '${organizationCell}', measure, count(*) from told group by measure`;
