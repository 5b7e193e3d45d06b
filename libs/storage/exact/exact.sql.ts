import { acts } from '#domain/events/act.js';
import { segmentSize } from '../activity/bitmap.sql.js';

/**
 * The operator's door: counts person by person, at any size. It shares no SQL with the measures of the worker, on
 * purpose: each is the other's proof.
 *
 * $1 organisation, $2 first day, $3 last day of the window. One row per person, in the directory that day or seen
 * acting without being in it (`entity` null).
 */
export const createExactPeople = `
  create temp table exact_person on commit drop as
  with recursive win as materialized (
    select act, segment, bit_or(people) as people
      from activity_day where organization_id = $1 and day between $2::date and $3::date group by act, segment
  ),
  crew as (
    select p.ordinal, a.entity_key as entity, a.manager_ordinal as boss, a.level
      from person p
      left join assignment a on a.organization_id = p.organization_id and a.ordinal = p.ordinal
           and $3::date >= a.valid_from and $3::date < a.valid_to
     where p.organization_id = $1 and not p.bot and (a.entity_key is not null or not p.declared)
  ),
  -- Who names no level stands as many steps below the top as there are managers above; in a circle there is no top.
  climb(ordinal, above, steps) as (
    select ordinal, boss, 0 from crew where entity is not null and level is null
    union all
    select c.ordinal, b.boss, c.steps + 1
      from climb c join crew b on b.ordinal = c.above and b.entity is not null
     where c.steps < 50
  ),
  step as (
    select u.ordinal, u.steps from climb u left join crew t on t.ordinal = u.above and t.entity is not null where t.ordinal is null
  ),
  since as (
    select ordinal, max(at) filter (where kind = 'invited') as invited, max(at) filter (where kind = 'activated') as activated,
           max(day) filter (where kind = 'invited') as invited_on,
           bool_or(kind = 'invited') as was_invited, bool_or(kind = 'activated') as was_activated,
           bool_or(kind = 'connected') as was_connected, bool_or(kind = 'engaged') as was_engaged
      from milestone where organization_id = $1 and day <= $3::date group by ordinal
  )
  select c.ordinal, c.entity,
         coalesce(c.level, d.steps) as level,
         c.entity is not null and c.ordinal in (select boss from crew where boss <> ordinal) as manages,
         coalesce(s.was_invited, false) as invited, coalesce(s.was_activated, false) as activated,
         coalesce(s.was_connected, false) as connected, coalesce(s.was_engaged, false) as ever_engaged,
         (select min(f.valid_from) from assignment f where f.organization_id = $1 and f.ordinal = c.ordinal) as joined_on,
         s.invited_on + 14 between $2::date and $3::date
           and exists (select from assignment d where d.organization_id = $1 and d.ordinal = c.ordinal
                          and s.invited_on + 14 >= d.valid_from and s.invited_on + 14 < d.valid_to) as due14,
         s.activated < s.invited + interval '14 days' as in_time,
         exists (select from mandate m where m.organization_id = $1 and m.ordinal = c.ordinal and m.role = 'ambassador'
                    and $3::date >= m.valid_from and $3::date < m.valid_to) as ambassador,
         ${acts.map((act, index) => `coalesce(get_bit(w${index}.people, c.ordinal % ${segmentSize}), 0) = 1 as ${act}`).join(', ')}
    from crew c
    left join since s using (ordinal)
    left join step d using (ordinal)
    ${acts.map((_, index) => `left join win w${index} on w${index}.act = ${index} and w${index}.segment = c.ordinal / ${segmentSize}`).join('\n    ')}
   where c.entity is not null or coalesce(s.was_activated, false)`;

/** Every entity with every entity above it (itself included), as of $2. */
export const createLineage = `
  create temp table lineage on commit drop as
  with recursive up(entity, above, distance) as (
    select entity_key, entity_key, 0 from entity_parent
     where organization_id = $1 and $2::date >= valid_from and $2::date < valid_to
    union all
    select u.entity, p.parent_key, u.distance + 1 from up u
      join entity_parent p on p.organization_id = $1 and p.entity_key = u.above and p.parent_key is not null
           and $2::date >= p.valid_from and $2::date < p.valid_to
  )
  select entity, above, distance from up`;

/** People of each wave as of $2: by the nearest entity that is in one, or by name. */
export const createWavePeople = `
  create temp table wave_person on commit drop as
  with nearest as (
    select distinct on (l.entity) l.entity, w.wave_key as wave
      from lineage l join wave_entity w on w.organization_id = $1 and w.entity_key = l.above
     order by l.entity, l.distance
  )
  select x.ordinal, n.wave from exact_person x join nearest n using (entity)
  union
  select x.ordinal, m.wave_key from exact_person x
    join wave_member m on m.organization_id = $1 and m.ordinal = x.ordinal and $2::date >= m.valid_from and $2::date < m.valid_to
   where x.entity is not null`;

/** Working days of the window that each person was active or signed in on. $1 organisation, $2 countries, $3 days, $4 act. */
export const createPersonDays = (table: string) => `
  create temp table ${table} on commit drop as
  with working as (select * from unnest($2::text[], $3::date[]) as w(country, day)),
  done as materialized (
    select w.country, d.segment, d.people
      from working w join activity_day d on d.organization_id = $1 and d.day = w.day and d.act = $4
  )
  select x.ordinal, sum(get_bit(d.people, x.ordinal % ${segmentSize})) as days
    from exact_person x
    join exact_country c using (ordinal)
    join done d on d.country = c.country and d.segment = x.ordinal / ${segmentSize}
   group by x.ordinal`;

/** The country of each person: the nearest entity above that has one; '' = unknown. */
export const createCountries = `
  create temp table exact_country on commit drop as
  with nearest as (
    select distinct on (l.entity) l.entity, e.country
      from lineage l join entity e on e.organization_id = $1 and e.key = l.above and e.country is not null
     order by l.entity, l.distance
  )
  select x.ordinal, coalesce(n.country, '') as country
    from exact_person x left join nearest n using (entity) where x.entity is not null`;

/** One row per person and slice it is in. */
export const slicings = {
  organisation: `select ordinal, '' as slice from exact_person`,
  entity: `select x.ordinal, l.above as slice from exact_person x join lineage l on l.entity = x.entity`,
  wave: `select ordinal, wave as slice from wave_person`,
  level: `select ordinal, case when manages then 'level-' || level else 'others' end as slice
            from exact_person where entity is not null and (not manages or level is not null)`,
} as const;
export type ExactSlicing = keyof typeof slicings;

/** The populations of whole slices. */
const populations: Record<string, string> = {
  everyone: 'x.entity is not null',
  unassigned: 'x.entity is null',
  invited: 'x.entity is not null and x.invited',
  managers: 'x.manages',
};

const measures: Record<string, string> = {
  'state.people': 'true',
  'state.planned': 'x.ordinal in (select ordinal from wave_person)',
  'state.opened': `x.ordinal in (select p.ordinal from wave_person p
                     join wave o on o.organization_id = $1 and o.key = p.wave and o.actual_start <= $2::date)`,
  'state.ambassadors': 'x.ambassador',
  'state.invited': 'x.invited',
  'state.activated': 'x.activated',
  'state.connected': 'x.connected',
  'state.engaged': 'x.ever_engaged',
  ...Object.fromEntries(acts.map((act) => [`window.${act}`, `x.${act}`])),
  'window.due14': 'x.due14',
  'window.activated14': 'x.due14 and x.in_time',
  'window.daily': 'l.possible > 0 and a.days * 5 >= 4 * l.possible',
};

const volumes: Record<string, (who: string) => string> = {
  login_days: (who) => `coalesce(sum(i.days) filter (where ${who}), 0)::integer`,
  login_exposure: (who) => `coalesce(sum(l.length) filter (where x.login and ${who}), 0)::integer`,
  active_days: (who) => `coalesce(sum(a.days) filter (where ${who}), 0)::integer`,
  active_exposure: (who) => `coalesce(sum(l.length) filter (where x.active and ${who}), 0)::integer`,
};

/** Working days on which each person was there, and those of the whole window. $3 $4 working days. */
const lengths = `
    working as (select * from unnest($3::text[], $4::date[]) as w(country, day)),
    calendar as (select country, array_agg(day order by day) as days from working group by country),
    length as (
      select x.ordinal, coalesce(cardinality(k.days), 0) as length,
             coalesce(cardinality(k.days) - width_bucket(x.joined_on - 1, k.days), 0) as possible
        from exact_person x join exact_country c using (ordinal) left join calendar k using (country)
    )`;

/** Rows: slice, then one column per `population.measure`. $1 organisation, $2 last day, $3 $4 working days. */
export function countSlices(by: ExactSlicing): string {
  const counts = Object.entries(populations).flatMap(([population, who]) =>
    Object.entries(measures).map(
      ([measure, what]) => `count(*) filter (where ${who} and ${what})::integer as "${population}.${measure}"`,
    ),
  );
  const sums = Object.entries(volumes).map(
    ([name, sum]) => `${sum('x.entity is not null')} as "everyone.window.${name}"`,
  );
  return `
    with ${lengths},
    planned as (
      select s.slice, p.wave, count(*) as people from (${slicings[by]}) as s join wave_person p using (ordinal) group by 1, 2
    )
    select s.slice, (select jsonb_object_agg(p.wave, p.people) from planned p where p.slice = s.slice) as waves,
           ${[...counts, ...sums].join(',\n           ')}
      from (${slicings[by]}) as s
      join exact_person x using (ordinal)
      left join active_person_day a using (ordinal)
      left join login_person_day i using (ordinal)
      left join length l using (ordinal)
     group by s.slice
     order by s.slice`;
}

/**
 * Every population of every entity's direct staff: what cells are made of. Rows: population, entity (null outside of the
 * directory), then one column per measure. $1 organisation, $2 last day, $3 $4 working days.
 */
export function countEntities(): string {
  const columns = [
    ...Object.entries(measures).map(([name, what]) => `count(*) filter (where ${what})::integer as "${name}"`),
    ...Object.entries(volumes).map(([name, sum]) => `${sum('true')} as "window.${name}"`),
  ];
  return `
    with ${lengths},
    belongs as (
      select ordinal, case when entity is null then 'unassigned' else 'everyone' end as population from exact_person
      union all
      select ordinal, 'invited' from exact_person where entity is not null and invited
      union all
      select ordinal, 'managers' from exact_person where manages
      union all
      select ordinal, 'level-' || level from exact_person where manages and level is not null
      union all
      select ordinal, 'ambassadors' from exact_person where entity is not null and ambassador
      union all
      select ordinal, 'newcomers' from exact_person where entity is not null and joined_on > $2::date - 91
      union all
      select x.ordinal, 'wave-' || m.wave_key from exact_person x
        join wave_member m on m.organization_id = $1 and m.ordinal = x.ordinal and $2::date >= m.valid_from and $2::date < m.valid_to
       where x.entity is not null
    )
    select b.population, x.entity, ${columns.join(',\n           ')}
      from belongs b
      join exact_person x using (ordinal)
      left join active_person_day a using (ordinal)
      left join login_person_day i using (ordinal)
      left join length l using (ordinal)
     group by b.population, x.entity`;
}

/** Retention: cohort (Monday of the first active week), lag in weeks, people, active. $2 horizon, $3 act `active`. */
export const countRetention = `
  with cohort as (
    select m.ordinal, m.day - (extract(isodow from m.day)::integer - 1) as monday,
           (select max(a.valid_to) from assignment a where a.organization_id = $1 and a.ordinal = m.ordinal) as left_on
      from milestone m join person p on p.organization_id = m.organization_id and p.ordinal = m.ordinal
     where m.organization_id = $1 and m.kind = 'activated' and not p.bot
       and (p.declared or not exists (select from assignment where organization_id = $1))
  ),
  week as materialized (
    select day - (extract(isodow from day)::integer - 1) as monday, segment, bit_or(people) as people
      from activity_day where organization_id = $1 and act = $3 group by 1, 2
  ),
  -- Before the first day kept nobody knows who was active.
  monday as (select generate_series(min(monday), $2::date, interval '7 days')::date as monday from week)
  select c.monday as cohort, ((m.monday - c.monday) / 7)::integer as lag,
         count(*) filter (where c.left_on is null or c.left_on > m.monday + 6)::integer as people,
         count(*) filter (where (c.left_on is null or c.left_on > m.monday + 6)
                            and get_bit(w.people, c.ordinal % ${segmentSize}) = 1)::integer as active
    from cohort c
    join monday m on m.monday >= c.monday
    left join week w on w.monday = m.monday and w.segment = c.ordinal / ${segmentSize}
   group by 1, 2 order by 1, 2`;
