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
