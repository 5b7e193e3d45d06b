import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import {
  networkParts,
  type Part,
  placedTies,
  type PlacedTie,
  placeOf,
  type PlaceOf,
} from '#domain/network/network-counts.js';
import { tieFacts } from '#storage/exact/exact-ties.repository.js';

export interface ExactNetwork {
  ties: PlacedTie[];
  parts: Part[];
  on: PlaceOf;
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
  const facts = await tieFacts(tx, organizationId, from, to);
  const on = placeOf(facts.stays, new Set(facts.above.keys()));
  const ties = placedTies(facts.ties, on, to);
  return { ties, parts: networkParts(ties, on, to), on, above: facts.above };
}
