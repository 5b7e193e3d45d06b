import { type EntityManager } from 'typeorm';
import { namesOf } from '../vault/keyring.js';
import { leftOutOf } from '../vault/left-out.js';
import { type EventRow } from './event-row.js';

/**
 * The rows as the ledger keeps them: tokens in place of names, and a digest that tells nothing of them. Null where the one
 * who acted was erased or objected; whom an event addresses is left out of it likewise.
 */
export async function keptRows(
  tx: EntityManager,
  organizationId: string,
  rows: readonly EventRow[],
): Promise<(EventRow | null)[]> {
  if (rows.length === 0) return [];
  const names = await namesOf(tx, organizationId);
  const leftOut = await leftOutOf(tx, organizationId);
  return rows.map((row) => {
    const actor = names.token(row.actor);
    if (leftOut.has(actor)) return null;
    const target = names.tokenOrNull(row.target);
    return {
      ...row,
      digest: names.coverDigest(row.digest, row.id),
      actor,
      target: target !== null && leftOut.has(target) ? null : target,
    };
  });
}
