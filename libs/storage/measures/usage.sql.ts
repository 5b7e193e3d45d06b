/**
 * Where what happened in an entity is counted, and in which country it lies: the tree of the Sunday. $1 organisation,
 * $2 Sunday, $3 entities, $4 their cells.
 */
export const createHomes = `
  create temp table home on commit drop as
  with recursive tree(key, country) as (
    select p.entity_key, e.country
      from entity_parent p join entity e on e.organization_id = $1 and e.key = p.entity_key
     where p.organization_id = $1 and p.parent_key is null and p.valid_from <= $2::date and $2::date < p.valid_to
    union all
    select p.entity_key, coalesce(e.country, t.country)
      from tree t
      join entity_parent p on p.organization_id = $1 and p.parent_key = t.key and p.valid_from <= $2::date and $2::date < p.valid_to
      join entity e on e.organization_id = $1 and e.key = p.entity_key
  )
  select t.key as entity_key, c.cell, coalesce(t.country, '') as country
    from tree t join unnest($3::text[], $4::text[]) as c(entity_key, cell) on c.entity_key = t.key`;

/**
 * Presence of 28 days, where people stood on the day, leavers included; it begins with the invitation, and for whoever
 * has none with the activation. Of the invited it is declared.
 * $1 organisation, $2 Sunday, $3 $4 working days by country.
 */
export const fillUsage = `
  insert into measure_usage (organization_id, week_end, days, cell, exposed_days, invited_days, exposed_active_days)
  with working as (select * from unnest($3::text[], $4::date[]) as w(country, day)),
  masks as (
    select country, date_trunc('week', day)::date as week, bit_or(1 << (extract(isodow from day)::integer - 1)) as mask
      from working group by 1, 2
  ),
  reached as (
    select ordinal, coalesce(min(day) filter (where kind = 'invited'), min(day)) as day, bool_or(kind = 'invited') as is_invited
      from milestone
     where organization_id = $1 and kind in ('invited', 'activated') and day <= $2::date group by ordinal
  ),
  stay as materialized (
    select s.ordinal, h.cell, h.country, greatest(s.valid_from, r.day, $2::date - 27) as since,
           least(s.valid_to, $2::date + 1) as until, r.is_invited
      from assignment s
      join person p on p.organization_id = $1 and p.ordinal = s.ordinal and not p.bot
      join home h on h.entity_key = s.entity_key
      join reached r on r.ordinal = s.ordinal
     where s.organization_id = $1 and s.valid_from <= $2::date and s.valid_to > $2::date - 27
  ),
  -- Few people come or go within the window: the days that were possible are counted once per country and stay.
  alike as (select cell, country, since, until, is_invited, count(*) as people
              from stay where since < until group by 1, 2, 3, 4, 5),
  possible as (
    select a.cell, sum(a.people) as days, sum(a.people) filter (where a.is_invited) as invited
      from alike a join working w on w.country = a.country and w.day >= a.since and w.day < a.until
     group by a.cell
  ),
  active as (
    select s.cell,
           sum(bit_count((a.active_days & m.mask
                          & ((1 << least(7, s.until - a.week)) - 1)
                          & ~((1 << greatest(0, s.since - a.week)) - 1))::bit(7))) as days
      from stay s
      -- The fixed ends say nothing new; with them the weeks are read once, not person by person.
      join activity_week a on a.organization_id = $1 and a.ordinal = s.ordinal and a.week > $2::date - 34 and a.week <= $2::date
                          and a.week > s.since - 7 and a.week < s.until
      join masks m on m.country = s.country and m.week = a.week
     where s.since < s.until
     group by s.cell
  )
  select $1, $2, 28, c.cell, coalesce(p.days, 0), coalesce(p.invited, 0), coalesce(a.days, 0)
    from (select distinct cell from home) as c
    left join possible p using (cell)
    left join active a using (cell)`;

/** People active in each hour of the week, summed over four weeks. $1 organisation, $2 Sunday. */
export const fillRhythm = `
  insert into measure_rhythm (organization_id, week_end, days, cell, hours)
  with seen as (
    select h.cell, a.hour, sum(a.people)::integer as people
      from activity_hour a join home h on h.entity_key = a.entity_key
     where a.organization_id = $1 and a.week > $2::date - 28 and a.week <= $2::date
     group by 1, 2
  )
  select $1, $2, 28, c.cell, array_agg(coalesce(s.people, 0) order by hour)
    from (select distinct cell from home) as c
   cross join generate_series(0, 167) as hour
    left join seen s using (cell, hour)
   group by c.cell`;

/** People of each cell by their interactions of 28 days. $1 organisation, $2 Sunday, $3 lower ends of the bins. */
export const fillConcentration = `
  insert into measure_concentration (organization_id, week_end, days, cell, people)
  with each as (
    select c.cell, width_bucket(sum(a.interactions), $3::bigint[]) as bin
      from cell_people c
      join activity_week a on a.organization_id = $1 and a.ordinal = c.ordinal and a.week > $2::date - 28 and a.week <= $2::date
     group by c.cell, c.ordinal
    having sum(a.interactions) > 0
  ),
  binned as (select cell, bin, count(*)::integer as people from each group by 1, 2)
  select $1, $2, 28, c.cell, array_agg(coalesce(b.people, 0) order by bin)
    from (select distinct cell from cell_people) as c
   cross join generate_series(1, cardinality($3::bigint[])) as bin
    left join binned b using (cell, bin)
   group by c.cell`;
