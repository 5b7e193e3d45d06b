import { type DataSource } from 'typeorm';
import { lockOrganization } from '#storage/database.js';
import { countRepeatedIds } from '#storage/quality/count-quality.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/** Looks for ids that a source gave to events of several days (rules 1.3). Reads the whole ledger: for the night. Safe to repeat. */
export async function checkIds(work: DataSource, organizationId: string): Promise<void> {
  return withinOrganization(organizationId, async () => {
    await work.transaction(async (tx) => {
      await lockOrganization(tx, organizationId);
      await countRepeatedIds(tx, organizationId);
    });
  });
}
