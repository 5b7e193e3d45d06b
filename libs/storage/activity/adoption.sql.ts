/**
 * Milestones of several weeks together, found again from the weeks kept: $1 organisation, $2 Monday of the first week
 * that may have changed, $3 Monday of the last. What was reached before it, or lies in sealed days, stands. Who has left long ago has no
 * milestone left to add to.
 */
const found = (kind: string, active: string, weeks: { needed: number; within: number }, day: string) => `
  select ordinal, '${kind}' as kind, min(${day}) as day
    from (select a.ordinal, a.week, a.active_days,
                 a.week - lag(a.week, ${weeks.needed - 1}) over (partition by a.ordinal order by a.week) as span
            from activity_week a
           where a.organization_id = $1 and a.week >= $2::date - ${7 * (weeks.within - 1)} and a.week <= $3::date and ${active}
             and not exists (select from settled s where s.ordinal = a.ordinal and s.kind = '${kind}')
             and exists (select from milestone m
                          where m.organization_id = $1 and m.ordinal = a.ordinal and m.kind = 'activated')) as week
   where span <= ${7 * (weeks.within - 1)} and week >= $2::date
   group by ordinal`;

/** The first day of that week with activity; bit 0 = Monday. */
const firstActiveDay = `week + (select min(d) from unnest(array[0, 1, 2, 3, 4, 5, 6]) as d where active_days >> d & 1 = 1)`;

export const createAdopted = `
  create temp table adopted on commit drop as
  with settled as materialized (
    select m.ordinal, m.kind from milestone m join organization o on o.id = m.organization_id
     where m.organization_id = $1 and m.kind in ('adopted', 'habitual')
       and m.day < greatest($2::date, o.sealed_before)
  )
  ${found('adopted', 'a.active_days <> 0', { needed: 3, within: 4 }, firstActiveDay)}
  union all
  ${found('habitual', 'a.acts > 0', { needed: 9, within: 12 }, 'week')}`;

export const forgetUnadopted = `
  delete from milestone m
   where m.organization_id = $1 and m.kind in ('adopted', 'habitual')
     and m.day >= greatest($2::date, (select sealed_before from organization where id = $1))
     and not exists (select from adopted a where a.ordinal = m.ordinal and a.kind = m.kind)`;

export const keepAdopted = `
  insert into milestone as kept (organization_id, ordinal, kind, at, day)
  select $1, ordinal, kind, day::timestamp at time zone 'UTC', day from adopted
  on conflict (organization_id, ordinal, kind) do update set at = excluded.at, day = excluded.day
   where kept.day <> excluded.day`;

export const anyAdopted = `select from milestone where organization_id = $1 and kind = 'adopted' limit 1`;
