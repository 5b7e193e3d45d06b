import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { noteAudit } from '../audit/audit-log.js';
import { execute, rowsOf } from '../database.js';

export interface KeptRaw {
  rawMonths: number;
  /** First day whose raw events are still there; null = none was ever ended. */
  sealedBefore: Day | null;
  /** False where nobody real is counted: then everything is kept. */
  applies: boolean;
}

/** A store whose data are about nobody has nothing to end. */
export class RetentionNotNeeded extends Error {
  override readonly name = 'RetentionNotNeeded';
  readonly code = 'retention_not_needed';

  constructor() {
    super('The data of this organisation are about no real people: they are kept.');
  }
}

const kept = `raw_months as "rawMonths", sealed_before as "sealedBefore", class = 'personal' as applies`;

export async function keptRaw(db: DataSource, organizationId: string): Promise<KeptRaw> {
  const [row] = await rowsOf<KeptRaw>(db, `select ${kept} from organization where id = $1`, [organizationId]);
  if (!row) throw new Error('the organisation is gone');
  return row;
}

/**
 * For how many months (1 to 13) raw events are kept from the next run of the retention job on. Fewer months end what is older
 * for good; more bring nothing back. Who chose it goes to the audit log. Throws RetentionNotNeeded.
 */
export async function chooseRawMonths(
  db: DataSource,
  organizationId: string,
  accountId: string | null,
  months: number,
): Promise<KeptRaw> {
  await db.transaction(async (tx) => {
    const [row] = await rowsOf<{ before: number }>(
      tx,
      `select raw_months as before from organization where id = $1 and class = 'personal' for update`,
      [organizationId],
    );
    if (!row) throw new RetentionNotNeeded();
    if (row.before === months) return;
    await execute(tx, `update organization set raw_months = $2 where id = $1`, [organizationId, months]);
    const detail = { rawMonths: months, before: row.before };
    await noteAudit(tx, { organizationId, accountId, action: 'retention_chosen', detail });
  });
  return keptRaw(db, organizationId);
}
