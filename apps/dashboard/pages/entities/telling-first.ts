import { type EntityRow, type HeatColumn } from './use-entity-rows.js';

/** Columns that tell something of any place before those that are dashes throughout: on a phone only the first is seen. */
export function tellingFirst(
  columns: readonly HeatColumn[],
  rows: readonly Pick<EntityRow, 'measures'>[],
): HeatColumn[] {
  const tells = (column: HeatColumn) => rows.some(({ measures }) => measures[column]?.shown === 'value');
  return [...columns.filter(tells), ...columns.filter((column) => !tells(column))];
}
