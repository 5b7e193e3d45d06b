import { type DataSource } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { execute, lockOrganization, rowsOf } from '../database.js';

export interface SmallestGroup {
  k: number;
  /** The smallest k of closed weeks, where it was smaller: they keep their groups. Null = none is. */
  closedWith: number | null;
}

/** What was told about larger groups would be told about smaller ones beside it. */
export class SmallestGroupRefused extends Error {
  override readonly name = 'SmallestGroupRefused';
  readonly code = 'k_only_rises';

  constructor(k: number) {
    super(`Figures are about ${k} people at least: this number can be raised, never lowered.`);
  }
}

export async function smallestGroupOf(db: DataSource, organizationId: string): Promise<SmallestGroup> {
  const [row] = await rowsOf<SmallestGroup>(
    db,
    `select k, (select min(m.k) from mask m where m.organization_id = $1 and m.closed and m.k < o.k) as "closedWith"
       from organization o where o.id = $1`,
    [organizationId],
  );
  if (!row) throw new Error('the organisation is gone');
  return row;
}

/**
 * Fewest people that a figure is about, from the next publication on: one that is under way ends first. Who raised it
 * goes to the audit log, in the same transaction. Throws SmallestGroupRefused for less than holds.
 */
export async function raiseSmallestGroup(
  db: DataSource,
  organizationId: string,
  accountId: string | null,
  k: number,
): Promise<SmallestGroup> {
  await db.transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const [row] = await rowsOf<{ k: number }>(tx, `select k from organization where id = $1 for update`, [
      organizationId,
    ]);
    if (!row) throw new Error('the organisation is gone');
    if (k < row.k) throw new SmallestGroupRefused(row.k);
    if (k === row.k) return;
    await execute(tx, `update organization set k = $2 where id = $1`, [organizationId, k]);
    await noteAudit(tx, { organizationId, accountId, action: 'smallest_group_raised', detail: { before: row.k, k } });
  });
  return smallestGroupOf(db, organizationId);
}
