import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Stay, type Tie } from '#domain/network/network-counts.js';
import { rowsOf } from '../database.js';

export interface TieFacts {
  ties: Tie[];
  stays: Stay[];
  /** Entities that are in the tree on the last day, with every entity above them, themselves included. */
  above: Map<string, string[]>;
}

/** Everything that ties are counted from, person by person: for whoever holds the database. */
export async function tieFacts(tx: EntityManager, organizationId: string, from: Day, to: Day): Promise<TieFacts> {
  const ties = await rowsOf<Tie>(
    tx,
    `select day, source, target, replies + reactions + mentions as interactions
       from activity_tie where organization_id = $1 and day between $2 and $3`,
    [organizationId, from, to],
  );
  return { ties, stays: await staysOf(tx, organizationId), above: await treeOn(tx, organizationId, to) };
}

/** Where everybody has been. */
export async function staysOf(tx: EntityManager, organizationId: string): Promise<Stay[]> {
  const stays = await rowsOf<Stay>(
    tx,
    `select ordinal as person, entity_key as entity, valid_from::text as "from", valid_to::text as "to"
       from assignment where organization_id = $1`,
    [organizationId],
  );
  return stays.map(withOpenEnds);
}

/** Every entity of the tree of a day with those above it, itself first. */
export async function treeOn(tx: EntityManager, organizationId: string, day: Day): Promise<Map<string, string[]>> {
  const links = await rowsOf<{ entity: string; parent: string | null }>(
    tx,
    `select entity_key as entity, parent_key as parent
       from entity_parent where organization_id = $1 and $2::date >= valid_from and $2::date < valid_to`,
    [organizationId, day],
  );
  const parents = new Map(links.map(({ entity, parent }) => [entity, parent]));
  const above = new Map<string, string[]>();
  for (const { entity } of links) {
    const chain: string[] = [];
    for (let at: string | null | undefined = entity; at && !chain.includes(at); at = parents.get(at)) chain.push(at);
    above.set(entity, chain);
  }
  return above;
}

/** Days compare as text; the ends of time must sort before and after all of them. */
export const withOpenEnds = <Term extends { from: Day; to: Day }>(term: Term): Term => ({
  ...term,
  from: term.from === '-infinity' ? '' : term.from,
  to: term.to === 'infinity' ? '~' : term.to,
});
