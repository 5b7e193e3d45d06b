import { type QueryRunner } from 'typeorm';
import { readSealedBefore } from './event.sql.js';

/** The organisation was removed while its events were on their way. */
export class UnknownOrganization extends Error {
  readonly code = 'unknown_organization';
}

/** The day before which nothing more goes in; cannot move until the transaction ends. Null = nothing is sealed. */
export async function sealedBefore(runner: QueryRunner, organizationId: string): Promise<string | null> {
  const [row] = (await runner.query(readSealedBefore, [organizationId])) as { sealed_before: string | null }[];
  if (!row) throw new UnknownOrganization('The organisation does not exist.');
  return row.sealed_before;
}
