import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { interactionBins } from '#domain/indicators/interaction-bins.js';
import { fillDeeds } from './deed.sql.js';
import * as sql from './usage.sql.js';

/** Tells for the rest of the transaction in which cell and country each entity is counted. */
export async function loadHomes(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  cellOf: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.query(sql.createHomes, [organizationId, sunday, [...cellOf.keys()], [...cellOf.values()]]);
  await tx.query(`analyze home`);
}

/**
 * Clears and fills presence, hours of the week and concentration, and adds deeds to what was made in groups and threads.
 * `working` = countries and days, as two columns.
 */
export async function countUsage(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  working: readonly [string[], Day[]],
  { rhythm }: { rhythm: boolean },
): Promise<void> {
  const week = [organizationId, sunday];
  for (const table of ['measure_usage', 'measure_rhythm', 'measure_concentration']) {
    await tx.query(`delete from ${table} where organization_id = $1 and week_end = $2`, week);
  }
  await tx.query(sql.fillUsage, [...week, ...working]);
  await tx.query(fillDeeds, week);
  if (rhythm) await tx.query(sql.fillRhythm, week);
  await tx.query(sql.fillConcentration, [...week, interactionBins]);
}
