import { acts } from '#domain/events/act.js';
import { segmentSize } from '../activity/bitmap.sql.js';
import { firstKnownDay } from '../activity/dirty.js';
import * as habit from './exact-habit.sql.js';

/** One row per person and slice it is in. */
export const slicings = {
  organisation: `select ordinal, '' as slice from exact_person`,
  // People outside the directory are in no entity but the top, which holds everything (rules 3.2).
  entity: `select x.ordinal, l.above as slice from exact_person x join lineage l on l.entity = x.entity
           union all
           select x.ordinal, l.above from exact_person x cross join lineage l
            where x.entity is null and l.distance = 0
              and not exists (select from lineage u where u.entity = l.entity and u.distance > 0)`,
  wave: `select ordinal, wave as slice from wave_person`,
  level: `select ordinal, case when manages then 'level-' || level else 'others' end as slice
            from exact_person where entity is not null and (not manages or level is not null)`,
} as const;
export type ExactSlicing = keyof typeof slicings;

const [inWave, inOpenedWave] = ['f.planned', 'f.opened'];

/** Looked up once a person: hundreds of counts ask for it. */
const flags = `
    flag as materialized (
      select x.ordinal, x.ordinal in (select ordinal from wave_person) as planned,
             x.ordinal in (select p.ordinal from wave_person p
                             join wave o on o.organization_id = $1 and o.key = p.wave and o.actual_start <= $2::date) as opened,
             x.ordinal in (select ordinal from exact_targeted) as targeted,
             x.ordinal in (select ordinal from exact_targeted where seen) as seen
        from exact_person x
    )`;

/** The populations of whole slices. */
const populations: Record<string, string> = {
  everyone: 'x.entity is not null',
  unassigned: 'x.entity is null',
  invited: 'x.entity is not null and x.invited',
  managers: 'x.manages',
  ambassadors: 'x.entity is not null and x.ambassador',
  planned: inWave,
  opened: inOpenedWave,
  'managers & opened': `x.manages and ${inOpenedWave}`,
};

const measures: Record<string, string> = {
  'state.people': 'true',
  'state.planned': inWave,
  'state.opened': inOpenedWave,
  'state.ambassadors': 'x.ambassador',
  'state.invited': 'x.invited',
  'state.activated': 'x.activated',
  'state.connected': 'x.connected',
  'state.engaged': 'x.ever_engaged',
  ...Object.fromEntries(acts.map((act) => [`window.${act}`, `x.${act}`])),
  'window.due14': 'x.due14',
  'window.activated14': 'x.due14 and x.in_time',
  'window.attended': 'x.attended',
  'window.targeted': 'f.targeted',
  'window.seen': 'f.seen',
  'window.daily': 'e.days > 0 and e.active * 5 >= 4 * e.days',
};

const volumes: Record<string, (who: string) => string> = {
  login_days: (who) => `coalesce(sum(i.days) filter (where ${who}), 0)::integer`,
  login_exposure: (who) => `coalesce(sum(l.length) filter (where x.login and ${who}), 0)::integer`,
};

/** Working days of the whole window by person. $3 $4 working days. */
const lengths = `
    working as (select * from unnest($3::text[], $4::date[]) as w(country, day)),
    calendar as (select country, count(*) as days from working group by country),
    length as (
      select x.ordinal, coalesce(k.days, 0) as length
        from exact_person x join exact_country c using (ordinal) left join calendar k using (country)
    )`;

/** Every count of people over a window of that many days. */
const peopleOver = (days: number): Record<string, string> => ({
  ...measures,
  ...Object.fromEntries(Object.entries(habit.habitMeasures(days)).map(([name, what]) => [`window.${name}`, what])),
});

/** What was done in the entities of a slice, whoever stands there now; of waves and levels nobody asks. */
function placesOf(by: ExactSlicing): string[] {
  if (by !== 'organisation' && by !== 'entity') return [];
  const within = by === 'entity' ? 'where p.entity in (select l.entity from lineage l where l.above = s.slice)' : '';
  return Object.entries(habit.placeVolumes).map(
    ([name, sum]) => `(select ${sum} from exact_place p ${within}) as "everyone.window.${name}"`,
  );
}

/**
 * Rows: slice, then one column per `population.measure`. $1 organisation, $2 last day, $3 $4 working days; `days` = length
 * of the window.
 */
export function countSlices(by: ExactSlicing, days: number): string {
  const counts = Object.entries(populations).flatMap(([population, who]) =>
    Object.entries(peopleOver(days)).map(
      ([measure, what]) => `count(*) filter (where ${who} and ${what})::integer as "${population}.${measure}"`,
    ),
  );
  const sums = Object.entries(volumes).map(
    ([name, sum]) => `${sum('x.entity is not null')} as "everyone.window.${name}"`,
  );
  for (const [name, sum] of Object.entries(habit.habitSums(days))) sums.push(`${sum} as "everyone.window.${name}"`);
  for (const [part, count] of Object.entries(habit.partMeasures(days)))
    sums.push(`${count} as "${part.replace('.', '.window.')}"`);
  if (days === 28) sums.push(...placesOf(by));
  return `
    with ${lengths},
    ${flags},
    planned as (
      select s.slice, p.wave, count(*) as people from (${slicings[by]}) as s join wave_person p using (ordinal) group by 1, 2
    )
    select s.slice, (select jsonb_object_agg(p.wave, p.people) from planned p where p.slice = s.slice) as waves,
           ${[...counts, ...sums].join(',\n           ')}
      from (${slicings[by]}) as s
      join exact_person x using (ordinal)
      join flag f using (ordinal)
      left join login_person_day i using (ordinal)
      left join length l using (ordinal)
      left join exposed_person_day e using (ordinal)
      ${habit.habitWindows.has(days) ? 'left join exact_habit h using (ordinal)' : ''}
     group by s.slice
     order by s.slice`;
}

/**
 * Every population of every entity's direct staff: what cells are made of. Rows: population, entity (null outside of the
 * directory), then one column per measure. $1 organisation, $2 last day, $3 $4 working days.
 */
export function countEntities(days: number): string {
  const columns = [
    ...Object.entries(peopleOver(days)).map(([name, what]) => `count(*) filter (where ${what})::integer as "${name}"`),
    ...Object.entries(volumes).map(([name, sum]) => `${sum('true')} as "window.${name}"`),
    `min(l.length)::integer as "window.fewest_days"`,
    `max(l.length)::integer as "window.most_days"`,
    ...Object.entries(habit.habitSums(days)).map(([name, sum]) => `${sum} as "window.${name}"`),
    ...Object.entries(habit.partMeasures(days)).map(([name, count]) => `${count} as "${name}"`),
  ];
  return `
    with ${lengths},
    ${flags},
    belongs as (
      select ordinal, case when entity is null then 'unassigned' else 'everyone' end as population from exact_person
      union all
      select ordinal, 'invited' from exact_person where entity is not null and invited
      union all
      select ordinal, 'planned' from flag f where ${inWave}
      union all
      select ordinal, 'opened' from flag f where ${inOpenedWave}
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
      join flag f using (ordinal)
      left join login_person_day i using (ordinal)
      left join length l using (ordinal)
      left join exposed_person_day e using (ordinal)
      ${habit.habitWindows.has(days) ? 'left join exact_habit h using (ordinal)' : ''}
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
  -- Before the first day kept nobody knows who was active, and no history begins with a group that was made.
  monday as (
    select generate_series(first - (extract(isodow from first)::integer - 1), $2::date, interval '7 days')::date as monday
      from (select ${firstKnownDay} as first) as history
  )
  select c.monday as cohort, ((m.monday - c.monday) / 7)::integer as lag,
         count(*) filter (where c.left_on is null or c.left_on > m.monday + 6)::integer as people,
         count(*) filter (where (c.left_on is null or c.left_on > m.monday + 6)
                            and get_bit(w.people, c.ordinal % ${segmentSize}) = 1)::integer as active
    from cohort c
    join monday m on m.monday >= c.monday
    left join week w on w.monday = m.monday and w.segment = c.ordinal / ${segmentSize}
   group by 1, 2 order by 1, 2`;
