import { bitmaps } from '../activity/bitmap.sql.js';

/**
 * Habit of the people of cells (K12, K06): of those present and activated since the window began, who did something
 * in how many of its weeks. The counts are nested: power ⊂ habitual ⊂ novice ⊂ used ⊂ exposed. $1 organisation, $2 Sunday.
 */
export const createHabitBits = `
  create temp table habit_bits on commit drop as
  with done as (
    select a.ordinal,
           count(*) filter (where a.acts > 0) as weeks84, sum(a.acts) as acts84,
           count(*) filter (where a.acts > 0 and a.week > $2::date - 28) as weeks28,
           coalesce(sum(a.acts) filter (where a.week > $2::date - 28), 0) as acts28,
           coalesce(sum(bit_count(a.active_days::integer::bit(7))) filter (where a.week > $2::date - 28), 0) as days28
      from activity_week a
     where a.organization_id = $1 and a.week > $2::date - 84 and a.week <= $2::date
     group by a.ordinal
  ),
  known as (
    select c.ordinal, greatest(c.joined_on, m.day) as since, coalesce(d.days28, 0) as days28,
           coalesce(d.weeks84, 0) as weeks84, coalesce(d.acts84, 0) as acts84,
           coalesce(d.weeks28, 0) as weeks28, coalesce(d.acts28, 0) as acts28
      from cell_people c
      join milestone m on m.organization_id = $1 and m.ordinal = c.ordinal and m.kind = 'activated' and m.day <= $2::date
      left join done d on d.ordinal = c.ordinal
  ),
  window_of as (
    select ordinal, w.days, w.acts, days28, w.weeks >= w.enough as habitual, w.acts >= w.days / 7 as weekly,
           w.acts * 7 >= 15 * w.days as often
      from known, lateral (values (84, weeks84, acts84, 9), (28, weeks28, acts28, 4)) as w(days, weeks, acts, enough)
     where since <= $2::date - w.days + 1
  ),
  counted as (
    select days, 'exposed' as measure, ordinal from window_of
    union all select days, 'used', ordinal from window_of where acts > 0
    union all select days, 'novice', ordinal from window_of where habitual or weekly
    union all select days, 'habitual', ordinal from window_of where habitual
    union all select days, 'power', ordinal from window_of where habitual and often
    union all select 28, 'engaged_days', ordinal from known where days28 >= 10
  )
  select days, measure, segment, people from (${bitmaps('counted', ['days', 'measure'])}) as b`;

/**
 * People whose fourteenth day after the first login fell in the window, present then, and those who were active on
 * another of these days (K28). $1 organisation, $2 Sunday.
 */
export const addReturns = `
  insert into habit_bits (days, measure, segment, people)
  with due as (
    select m.ordinal, m.day, m.day + 14 as due_on
      from milestone m
      join assignment s on s.organization_id = $1 and s.ordinal = m.ordinal
           and s.valid_from <= m.day + 14 and m.day + 14 < s.valid_to
     where m.organization_id = $1 and m.kind = 'connected' and m.day + 14 <= $2::date and m.day + 14 > $2::date - 91
  ),
  seen as (
    select d.ordinal,
           bool_or(a.active_days
                   & ((1 << (least(6, d.due_on - a.week) + 1)) - 1)
                   & ~((1 << greatest(0, d.day + 1 - a.week)) - 1) <> 0) as again
      from due d
      join activity_week a on a.organization_id = $1 and a.ordinal = d.ordinal and a.week > d.day - 6 and a.week <= d.due_on
     group by d.ordinal
  ),
  placed as (
    select w.days, ordinal, coalesce(s.again, false) as again
      from due d left join seen s using (ordinal), unnest(array[28, 91]) as w(days)
     where d.due_on > $2::date - w.days
  ),
  counted as (
    select days, 'due_return' as measure, ordinal from placed
    union all select days, 'returned', ordinal from placed where again
  )
  select days, measure, segment, people from (${bitmaps('counted', ['days', 'measure'])}) as b`;

const measures = {
  ...{ exposed: [28, 84], used: [28, 84], novice: [28, 84], habitual: [28, 84], power: [28, 84] },
  ...{ engaged_days: [28], due_return: [28, 91], returned: [28, 91] },
};

const people = ([measure, windows]: [string, number[]]) =>
  `case when n.days in (${windows.join(', ')})
        then coalesce(sum(bit_count(s.people & b.people)) filter (where b.measure = '${measure}'), 0) end`;

/** A slice in which nobody did has its row of zeros: counted is not unknown. $1 organisation, $2 Sunday. */
export const fillHabit = `
  insert into measure_habit (organization_id, week_end, days, population, cell, ${Object.keys(measures).join(', ')})
  select $1, $2, n.days, s.population, s.cell, ${Object.entries(measures).map(people).join(', ')}
    from slice s
   cross join unnest(array[28, 84, 91]) as n(days)
    left join habit_bits b on b.segment = s.segment and b.days = n.days
   where s.population <> 'unassigned'
   group by n.days, s.population, s.cell`;

/**
 * Activated people of each cell by what they give (C) and get (R) in 91 days (K23): the first cut-off that fits. Nothing
 * where no source says to whom a reply or a reaction went. $1 organisation, $2 Sunday.
 */
export const fillPersona = `
  insert into measure_persona (organization_id, week_end, days, population, cell, engager, catalyst, responder, broadcaster, observer)
  with given as (
    select a.ordinal, sum(a.posts) as posts, sum(a.comments) as replies,
           sum(a.posts + a.comments + a.reactions) as c, sum(a.received) as r
      from activity_week a
     where a.organization_id = $1 and a.week > $2::date - 91 and a.week <= $2::date
     group by a.ordinal
  ),
  persona as (
    select c.cell,
           case when g.c is null or g.c < 3 then 'observer'
                when g.r * 100 > (g.c + g.r) * 65 then 'catalyst'
                when g.r * 100 >= (g.c + g.r) * 35 then 'engager'
                when g.posts > g.replies then 'broadcaster'
                else 'responder' end as name
      from cell_people c
      join milestone m on m.organization_id = $1 and m.ordinal = c.ordinal and m.kind = 'activated' and m.day <= $2::date
      left join given g on g.ordinal = c.ordinal
  )
  select $1, $2, 91, 'everyone', c.cell,
         ${['engager', 'catalyst', 'responder', 'broadcaster', 'observer'].map((name) => `count(p.name) filter (where p.name = '${name}')`).join(', ')}
    from (select distinct cell from cell_people) as c
    left join persona p on p.cell = c.cell
   where exists (select from given where r > 0)
   group by c.cell`;
