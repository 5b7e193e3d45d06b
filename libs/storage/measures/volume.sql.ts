import { unassignedCell } from './cell.sql.js';

/**
 * Person-days of login on working days of the last 28, the working days of the people seen, and the fewest and most
 * working days that anybody of the cell has: those of the calendars of its people. $5 = act login.
 */
export const fillVolume = `
  insert into measure_volume (organization_id, week_end, days, cell, login_days, login_exposure, fewest_days, most_days)
  with working as (select * from unnest($3::text[], $4::date[]) as w(country, day)),
  length as (select country, count(*) as days from working group by country),
  done as (
    select c.cell, sum(bit_count(c.people & d.people)) as days
      from cell_bits c
      join working w on w.country = c.country
      join activity_day d on d.organization_id = $1 and d.day = w.day and d.segment = c.segment and d.act = $5
     group by 1
  ),
  possible as (
    select c.cell, sum(bit_count(c.people & b.people) * l.days) as days
      from cell_bits c
      join length l on l.country = c.country
      join window_bits b on b.segment = c.segment and b.days = 28 and b.act = $5::text
     group by 1
  ),
  calendar as (
    select c.cell, min(coalesce(l.days, 0)) as fewest, max(coalesce(l.days, 0)) as most
      from cell_bits c left join length l on l.country = c.country
     where c.cell <> '${unassignedCell}'
     group by 1
  )
  select $1, $2, 28, c.cell, coalesce(d.days, 0), coalesce(p.days, 0), c.fewest, c.most
    from calendar c
    left join possible p using (cell)
    left join done d using (cell)`;
