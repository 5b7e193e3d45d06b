import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { expectMany, rowsOf } from '../database.js';
import * as sql from './adoption.sql.js';

/**
 * Finds again who adopted the network (K10) and who formed a habit (K12b) by the week of the Monday `until`, where a
 * week from the Monday `from` on may have changed; sealed days stand. Safe to repeat.
 */
export async function rebuildAdoption(
  tx: EntityManager,
  organizationId: string,
  { from, until }: { from: Day; until: Day },
): Promise<void> {
  await expectMany(tx);
  const known = await rowsOf(tx, sql.anyAdopted, [organizationId]);
  // Where nobody is known to have adopted it may never have been looked for.
  const range = [organizationId, known.length > 0 ? from : '-infinity'];
  await tx.query(sql.createAdopted, [...range, until]);
  await tx.query(sql.forgetUnadopted, range);
  await tx.query(sql.keepAdopted, [organizationId]);
  await tx.query(`drop table adopted`);
}
