import { unassignedCell } from './cell.sql.js';

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
