import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { hourOfWeek } from '#domain/indicators/hour-of-week.js';
import { interactionBin } from '#domain/indicators/interaction-bins.js';
import { rowsOf } from '../database.js';
import { networkMeasures } from './network.repository.js';

export type Counts = Record<string, number>;
/** Counts of one population in one cell over one window (days 0 = state). */
export interface MeasureRow {
  days: number;
  population: string;
  cell: string;
  counts: Counts;
}

interface StoredMeasure extends Omit<MeasureRow, 'counts'> {
  organization_id: string;
  week_end: Day;
}

interface Family {
  table: string;
  days?: number;
  population?: string;
  /** A column that holds a list, and the name of each of its places. */
  list?: { column: string; name: (place: number) => string };
}

const families: readonly Family[] = [
  { table: 'measure_state', days: 0 },
  { table: 'measure_people' },
  { table: 'measure_habit' },
  { table: 'measure_persona', population: 'persona' },
  { table: 'measure_volume', population: 'volume' },
  { table: 'measure_usage', population: 'volume' },
  { table: 'measure_rhythm', population: 'rhythm', list: { column: 'hours', name: hourOfWeek } },
  { table: 'measure_concentration', population: 'interactions', list: { column: 'people', name: interactionBin } },
];

/** Everything counted for a week, one row per population, window and cell. */
export async function measuresOfWeek(tx: EntityManager, organizationId: string, sunday: Day): Promise<MeasureRow[]> {
  const places = new Map<string, MeasureRow>();
  for (const family of families) {
    const sql = `select * from ${family.table} where organization_id = $1 and week_end = $2`;
    for (const stored of await rowsOf<StoredMeasure>(tx, sql, [organizationId, sunday])) {
      const {
        organization_id: _of,
        week_end: _at,
        days,
        population,
        cell,
        ...columns
      } = { ...stored, ...fixed(family) };
      const key = `${population}/${days}/${cell}`;
      const row = places.get(key) ?? { days, population, cell, counts: {} };
      places.set(key, row);
      Object.assign(row.counts, countsOf(family, columns));
    }
  }
  return [...places.values(), ...(await networkMeasures(tx, organizationId, sunday))];
}

function fixed({ days, population }: Family): Partial<Pick<MeasureRow, 'days' | 'population'>> {
  return { ...(days === undefined ? {} : { days }), ...(population === undefined ? {} : { population }) };
}

/** A column without a value was not counted over this window. */
function countsOf({ list }: Family, columns: Record<string, unknown>): Counts {
  if (list) {
    const values = columns[list.column] as number[];
    return Object.fromEntries(values.map((value, place) => [list.name(place), value]));
  }
  return Object.fromEntries(Object.entries(columns).filter((column): column is [string, number] => column[1] !== null));
}
