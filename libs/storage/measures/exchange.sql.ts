/** Counted for the organisation as a whole, whatever its cells. */
export const organizationCell = '~organisation';

/** Which cell the direct staff of an entity is counted in: $1 entities, $2 their cells. */
export const createEntityCells = `
  create temp table entity_cell on commit drop as
  select * from unnest($1::text[], $2::text[]) as c(entity_key, cell)`;

/**
 * Who made how much of what, over the 28 days: one row per person, so that the largest parts are known. A thread is its
 * author's, and belongs to the entity of the author on that day. $1 organisation, $2 Sunday, $3 $4 first hours of the
 * bins of waiting (calendar, work), $5 $6 working days by country, $7 whether managers are counted,
 * $8 first hours of the bins of resolution.
 */
export const createMade = `
  create temp table made on commit drop as
  with mature as materialized (
    select t.author, c.cell, t.replied_at is not null as replied, t.replied_at is not null or t.reacted as answered
      from thread_state t join entity_cell c using (entity_key)
     where t.day > $2::date - 28 and t.day <= $2::date - 7
  ),
  working as (select * from unnest($5::text[], $6::date[]) as w(country, day)),
  waiting as materialized (
    select t.author, t.replied_at is not null as replied,
           extract(epoch from coalesce(t.replied_at, t.seen_until) - t.posted_at) / 3600 as calendar,
           (select coalesce(sum(greatest(0, extract(epoch from
                     least(coalesce(t.replied_at, t.seen_until) at time zone t.timezone, w.day + time '18:00')
                     - greatest(t.posted_at at time zone t.timezone, w.day + time '09:00')))), 0) / 3600
              from working w where w.country = coalesce(p.country, '')) as work
      from thread_state t left join present p on p.ordinal = t.author
     where t.day > $2::date - 28
  ),
  bin as materialized (
    select author, replied, width_bucket(greatest(0, calendar), $3::float8[]) - 1 as calendar,
           width_bucket(greatest(0, work), $4::float8[]) - 1 as work
      from waiting
  ),
  voice as materialized (
    select case when $7 and p.manages then 'level-' || coalesce(p.level::text, 'none') else 'others' end as population,
           a.ordinal, a.week, a.posts + a.comments as messages
      from activity_week a left join present p using (ordinal)
     where a.organization_id = $1 and a.week > $2::date - 28 and a.week <= $2::date and a.posts + a.comments > 0
  )
  select 'everyone' as population, cell, measure, author as ordinal, count(*)::integer as amount
    from mature, lateral (values ('threads', true), ('answered', answered), ('replied', replied)) as v(measure, counts)
   where counts
   group by 2, 3, 4
  union all
  select 'everyone', '${organizationCell}', measure, author, count(*)::integer
    from bin, lateral (values (case when replied then 'reply_' else 'wait_' end || calendar),
                              (case when replied then 'work_reply_' else 'work_wait_' end || work)) as v(measure)
   group by measure, author
  union all
  select 'everyone', '${organizationCell}', case when t.resolved_at is null then 'open_' else 'resolved_' end
         || width_bucket(greatest(0, extract(epoch from coalesce(t.resolved_at, t.seen_until) - t.posted_at)) / 3600, $8::float8[]) - 1,
         t.author, count(*)::integer
    from thread_state t
   where t.group_key in (select group_key from thread_state where resolved_at is not null)
   group by 3, t.author
  union all
  select population, '${organizationCell}', 'messages', ordinal, sum(messages)::integer from voice group by population, ordinal
  union all
  select case when $7 and p.manages then 'level-' || coalesce(p.level::text, 'none') else 'others' end,
         '${organizationCell}', 'first_replies', t.replied_by, count(*)::integer
    from thread_state t left join present p on p.ordinal = t.replied_by
   where t.day > $2::date - 28 and t.replied_by is not null
   group by 1, t.replied_by
  union all
  select 'everyone', '${organizationCell}', 'group_messages', ordinal, sum(messages)::integer
    from group_act where messages > 0 group by ordinal
  union all
  select 'everyone', '${organizationCell}', measure, ordinal, sum(amount)::integer
    from (select ordinal, 'comments' as measure, comments as amount from activity_week
           where organization_id = $1 and week > $2::date - 28 and week <= $2::date and comments > 0
          union all
          select ordinal, 'replies', replies from thread_response
           where organization_id = $1 and day > $2::date - 28 and day <= $2::date and replies > 0) as said
   group by measure, ordinal
  union all
  select 'everyone', p.cell, measure, a.ordinal, count(*)::integer
    from group_act a
    join present p using (ordinal)
    join community c on c.group_key = a.group_key and c.open
    left join group_member m on m.group_key = a.group_key and m.ordinal = a.ordinal,
         lateral (values ('group_active', a.in28 and m.ordinal is not null), ('group_active_year', true)) as v(measure, counts)
   where counts and p.cell is not null
   group by p.cell, measure, a.ordinal`;

export const fillMade = `
  insert into measure_exchange (organization_id, week_end, population, cell, measure, total, contributors, top1, top2)
  select $1, $2, population, cell, measure, sum(amount), count(*), max(amount), sum(amount) filter (where place <= 2)
    from (select *, row_number() over (partition by population, cell, measure order by amount desc) as place from made) as ranked
   group by population, cell, measure`;

/** In how many of the four weeks anybody of a population wrote. $3 whether managers are counted. */
export const fillVoiceWeeks = `
  insert into measure_exchange (organization_id, week_end, population, cell, measure, total)
  select $1, $2, case when $3 and p.manages then 'level-' || coalesce(p.level::text, 'none') else 'others' end,
         '${organizationCell}', 'weeks', count(distinct a.week)
    from activity_week a left join present p using (ordinal)
   where a.organization_id = $1 and a.week > $2::date - 28 and a.week <= $2::date and a.posts + a.comments > 0
   group by 3`;

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
