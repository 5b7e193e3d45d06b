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
    select p.ordinal, a.entity_key as entity, a.manager_ordinal as boss, a.level, a.manages
      from person p
      left join assignment a on a.organization_id = p.organization_id and a.ordinal = p.ordinal
           and $3::date >= a.valid_from and $3::date < a.valid_to
     where p.organization_id = $1 and not p.bot and (a.entity_key is not null or not p.declared)
  ),
  leader as (select distinct boss as ordinal from crew where boss <> ordinal),
  -- Who names no level stands as many steps below the top as there are managers above; in a circle there is no top, and
  -- alone neither.
  climb(ordinal, above, steps) as (
    select ordinal, boss, 0 from crew where entity is not null and level is null
    union all
    select c.ordinal, b.boss, c.steps + 1
      from climb c join crew b on b.ordinal = c.above and b.entity is not null
     where c.steps < 50
  ),
  step as (
    select u.ordinal, u.steps from climb u left join crew t on t.ordinal = u.above and t.entity is not null where t.ordinal is null
       and (u.steps > 0 or u.ordinal in (select ordinal from leader))
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
         c.entity is not null and (c.manages is true or c.ordinal in (select ordinal from leader)) as manages,
         coalesce(s.was_invited, false) as invited, coalesce(s.was_activated, false) as activated,
         coalesce(s.was_connected, false) as connected, coalesce(s.was_engaged, false) as ever_engaged,
         (select min(f.valid_from) from assignment f where f.organization_id = $1 and f.ordinal = c.ordinal) as joined_on,
         s.invited_on + 14 between $2::date and $3::date
           and exists (select from assignment d where d.organization_id = $1 and d.ordinal = c.ordinal
                          and s.invited_on + 14 >= d.valid_from and s.invited_on + 14 < d.valid_to) as due14,
         s.activated < s.invited + interval '14 days' as in_time,
         exists (select from attendance t
                   join action n on n.organization_id = $1 and n.key = t.action_key and n.state <> 'cancelled'
                       and n.starts_on between $2::date and $3::date
                  where t.organization_id = $1 and t.ordinal = c.ordinal) as attended,
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

/** Working days on which each person was in the directory, and on how many of them active. $4 act `active`. */
export const createExposedDays = `
  create temp table exposed_person_day on commit drop as
  with working as (select * from unnest($2::text[], $3::date[]) as w(country, day))
  select x.ordinal, count(*) as days, coalesce(sum(get_bit(d.people, x.ordinal % ${segmentSize})), 0) as active
    from exact_person x
    join exact_country c using (ordinal)
    join working w using (country)
    join assignment s on s.organization_id = $1 and s.ordinal = x.ordinal and s.valid_from <= w.day and w.day < s.valid_to
    left join activity_day d on d.organization_id = $1 and d.day = w.day and d.act = $4 and d.segment = x.ordinal / ${segmentSize}
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
