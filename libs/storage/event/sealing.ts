import { type EntityManager } from 'typeorm';

/** To be taken before `sealed_before` is read in order to move it: waits for the events on their way, and holds up the next. */
export async function lockSealing(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('essor.seal.' || $1::uuid::text, 0))`, [
    organizationId,
  ]);
}
