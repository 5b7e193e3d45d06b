import { type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { workingDays } from '#domain/calendar/working-days.js';
import { acts } from '#domain/events/act.js';
import { type Overlap } from '#domain/mask/near-twins.js';
import { expectMany, rowsOf } from '../database.js';
import * as cells from './cell.sql.js';
import * as cohorts from './cohort.sql.js';
import { countCommunities } from './community.repository.js';
import * as roster from '../roster/roster.sql.js';
import { countHabit } from './habit.js';
import { countLaunch } from './launch.repository.js';
import { saveMembers } from './mask-member.js';
import { addReached } from './message.sql.js';
import { overlaps as overlapsSql } from './overlaps.sql.js';
import * as people from './people.sql.js';
import { countUsage, loadHomes } from './usage.js';
import { fillVolume } from './volume.sql.js';

/** Direct staff of an entity on a Sunday; `wave` is inherited from the nearest entity above that is in one. */
export interface EntityHeadcount {
  key: string;
  parent: string | null;
  wave: string | null;
  headcount: number;
}

/** Loads the roster of a Sunday for the rest of the transaction and tells who stands where. Parents come first. */
export async function loadRoster(tx: EntityManager, organizationId: string, sunday: Day): Promise<EntityHeadcount[]> {
  await tx.query(`set local work_mem = '64MB'`);
  await expectMany(tx);
  await tx.query(roster.createRoster, [organizationId, sunday]);
  await tx.query(`analyze roster`);
  return rowsOf(tx, roster.entityHeadcounts, [organizationId, sunday]);
}

/**
 * Counts a week from activity and the roster that `loadRoster` left: clears its measures, then fills them.
 * A module that is off is not counted. `cellOf` tells in which cell the direct staff of an entity is counted. Returns
 * how the populations overlap.
 */
export async function countWeek(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  cellOf: ReadonlyMap<string, string>,
  options: {
    exemplarity: boolean;
    personas: boolean;
    rhythm: boolean;
    k: number;
    head: string | null;
    /** Whether the week keeps who was in which cell. */
    keepsMembers: boolean;
  },
): Promise<Overlap[]> {
  const week = [organizationId, sunday];
  await tx.query(roster.createUnassigned, week);
  await tx.query(cells.createCells, [[...cellOf.keys()], [...cellOf.values()]]);
  await loadHomes(tx, organizationId, sunday, cellOf);
  await tx.query(cells.createCellBits);
  await tx.query(cells.createPlanned, week);
  await tx.query(cells.createPopulationBits, [...week, options.exemplarity]);
  if (options.keepsMembers) await saveMembers(tx, organizationId, sunday);
  await tx.query(cells.createSlices);
  await tx.query(people.createStateBits, week);
  await tx.query(people.createWindowBits, week);
  const working = await workingDaysByCountry(tx, sunday);
  await tx.query(people.addDaily, [...week, ...working]);
  await tx.query(people.addDue14, week);
  await tx.query(people.addAttended, week);
  await tx.query(addReached, [...week, options.exemplarity]);
  await tx.query(`analyze slice, window_bits, state_bits, cell_bits`);

  for (const table of ['measure_state', 'measure_people', 'measure_volume']) {
    await tx.query(`delete from ${table} where organization_id = $1 and week_end = $2`, week);
  }
  await tx.query(people.fillState, week);
  await tx.query(people.fillPeople(acts), week);
  await tx.query(fillVolume, [...week, ...working, acts.indexOf('login')]);
  await countCommunities(tx, organizationId, sunday, cellOf, { ...options, working });
  await countLaunch(tx, organizationId, sunday, options.exemplarity);
  const overlaps = await rowsOf<Overlap>(tx, overlapsSql);
  await countHabit(tx, organizationId, sunday, options);
  await countUsage(tx, organizationId, sunday, working, options);
  await tx.query(
    `drop table roster, home, unassigned, cell_people, cell_bits, population_bits, slice, planned, state_bits, window_bits`,
  );
  return overlaps;
}

/** The working days of the 28 that end on a Sunday, country by country, as two columns. */
async function workingDaysByCountry(tx: EntityManager, sunday: Day): Promise<[string[], Day[]]> {
  const countries = await rowsOf<{ country: string }>(tx, `select distinct country from home`);
  const columns: [string[], Day[]] = [[], []];
  for (const { country } of countries) {
    for (const day of workingDays(addDays(sunday, -27), sunday, country || null)) {
      columns[0].push(country);
      columns[1].push(day);
    }
  }
  return columns;
}

/** Retention of every cohort up to a Sunday, rebuilt as far as activity goes back. */
export async function countCohorts(tx: EntityManager, organizationId: string, lastSunday: Day): Promise<void> {
  await tx.query(cohorts.clearCohorts, [organizationId]);
  await tx.query(cohorts.fillCohorts, [organizationId, lastSunday, acts.indexOf('active')]);
}
