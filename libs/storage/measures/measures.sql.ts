import { bitmaps } from '../activity/bitmap.sql.js';

/** People who act outside the directory, counted for the organisation only. */
export const unassignedCell = '~unassigned';

/** Which cell each person of the roster is counted in: $1 entities, $2 their cells. One person, one cell. */
export const createCells = `
  create temp table cell_people on commit drop as
  select r.ordinal, c.cell, r.country, r.joined_on
    from roster r join unnest($1::text[], $2::text[]) as c(entity_key, cell) using (entity_key)`;

export const createCellBits = `
  create temp table cell_bits on commit drop as
  ${bitmaps(`(select ordinal, cell, country from cell_people union all select ordinal, '${unassignedCell}', '' from unassigned) as members`, ['cell', 'country'])}`;

/** Who belongs to which population that Sunday: $1 organisation, $2 Sunday, $3 whether exemplarity is on. */
export const createPopulationBits = `
  create temp table population_bits on commit drop as
  ${bitmaps(
    `(
      select 'everyone' as population, ordinal from cell_people
      union all
      select 'unassigned', ordinal from unassigned
      union all
      select 'invited', r.ordinal from roster r
        join milestone m on m.organization_id = $1 and m.ordinal = r.ordinal and m.kind = 'invited' and m.day <= $2::date
      union all
      select 'planned', ordinal from planned
      union all
      select 'opened', p.ordinal from planned p
        join wave w on w.organization_id = $1 and w.key = p.wave and w.actual_start <= $2::date
      union all
      select 'managers', ordinal from roster where manages and $3
      union all
      select 'level-' || level, ordinal from roster where manages and level is not null and $3
      union all
      select 'ambassadors', r.ordinal from roster r
        join mandate a on a.organization_id = $1 and a.ordinal = r.ordinal and a.role = 'ambassador'
             and a.valid_from <= $2::date and $2::date < a.valid_to
      union all
      select 'newcomers', ordinal from roster where joined_on > $2::date - 91
      union all
      select 'wave-' || w.wave_key, r.ordinal from roster r
        join wave_member w on w.organization_id = $1 and w.ordinal = r.ordinal
             and w.valid_from <= $2::date and $2::date < w.valid_to
    ) as members`,
    ['population'],
  )}`;

/** A cell cut by a population, where anybody is left. */
export const createSlices = `
  create temp table slice on commit drop as
  select c.cell, p.population, c.segment, bit_or(c.people & p.people) as people
    from cell_bits c join population_bits p using (segment)
   where bit_count(c.people & p.people) > 0
   group by 1, 2, 3`;

/** People of a wave, through their entity or by name. $1 organisation, $2 Sunday. */
export const createPlanned = `
  create temp table planned on commit drop as
  select ordinal, wave from roster where wave is not null
  union
  select r.ordinal, m.wave_key from roster r
    join wave_member m on m.organization_id = $1 and m.ordinal = r.ordinal and m.valid_from <= $2::date and $2::date < m.valid_to`;

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
      join action a on a.organization_id = $1 and a.key = t.action_key
           and a.starts_on <= $2::date and a.starts_on > $2::date - 365
      join unnest(array[7, 28, 91, 182, 365]) as w(days) on a.starts_on > $2::date - w.days
     where t.organization_id = $1
  )
  select days, 'attended', segment, people from (${bitmaps('placed', ['days'])}) as d`;

const people = (act: string) => `coalesce(sum(bit_count(s.people & w.people)) filter (where w.act = '${act}'), 0)`;

/** A window in which a slice did nothing has its row of zeros: counted is not unknown. Acts come in their stored order. */
export const fillPeople = (acts: readonly string[]) => `
  insert into measure_people (organization_id, week_end, days, population, cell, ${acts.join(', ')}, daily, due14, activated14, attended)
  select $1, $2, n.days, s.population, s.cell,
         ${acts.map((_, index) => people(String(index))).join(', ')}, ${['daily', 'due14', 'activated14', 'attended'].map(people).join(', ')}
    from slice s
   cross join unnest(array[7, 28, 91, 182, 365]) as n(days)
    left join window_bits w on w.segment = s.segment and w.days = n.days
   group by n.days, s.population, s.cell`;

/** Person-days on working days of the last 28, and the working days of the people seen. $5, $6 = acts login and active. */
export const fillVolume = `
  insert into measure_volume (organization_id, week_end, days, cell, login_days, login_exposure, active_days, active_exposure)
  with working as (select * from unnest($3::text[], $4::date[]) as w(country, day)),
  length as (select country, count(*) as days from working group by country),
  done as (
    select c.cell, d.act, sum(bit_count(c.people & d.people)) as days
      from cell_bits c
      join working w on w.country = c.country
      join activity_day d on d.organization_id = $1 and d.day = w.day and d.segment = c.segment and d.act in ($5, $6)
     group by 1, 2
  ),
  possible as (
    select c.cell, b.act::smallint as act, sum(bit_count(c.people & b.people) * l.days) as days
      from cell_bits c
      join length l on l.country = c.country
      join window_bits b on b.segment = c.segment and b.days = 28 and b.act in ($5::text, $6::text)
     group by 1, 2
  )
  select $1, $2, 28, c.cell,
         coalesce(sum(d.days) filter (where p.act = $5), 0), coalesce(sum(p.days) filter (where p.act = $5), 0),
         coalesce(sum(d.days) filter (where p.act = $6), 0), coalesce(sum(p.days) filter (where p.act = $6), 0)
    from (select distinct cell from cell_bits where cell <> '${unassignedCell}') as c
    left join possible p on p.cell = c.cell
    left join done d on d.cell = p.cell and d.act = p.act
   group by c.cell`;

/** Weeks whose activity is forgotten keep what was counted of them. $1 organisation. */
export const clearCohorts = `
  delete from measure_cohort
   where organization_id = $1
     and (cohort + lag * 7 >= (select date_trunc('week', min(day)) from activity_day where organization_id = $1)
          or exists (select from organization where id = $1 and sealed_before is null))`;

/** Retention of every cohort at once: $1 organisation, $2 last Sunday that may be shown, $3 act `active`. */
export const fillCohorts = `
  insert into measure_cohort (organization_id, cohort, lag, people, active)
  with first_week as (
    select date_trunc('week', day)::date as cohort, m.ordinal
      from milestone m join person p on p.organization_id = m.organization_id and p.ordinal = m.ordinal and not p.bot
     where m.organization_id = $1 and m.kind = 'activated' and m.day <= $2::date
       -- People outside of the directory are in no rate, once there is one.
       and (p.declared or not exists (select from assignment where organization_id = $1))
  ),
  cohort as materialized (${bitmaps('first_week', ['cohort'])}),
  week as materialized (
    select date_trunc('week', day)::date as week, segment, bit_or(people) as people
      from activity_day where organization_id = $1 and act = $3 and day <= $2::date group by 1, 2
  ),
  -- Weeks in which nobody did anything are weeks; those whose activity is forgotten are not.
  calendar as (
    select generate_series(min(week), $2::date - 6, interval '7 days')::date as week from week
  ),
  gone as materialized (
    select a.ordinal, max(a.valid_to) as left_on from assignment a
     where a.organization_id = $1 group by a.ordinal having max(a.valid_to) <= $2::date
  ),
  gone_bits as materialized (${bitmaps('gone', ['left_on'])}),
  present as materialized (
    select w.week, w.segment, ~coalesce(bit_or(g.people), 0::bit(8192)) as people
      from (select distinct w.week, c.segment from calendar w cross join cohort c) as w
      left join gone_bits g on g.segment = w.segment and g.left_on <= w.week + 6
     group by w.week, w.segment
  )
  select $1, c.cohort, (w.week - c.cohort) / 7,
         sum(bit_count(c.people & p.people)), sum(bit_count(c.people & p.people & coalesce(b.people, 0::bit(8192))))
    from cohort c
    join calendar as w on w.week >= c.cohort
    join present p on p.week = w.week and p.segment = c.segment
    left join week b on b.week = w.week and b.segment = c.segment
   group by c.cohort, w.week`;
