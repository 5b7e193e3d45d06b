import { type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';

export async function waveKeys(tx: EntityManager, organizationId: string): Promise<Set<string>> {
  const rows = await rowsOf<{ key: string }>(tx, `select key from wave where organization_id = $1`, [organizationId]);
  return new Set(rows.map((row) => row.key));
}

export async function entityKeys(tx: EntityManager, organizationId: string): Promise<Set<string>> {
  const rows = await rowsOf<{ key: string }>(tx, `select key from entity where organization_id = $1`, [organizationId]);
  return new Set(rows.map((row) => row.key));
}

/** Whether a person's local day can differ from that of the organisation. */
export async function hasOtherZones(tx: EntityManager, organizationId: string): Promise<boolean> {
  const [row] = await rowsOf<{ found: boolean }>(
    tx,
    `
    select exists (select from entity, organization
                    where entity.organization_id = $1 and organization.id = $1 and entity.timezone <> organization.timezone) as found
    `,
    [organizationId],
  );
  return row?.found ?? false;
}
