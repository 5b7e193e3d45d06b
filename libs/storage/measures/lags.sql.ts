import { DAILY_LAGS, type LagKind } from '#domain/lags/lag.js';

/**
 * Everyone whom the directory has named by the Sunday $2, at their place of that day or the last one before, with the
 * last day on which they were seen there. $1 organisation, $3 entities, $4 their cells. Who left an entity that no
 * cell holds any more is not counted.
 */
export const createObserved = `
  create temp table observed on commit drop as
  with recursive tree(key, wave) as (
    select p.entity_key, w.wave_key
      from entity_parent p left join wave_entity w on w.organization_id = $1 and w.entity_key = p.entity_key
     where p.organization_id = $1 and p.parent_key is null and p.valid_from <= $2::date and $2::date < p.valid_to
    union all
    select p.entity_key, coalesce(w.wave_key, t.wave)
      from tree t
      join entity_parent p on p.organization_id = $1 and p.parent_key = t.key and p.valid_from <= $2::date and $2::date < p.valid_to
      left join wave_entity w on w.organization_id = $1 and w.entity_key = p.entity_key
  ),
  last_place as (
    select distinct on (a.ordinal) a.ordinal, a.entity_key, least(a.valid_to - 1, $2::date) as until
      from assignment a
      join person p on p.organization_id = a.organization_id and p.ordinal = a.ordinal and not p.bot
     where a.organization_id = $1 and a.valid_from <= $2::date
     order by a.ordinal, a.valid_to desc
  ),
  arrival as (select ordinal, min(valid_from) as joined_on from assignment where organization_id = $1 group by ordinal),
  launch as (
    select ordinal, min(w.actual_start) as day
      from (select l.ordinal, t.wave from last_place l join tree t on t.key = l.entity_key
            union all
            select l.ordinal, m.wave_key from last_place l
              join wave_member m on m.organization_id = $1 and m.ordinal = l.ordinal and m.valid_from <= l.until and l.until < m.valid_to
           ) as member
      join wave w on w.organization_id = $1 and w.key = member.wave
     group by ordinal
  ),
  reached as (
    select ordinal,
           max(at) filter (where kind = 'invited') as invited_at, max(day) filter (where kind = 'invited') as invited,
           max(at) filter (where kind = 'activated') as activated_at, max(day) filter (where kind = 'activated') as activated,
           max(at) filter (where kind = 'connected') as connected_at, max(day) filter (where kind = 'connected') as connected,
           max(day) filter (where kind = 'adopted') as adopted, max(day) filter (where kind = 'habitual') as habitual
      from milestone where organization_id = $1 and day <= $2::date group by ordinal
  )
  select l.ordinal, c.cell, l.until, f.joined_on, h.day as launched, r.invited_at, r.invited,
         r.activated_at, r.activated, r.connected_at, r.connected, r.adopted, r.habitual
    from last_place l
    join unnest($3::text[], $4::text[]) as c(entity_key, cell) using (entity_key)
    join arrival f using (ordinal)
    left join launch h using (ordinal)
    left join reached r using (ordinal)`;

interface Course {
  /** Day from which time runs; null = not concerned. */
  origin: string;
  /** Day on which it happened. */
  day: string;
  /** Days from the origin to it; never negative. */
  lag: string;
  /** Days from the origin to the first day at risk. */
  entry: string;
  /** Days from the origin to the last day seen. */
  seen: string;
}

const sinceInvitation = (day: string, lag: string): Course => ({
  ...{ origin: 'invited', day, lag },
  ...{ entry: '0', seen: 'until - invited' },
});
const elapsed = (at: string) =>
  `floor(extract(epoch from greatest(${at} - invited_at, interval '0')) / 86400)::integer`;
const mondayOf = (day: string) => `date_trunc('week', ${day})::date`;

const courses: Record<LagKind, Course> = {
  activation: sinceInvitation('activated', elapsed('activated_at')),
  first_login: sinceInvitation('connected', elapsed('connected_at')),
  adoption: sinceInvitation('adopted', 'greatest(adopted - invited, 0)'),
  adoption_since_launch: {
    ...{ origin: 'launched', day: 'adopted', lag: 'greatest(adopted - launched, 0)' },
    ...{ entry: 'greatest(joined_on, launched) - launched', seen: 'until - launched' },
  },
  habit: {
    ...{ origin: 'activated', day: 'habitual', lag: `${mondayOf('habitual')} - ${mondayOf('activated')}` },
    ...{ entry: '0', seen: `${mondayOf('until')} - ${mondayOf('activated')}` },
  },
};

const courseOf = (kind: LagKind) => {
  const { origin, day, lag, entry, seen } = courses[kind];
  return `
  select '${kind}' as kind, cell, ${entry} as entry, coalesce(${day} <= until, false) as happened,
         case when ${day} <= until then ${lag} else ${seen} end as lag
    from observed where ${origin} <= until`;
};

const bin = (days: string) => `case when ${days} < ${DAILY_LAGS} then ${days} else ${days} / 7 * 7 end`;

/** $1 organisation, $2 Sunday. To whom it happened before they came was never at risk. */
export const fillLags = `
  insert into measure_lag (organization_id, week_end, kind, cell, lag, entered, events, censored)
  with course as materialized (
    ${(Object.keys(courses) as LagKind[]).map(courseOf).join('\n    union all')}
  ),
  moment as (
    select kind, cell, ${bin('entry')} as lag, 1 as entered, 0 as events, 0 as censored from course where lag >= entry
    union all
    select kind, cell, ${bin('lag')}, 0, happened::integer, 1 - happened::integer from course where lag >= entry
  )
  select $1, $2::date, kind, cell, lag, sum(entered), sum(events), sum(censored) from moment group by kind, cell, lag`;

export const clearLags = `delete from measure_lag where organization_id = $1`;
