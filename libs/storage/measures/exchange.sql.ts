/** Counted for the organisation as a whole, whatever its cells. */
export const organizationCell = '~organisation';

/** Which cell the direct staff of an entity is counted in: $1 entities, $2 their cells. */
export const createEntityCells = `
  create temp table entity_cell on commit drop as
  select * from unnest($1::text[], $2::text[]) as c(entity_key, cell)`;

/** Hours from nine to six on the working days up to a local instant, from the day of it in `calendar`. */
const workedBefore = (day: string, at: string) => `(9 * ${day}.before + case when ${day}.works then
    extract(epoch from least(greatest(${at} - (${day}.day + time '09:00'), interval '0'), interval '9 hours')) / 3600 else 0 end)`;

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
  -- Working days before each day: the hours between two instants are then a difference, not a sum over days.
  calendar as materialized (
    select country, day, w.works is true as works, count(w.works) over earlier as before
      from (select distinct country from working) as c
     cross join (select $2::date - 30 + n as day from generate_series(0, 33) as n) as d
      left join (select country, day, true as works from working) as w using (country, day)
    window earlier as (partition by country order by day rows between unbounded preceding and 1 preceding)
  ),
  heard as materialized (
    select t.author, t.replied_at is not null as replied, t.posted_at, coalesce(t.replied_at, t.seen_until) as heard_at,
           t.posted_at at time zone t.timezone as posted, coalesce(t.replied_at, t.seen_until) at time zone t.timezone as heard,
           coalesce(p.country, '') as country
      from thread_state t left join present p on p.ordinal = t.author
     where t.day > $2::date - 28
  ),
  waiting as materialized (
    select h.author, h.replied, extract(epoch from h.heard_at - h.posted_at) / 3600 as calendar,
           coalesce(${workedBefore('b', 'h.heard')} - ${workedBefore('a', 'h.posted')}, 0) as work
      from heard h
      left join calendar a on a.country = h.country and a.day = h.posted::date
      left join calendar b on b.country = h.country and b.day = h.heard::date
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

/**
 * Somebody who moved may have made some at several places: among the largest parts all of it counts at each, and it makes
 * somebody a contributor once, where they made most. So places can be put together as if they shared nobody.
 */
export const fillMade = `
  insert into measure_exchange (organization_id, week_end, population, cell, measure, total, contributors, top1, top2)
  with everywhere as (
    select *, sum(amount) over person as part, row_number() over (person order by amount desc, cell collate "C") = 1 as surely
      from made window person as (partition by population, measure, ordinal)
  )
  select $1, $2, population, cell, measure, sum(amount), count(*) filter (where surely), max(part), sum(part) filter (where place <= 2)
    from (select *, row_number() over (partition by population, cell, measure order by part desc) as place from everywhere) as ranked
   group by population, cell, measure`;

/** In how many of the four weeks anybody of a population wrote. $3 whether managers are counted. */
export const fillVoiceWeeks = `
  insert into measure_exchange (organization_id, week_end, population, cell, measure, total)
  select $1, $2, case when $3 and p.manages then 'level-' || coalesce(p.level::text, 'none') else 'others' end,
         '${organizationCell}', 'weeks', count(distinct a.week)
    from activity_week a left join present p using (ordinal)
   where a.organization_id = $1 and a.week > $2::date - 28 and a.week <= $2::date and a.posts + a.comments > 0
   group by 3`;
