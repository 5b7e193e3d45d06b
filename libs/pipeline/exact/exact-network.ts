import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { networkParts, type Part } from '#domain/network/network-counts.js';
import { tieFacts } from '#storage/exact/exact-ties.repository.js';

export interface ExactNetwork {
  parts: Part[];
  /** Every entity of the tree with those above it, itself included. */
  above: ReadonlyMap<string, readonly string[]>;
}

/** Ties of a window counted person by person, without any of the worker's statements. */
export async function exactNetwork(
  tx: EntityManager,
  organizationId: string,
  from: Day,
  to: Day,
): Promise<ExactNetwork> {
  const { ties, stays, above } = await tieFacts(tx, organizationId, from, to);
  return { parts: networkParts(ties, stays, new Set(above.keys()), to), above };
}
