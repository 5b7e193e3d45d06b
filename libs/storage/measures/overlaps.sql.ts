import { unassignedCell } from './cell.sql.js';

/** People of each cell who are in two populations at once, or in one (the same twice). Levels speak of the whole only. */
export const overlaps = `
  select a.cell, a.population as one, b.population as other, sum(bit_count(a.people & b.people))::integer as people
    from slice a
    join slice b on b.cell = a.cell and b.segment = a.segment and a.population <= b.population
   where a.cell <> '${unassignedCell}'
     and (a.population = b.population or 'everyone' not in (a.population, b.population))
     and a.population not like 'level-%' and b.population not like 'level-%'
   group by 1, 2, 3
  having sum(bit_count(a.people & b.people)) > 0`;
