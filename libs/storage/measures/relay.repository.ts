import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Member } from '#domain/network/relays.js';
import { type Edge } from '#domain/network/tie-graph.js';
import { rowsOf } from '../database.js';
import { tieDays } from './network.repository.js';
import * as sql from './relay.sql.js';

/** `volunteer`: agreed to be proposed by name. */
export type RelayMember = Member & { cell: string; volunteer: boolean };

/** Everyone of the roster, for the duration of a calculation: stored nowhere. */
export function relayMembers(tx: EntityManager, organizationId: string, sunday: Day): Promise<RelayMember[]> {
  return rowsOf(tx, sql.relayMembers(tieDays), [organizationId, sunday]);
}

export function relayTies(tx: EntityManager): Promise<(Edge & { cell: string })[]> {
  return rowsOf(tx, sql.relayTies);
}

export async function influenceValues(tx: EntityManager, organizationId: string, sunday: Day): Promise<number[]> {
  const rows = await rowsOf<{ value: number }>(tx, sql.influenceValues, [organizationId, sunday]);
  return rows.map(({ value }) => value);
}

export interface RelayMeasure {
  cell: string;
  active: number;
  reached: number;
  reachable: number;
  candidates: number;
  additions: number;
}

export async function clearRelays(tx: EntityManager, organizationId: string, sunday: Day): Promise<void> {
  for (const table of ['measure_relay', 'relay_proposal', 'published_influence']) {
    await tx.query(`delete from ${table} where organization_id = $1 and week_end = $2`, [organizationId, sunday]);
  }
}

/** `proposed`: volunteers among the additions, the only people who are written down. */
export async function saveRelays(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  measures: readonly RelayMeasure[],
  proposed: readonly number[],
): Promise<void> {
  await tx.query(
    `insert into measure_relay (organization_id, week_end, days, cell, relay_active, relay_reached, relay_reachable,
                                relay_candidates, relay_additions)
     select $1, $2, $3, m.cell, m.active, m.reached, m.reachable, m.candidates, m.additions
       from jsonb_to_recordset($4::jsonb)
         as m(cell text, active integer, reached integer, reachable integer, candidates integer, additions integer)`,
    [organizationId, sunday, tieDays, JSON.stringify(measures)],
  );
  await tx.query(
    `insert into relay_proposal (organization_id, week_end, ordinal) select $1, $2, unnest($3::integer[])`,
    [organizationId, sunday, proposed],
  );
}

export async function saveInfluence(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  { people, risk }: { people: number; risk: number | null },
): Promise<void> {
  await tx.query(`insert into published_influence (organization_id, week_end, people, risk) values ($1, $2, $3, $4)`, [
    organizationId,
    sunday,
    people,
    risk,
  ]);
}
