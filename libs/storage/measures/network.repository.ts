import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';
import { type MeasureRow } from './read-measures.js';
import * as sql from './network.sql.js';

/** Ties are read over a quarter: shorter, most relationships look one-sided. */
export const tieDays = 91;

/** Where the direct staff of an entity is counted: its cell, and the cell of at least 200 people that holds it. */
export interface PlaceOfEntity {
  entity: string;
  cell: string;
  volume: string;
}

export interface NetworkOptions {
  /** Whether ties are counted by place. */
  ties: boolean;
  /** What else reads the ties of the week while they are open. */
  beside: (() => Promise<void>) | null;
}

/**
 * Counts what ties and mandates say of the places of a week, beside the roster that `loadRoster` left: clears, then
 * fills. Ties are left out while nobody counts them.
 */
export async function countNetwork(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  places: readonly PlaceOfEntity[],
  { ties, beside }: NetworkOptions,
): Promise<void> {
  const week = [organizationId, sunday];
  for (const table of ['measure_network', 'measure_tie', 'measure_reach', 'published_profile']) {
    await tx.query(`delete from ${table} where organization_id = $1 and week_end = $2`, week);
  }
  await tx.query(sql.createPlaces, [
    places.map(({ entity }) => entity),
    places.map(({ cell }) => cell),
    places.map(({ volume }) => volume),
  ]);
  await tx.query(sql.fillReach, week);
  await tx.query(sql.fillProfile, week);
  if (ties || beside) {
    await tx.query(sql.createTie(tieDays), week);
    await tx.query(sql.createDirected);
    await tx.query(`analyze tie, directed, place`);
    if (ties) await tx.query(sql.fillNetwork(tieDays), week);
    if (ties) await tx.query(sql.fillTies(tieDays), week);
    await beside?.();
    await tx.query(`drop table tie, directed`);
  }
  await tx.query(`drop table place`);
}

interface StoredRow {
  organization_id: string;
  week_end: Day;
  days?: number;
  cell: string;
}

/** Counted by cell: what is declared of everyone (`whole`), and by volume cell: what their ties are (`network`). */
export async function networkMeasures(tx: EntityManager, organizationId: string, sunday: Day): Promise<MeasureRow[]> {
  const read = async (table: string, population: string): Promise<MeasureRow[]> => {
    const rows = await rowsOf<StoredRow & Record<string, number>>(
      tx,
      `select * from ${table} where organization_id = $1 and week_end = $2`,
      [organizationId, sunday],
    );
    return rows.map(({ organization_id: _of, week_end: _at, days = 0, cell, ...counts }) => {
      return { days, population, cell, counts };
    });
  };
  return [
    ...(await read('measure_network', 'network')),
    ...(await read('measure_reach', 'whole')),
    ...(await read('measure_relay', 'whole')),
  ];
}

/** What passed between two volume cells, from how many people to how many. */
export interface TieMeasure {
  days: number;
  source: string;
  target: string;
  interactions: number;
  contributors: number;
  receivers: number;
  /** Sent by the one, and by the two, who sent most. */
  top1: number;
  top2: number;
}

export function tieMeasures(tx: EntityManager, organizationId: string, sunday: Day): Promise<TieMeasure[]> {
  return rowsOf(
    tx,
    `select days, source, target, interactions, contributors, receivers, top1, top2
       from measure_tie where organization_id = $1 and week_end = $2 order by source, target`,
    [organizationId, sunday],
  );
}
