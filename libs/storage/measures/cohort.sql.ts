import { firstKnownDay } from '../activity/dirty.js';
import { bitmaps } from '../activity/bitmap.sql.js';

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
  -- Weeks in which nobody did anything are weeks; those whose activity is forgotten, or was never told, are not.
  calendar as (
    select generate_series(date_trunc('week', ${firstKnownDay}), $2::date - 6, interval '7 days')::date as week
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
