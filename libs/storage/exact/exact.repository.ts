import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { workingDays } from '#domain/calendar/working-days.js';
import { acts } from '#domain/events/act.js';
import { rowsOf } from '../database.js';
import * as habit from './exact-habit.sql.js';
import * as people from './exact-people.sql.js';
import { createExactTargeted } from './exact-message.sql.js';
import * as sql from './exact.sql.js';

/** `slice` '' = the whole organisation; `waves` = its people in each wave; the others are `population.frame.measure`. */
export type ExactSlice = { slice: string; waves: Record<string, number> | null } & {
  [column: `${string}.${string}`]: number;
};

/** Counts every slice, and the organisation whole, over the local days [from, to], in a transaction of the caller. */
export async function countExactly(
  tx: EntityManager,
  organizationId: string,
  by: sql.ExactSlicing,
  from: Day,
  to: Day,
): Promise<{ slices: ExactSlice[]; whole: ExactSlice | undefined }> {
  const slicings = by === 'organisation' ? [by] : ([by, 'organisation'] as const);
  const queries = slicings.map((slicing) => sql.countSlices(slicing, daysIn(from, to)));
  const [slices = [], whole = slices] = await count<ExactSlice>(tx, organizationId, from, to, queries);
  return { slices, whole: whole[0] };
}

/** Columns are `frame.measure`. */
export type ExactEntity = { population: string; entity: string | null } & Record<string, number | string | null>;

/** Counts every population of every entity's direct staff over the local days [from, to]; working days only if asked. */
export async function countEntitiesExactly(
  tx: EntityManager,
  organizationId: string,
  from: Day,
  to: Day,
  options: { workingDays: boolean },
): Promise<ExactEntity[]> {
  const [entities = []] = await count<ExactEntity>(
    tx,
    organizationId,
    from,
    to,
    [sql.countEntities(daysIn(from, to))],
    options,
  );
  return entities;
}

const daysIn = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** What was done in each entity of the last day, whoever stands there now; one row per entity. Four weeks. */
export async function countPlacesExactly(
  tx: EntityManager,
  organizationId: string,
  from: Day,
  to: Day,
): Promise<{ places: Record<string, number | string>[]; hours: { entity: string; hour: number; people: number }[] }> {
  await tx.query(people.createLineage, [organizationId, to]);
  await createPlaces(tx, organizationId, from, to);
  const columns = Object.entries(habit.placeVolumes).map(([name, sum]) => `${sum} as ${name}`);
  const places = await rowsOf<Record<string, number | string>>(
    tx,
    `select p.entity, ${columns.join(', ')} from exact_place p group by p.entity`,
  );
  const hours = await rowsOf<{ entity: string; hour: number; people: number }>(tx, habit.entityHours, [
    organizationId,
    from,
    to,
  ]);
  await tx.query(`drop table lineage, exact_place`);
  return { places, hours };
}

async function createPlaces(tx: EntityManager, organizationId: string, from: Day, to: Day): Promise<void> {
  const lands = await rowsOf<{ country: string | null }>(
    tx,
    `select distinct country from entity where organization_id = $1`,
    [organizationId],
  );
  const working = workingDaysIn(['', ...lands.flatMap(({ country }) => country ?? [])], from, to);
  await tx.query(habit.createExactPlaces, [organizationId, from, to, ...working]);
}

async function count<Row>(
  tx: EntityManager,
  organizationId: string,
  from: Day,
  to: Day,
  queries: readonly string[],
  options = { workingDays: true },
): Promise<Row[][]> {
  await tx.query(people.createExactPeople, [organizationId, from, to]);
  await tx.query(`analyze exact_person`);
  await tx.query(people.createLineage, [organizationId, to]);
  await tx.query(people.createWavePeople, [organizationId, to]);
  await tx.query(people.createCountries, [organizationId]);
  await tx.query(createExactTargeted, [organizationId, from, to]);
  await tx.query(`analyze lineage, wave_person, exact_country, exact_targeted`);
  const working = options.workingDays ? await workingDaysOf(tx, from, to) : [[], []];
  await tx.query(people.createPersonDays('login_person_day'), [organizationId, ...working, acts.indexOf('login')]);
  await tx.query(people.createExposedDays, [organizationId, ...working, acts.indexOf('active')]);
  await tx.query(`analyze login_person_day, exposed_person_day`);
  const days = daysIn(from, to);
  if (habit.habitWindows.has(days)) await tx.query(habit.createExactHabit, [organizationId, from, to]);
  if (days === 28) await createPlaces(tx, organizationId, from, to);
  const rows: Row[][] = [];
  for (const query of queries) rows.push(await rowsOf<Row>(tx, query, [organizationId, to, ...working]));
  await tx.query(
    `drop table exact_person, lineage, wave_person, exact_country, exact_targeted, login_person_day, exposed_person_day`,
  );
  await tx.query(`drop table if exists exact_habit, exact_place`);
  return rows;
}

async function workingDaysOf(tx: EntityManager, from: Day, to: Day): Promise<[string[], Day[]]> {
  const countries = await rowsOf<{ country: string }>(tx, `select distinct country from exact_country`);
  return workingDaysIn(
    countries.map(({ country }) => country),
    from,
    to,
  );
}

function workingDaysIn(countries: readonly string[], from: Day, to: Day): [string[], Day[]] {
  const pairs = countries.flatMap((country) =>
    workingDays(from, to, country || null).map((day) => [country, day] as const),
  );
  return [pairs.map(([country]) => country), pairs.map(([, day]) => day)];
}

export interface RetentionRow {
  cohort: Day;
  lag: number;
  people: number;
  active: number;
}

/** A week counts once its Monday is not after the horizon. */
export function retentionExactly(tx: EntityManager, organizationId: string, horizon: Day): Promise<RetentionRow[]> {
  return rowsOf(tx, sql.countRetention, [organizationId, horizon, acts.indexOf('active')]);
}
