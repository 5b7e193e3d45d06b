/**
 * What people did over 28 days, and how much of it the most active did. Interactions are those of the people of the
 * Sunday, by whom they are divided (K24). Acts stand where people stood on the day, leavers included; who did them is
 * known by the week only. Somebody who moved may have acted in either place, within a week or from one to the next:
 * among the largest parts all of it counts at each, and it makes somebody a contributor once, where they were last and
 * for a whole week. So places can be put together as if they shared nobody. $1 organisation, $2 Sunday.
 */
export const fillDeeds = `
  insert into measure_exchange (organization_id, week_end, population, cell, measure, total, contributors, top1, top2)
  with stood as materialized (
    select h.cell, a.ordinal, a.week, max(a.acts) as acts, bool_or(s.valid_from <= a.week and s.valid_to >= a.week + 7) as whole
      from activity_week a
      join assignment s on s.organization_id = $1 and s.ordinal = a.ordinal and s.valid_from < a.week + 7 and s.valid_to > a.week
      join home h on h.entity_key = s.entity_key
     where a.organization_id = $1 and a.week > $2::date - 28 and a.week <= $2::date and a.acts > 0
     group by 1, 2, 3
  ),
  done as (
    select cell, 'acts' as measure, ordinal, amount,
           whole and row_number() over (partition by ordinal order by last desc, cell collate "C") = 1 as surely
      from (select cell, ordinal, max(week) as last, bool_or(whole) as whole from stood group by cell, ordinal) as places
      join (select ordinal, sum(acts) as amount from (select distinct ordinal, week, acts from stood) as weeks group by ordinal) as everywhere
           using (ordinal)
    union all
    select cell, measure, ordinal, sum(amount), true
      from (select c.cell, v.measure, a.ordinal, v.amount
              from cell_people c
              join activity_week a on a.organization_id = $1 and a.ordinal = c.ordinal and a.week > $2::date - 28 and a.week <= $2::date
             cross join lateral (values ('interactions', a.interactions), ('received', a.received)) as v(measure, amount)
             where v.amount > 0) as given
     group by cell, measure, ordinal
  ),
  shared as (
    select cell, measure, sum(amount) as total, count(*) filter (where surely) as contributors,
           max(amount) as top1, sum(amount) filter (where place <= 2) as top2
      from (select *, row_number() over (partition by cell, measure order by amount desc) as place from done) as ranked
     group by cell, measure
  ),
  here as (
    select h.cell, sum(a.acts) as total
      from activity_hour a join home h on h.entity_key = a.entity_key
     where a.organization_id = $1 and a.week > $2::date - 28 and a.week <= $2::date and a.acts > 0
     group by h.cell
  )
  select $1, $2, 'everyone', cell, measure, total, contributors, top1, top2 from shared where measure <> 'acts'
  union all
  select $1, $2, 'everyone', cell, 'acts', h.total, coalesce(s.contributors, 0), coalesce(s.top1, 0), coalesce(s.top2, 0)
    from here h left join (select * from shared where measure = 'acts') as s using (cell)`;
