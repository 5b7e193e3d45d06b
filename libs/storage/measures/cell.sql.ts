import { bitmaps } from '../activity/bitmap.sql.js';

/** People who act outside the directory, counted for the organisation only. */
export const unassignedCell = '~unassigned';

/** Which cell each person of the roster is counted in: $1 entities, $2 their cells. One person, one cell. */
export const createCells = `
  create temp table cell_people on commit drop as
  select r.ordinal, c.cell, r.country, r.joined_on
    from roster r join unnest($1::text[], $2::text[]) as c(entity_key, cell) using (entity_key)`;

export const createCellBits = `
  create temp table cell_bits on commit drop as
  ${bitmaps(`(select ordinal, cell, country from cell_people union all select ordinal, '${unassignedCell}', '' from unassigned) as members`, ['cell', 'country'])}`;

/** Who belongs to which population that Sunday: $1 organisation, $2 Sunday, $3 whether exemplarity is on. */
export const createPopulationBits = `
  create temp table population_bits on commit drop as
  ${bitmaps(
    `(
      select 'everyone' as population, ordinal from cell_people
      union all
      select 'unassigned', ordinal from unassigned
      union all
      select 'invited', r.ordinal from roster r
        join milestone m on m.organization_id = $1 and m.ordinal = r.ordinal and m.kind = 'invited' and m.day <= $2::date
      union all
      select 'planned', ordinal from planned
      union all
      select 'opened', p.ordinal from planned p
        join wave w on w.organization_id = $1 and w.key = p.wave and w.actual_start <= $2::date
      union all
      select 'managers', ordinal from roster where manages and $3
      union all
      select 'level-' || level, ordinal from roster where manages and level is not null and $3
      union all
      select 'ambassadors', r.ordinal from roster r
        join mandate a on a.organization_id = $1 and a.ordinal = r.ordinal and a.role = 'ambassador'
             and a.valid_from <= $2::date and $2::date < a.valid_to
      union all
      select 'newcomers', ordinal from roster where joined_on > $2::date - 91
      union all
      select 'wave-' || w.wave_key, r.ordinal from roster r
        join wave_member w on w.organization_id = $1 and w.ordinal = r.ordinal
             and w.valid_from <= $2::date and $2::date < w.valid_to
    ) as members`,
    ['population'],
  )}`;

/** A cell cut by a population, where anybody is left. */
export const createSlices = `
  create temp table slice on commit drop as
  select c.cell, p.population, c.segment, bit_or(c.people & p.people) as people
    from cell_bits c join population_bits p using (segment)
   where bit_count(c.people & p.people) > 0
   group by 1, 2, 3`;

/** People of a wave, through their entity or by name. $1 organisation, $2 Sunday. */
export const createPlanned = `
  create temp table planned on commit drop as
  select ordinal, wave from roster where wave is not null
  union
  select r.ordinal, m.wave_key from roster r
    join wave_member m on m.organization_id = $1 and m.ordinal = r.ordinal and m.valid_from <= $2::date and $2::date < m.valid_to`;
