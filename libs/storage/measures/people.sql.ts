import { bitmaps } from '../activity/bitmap.sql.js';

/** States reached by that Sunday. $1 organisation, $2 Sunday. */
export const createStateBits = `
  create temp table state_bits on commit drop as
  ${bitmaps(
    `(
      select kind as state, ordinal from milestone where organization_id = $1 and day <= $2::date
      union all
      select 'planned', ordinal from planned
      union all
      select 'opened', p.ordinal from planned p
        join wave w on w.organization_id = $1 and w.key = p.wave and w.actual_start <= $2::date
      union all
      select 'ambassadors', r.ordinal from roster r
        join mandate a on a.organization_id = $1 and a.ordinal = r.ordinal and a.role = 'ambassador'
             and a.valid_from <= $2::date and $2::date < a.valid_to
    ) as reached`,
    ['state'],
  )}`;

const stateOf = (state: string) =>
  `coalesce(sum(bit_count(s.people & t.people)) filter (where t.state = '${state}'), 0)`;

export const fillState = `
  insert into measure_state (organization_id, week_end, population, cell, people, planned, opened, ambassadors,
                             invited, activated, connected, engaged)
  select $1, $2, s.population, s.cell, max(z.people),
         ${['planned', 'opened', 'ambassadors', 'invited', 'activated', 'connected', 'engaged'].map(stateOf).join(', ')}
    from slice s
    join (select population, cell, sum(bit_count(people)) as people from slice group by population, cell) as z
         using (population, cell)
    left join state_bits t using (segment)
   group by s.population, s.cell`;

/** Every act over every window, in one pass over the year. $2 Sunday, $3 number of acts. */
export const createWindowBits = `
  create temp table window_bits on commit drop as
  with year as materialized (
    select act, segment,
           bit_or(people) filter (where day > $2::date - 7) as d7,
           bit_or(people) filter (where day > $2::date - 28) as d28,
           bit_or(people) filter (where day > $2::date - 91) as d91,
           bit_or(people) filter (where day > $2::date - 182) as d182,
           bit_or(people) as d365
      from activity_day
     where organization_id = $1 and day > $2::date - 365 and day <= $2::date
     group by act, segment
  )
  select days, act::text as act, segment, people
    from year, lateral (values (7, d7), (28, d28), (91, d91), (182, d182), (365, d365)) as w(days, people)
   where people is not null`;

/** People active on 80 % of the working days on which they were present. $1 organisation, $2 Sunday, $3 $4 working days. */
export const addDaily = `
  insert into window_bits (days, act, segment, people)
  with working as (select * from unnest($3::text[], $4::date[]) as w(country, day)),
  masks as (
    select country, date_trunc('week', day)::date as week, bit_or(1 << (extract(isodow from day)::integer - 1)) as mask,
           sum(count(*)) over (partition by country) as days
      from working group by 1, 2
  ),
  -- Few people come, or are away, within the window: only their days are looked at one by one.
  partly as materialized (
    select a.ordinal
      from assignment a join cell_people c using (ordinal)
     where a.organization_id = $1 and a.valid_from <= $2::date and a.valid_to > $2::date - 27
     group by a.ordinal
    having sum(least(a.valid_to, $2::date + 1) - greatest(a.valid_from, $2::date - 27)) < 28
  ),
  exposed as (
    select c.ordinal, m.week, m.mask, m.days
      from cell_people c join masks m using (country)
     where not exists (select from partly p where p.ordinal = c.ordinal)
    union all
    select p.ordinal, date_trunc('week', w.day)::date, bit_or(1 << (extract(isodow from w.day)::integer - 1)),
           sum(count(*)) over (partition by p.ordinal)
      from partly p
      join cell_people c using (ordinal)
      join working w using (country)
      join assignment s on s.organization_id = $1 and s.ordinal = p.ordinal and s.valid_from <= w.day and w.day < s.valid_to
     group by 1, 2
  ),
  daily as (
    select e.ordinal
      from exposed e
      join activity_week a on a.organization_id = $1 and a.ordinal = e.ordinal and a.week = e.week
     group by e.ordinal, e.days
    having sum(bit_count((a.active_days & e.mask)::bit(7))) * 5 >= 4 * e.days
  )
  select 28, 'daily', segment, people from (${bitmaps('daily', [])}) as d`;

/** People whose fourteenth day after invitation fell in the window, still present then, and those activated in time. */
export const addDue14 = `
  insert into window_bits (days, act, segment, people)
  with due as (
    select i.ordinal, i.day + 14 as due_on, a.at is not null and a.at < i.at + interval '14 days' as activated
      from milestone i
      join assignment s on s.organization_id = $1 and s.ordinal = i.ordinal
           and s.valid_from <= i.day + 14 and i.day + 14 < s.valid_to
      left join milestone a on a.organization_id = $1 and a.ordinal = i.ordinal and a.kind = 'activated'
     where i.organization_id = $1 and i.kind = 'invited' and i.day + 14 <= $2::date and i.day + 14 > $2::date - 365
  ),
  placed as (
    select days, ordinal, activated from due, unnest(array[7, 28, 91, 182, 365]) as w(days) where due_on > $2::date - days
  ),
  marked as (
    select days, 'due14' as act, ordinal from placed union all
    select days, 'activated14', ordinal from placed where activated
  )
  select days, act, segment, people from (${bitmaps('marked', ['days', 'act'])}) as d`;

/** People on the list of an action that began within the window. */
export const addAttended = `
  insert into window_bits (days, act, segment, people)
  with placed as (
    select distinct w.days, t.ordinal
      from attendance t
      join action a on a.organization_id = $1 and a.key = t.action_key and a.state <> 'cancelled'
           and a.starts_on <= $2::date and a.starts_on > $2::date - 365
      join unnest(array[7, 28, 91, 182, 365]) as w(days) on a.starts_on > $2::date - w.days
     where t.organization_id = $1
  )
  select days, 'attended', segment, people from (${bitmaps('placed', ['days'])}) as d`;

const people = (act: string) => `coalesce(sum(bit_count(s.people & w.people)) filter (where w.act = '${act}'), 0)`;

/** A window in which a slice did nothing has its row of zeros: counted is not unknown. Acts come in their stored order. */
export const fillPeople = (acts: readonly string[]) => `
  insert into measure_people (organization_id, week_end, days, population, cell, ${acts.join(', ')}, daily, due14, activated14, attended,
                              targeted, seen)
  select $1, $2, n.days, s.population, s.cell,
         ${acts.map((_, index) => people(String(index))).join(', ')}, ${['daily', 'due14', 'activated14', 'attended', 'targeted', 'seen'].map(people).join(', ')}
    from slice s
   cross join unnest(array[7, 28, 91, 182, 365]) as n(days)
    left join window_bits w on w.segment = s.segment and w.days = n.days
   group by n.days, s.population, s.cell`;
