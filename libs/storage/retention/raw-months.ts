import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';

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
  const [row] = await rowsOf<KeptRaw>(
    db,
    `
    with before as (
      select id, raw_months from organization where id = $1 and class = 'personal' for update
    ), chosen as (
      update organization o set raw_months = $3 from before b where o.id = b.id returning o.*
    ), trace as (
      insert into audit (organization_id, account_id, action, detail)
      select id, $2::uuid, 'retention_chosen', jsonb_build_object('rawMonths', $3::int, 'before', raw_months)
        from before where raw_months <> $3
    )
    select ${kept} from chosen
    `,
    [organizationId, accountId, months],
  );
  if (!row) throw new RetentionNotNeeded();
  return row;
}
