import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type LagBin, type LagKind } from '#domain/lags/lag.js';
import { expectMany, rowsOf } from '../database.js';
import * as sql from './lags.sql.js';

/** People of a cell by the time that something took them. */
export interface LagMeasure extends LagBin {
  kind: LagKind;
  cell: string;
}

/**
 * Counts how long everything took, as of a Sunday, and forgets what was counted as of another. `cellOf` tells in which
 * cell the direct staff of an entity is counted.
 */
export async function countLags(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  cellOf: ReadonlyMap<string, string>,
): Promise<void> {
  await expectMany(tx);
  await tx.query(sql.createObserved, [organizationId, sunday, [...cellOf.keys()], [...cellOf.values()]]);
  await tx.query(sql.clearLags, [organizationId]);
  await tx.query(sql.fillLags, [organizationId, sunday]);
  await tx.query(`drop table observed`);
}

export function lagMeasures(tx: EntityManager, organizationId: string): Promise<LagMeasure[]> {
  return rowsOf(
    tx,
    `select kind, cell, lag, entered, events, censored from measure_lag where organization_id = $1 order by kind, cell, lag`,
    [organizationId],
  );
}
