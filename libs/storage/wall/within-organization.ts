import { AsyncLocalStorage } from 'node:async_hooks';
import { type EntityManager, type QueryRunner } from 'typeorm';

const around = new AsyncLocalStorage<string>();
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Every statement that `work` sends through a pool of a role sees this organisation, and no row of another. Outside of it,
 * tables of organisations answer no role at all, with an error: a scope that was forgotten must not look like no data.
 */
export function withinOrganization<T>(organizationId: string, work: () => T): T {
  return around.run(organizationId, work);
}

export const organizationAround = (): string | undefined => around.getStore();

/** For the rest of this transaction, which is about several organisations in turn. */
export async function enterOrganization(tx: EntityManager | QueryRunner, organizationId: string): Promise<void> {
  await tx.query(entering(organizationId));
}

/** Ends with its transaction. Not `set_config`, which takes a snapshot, and which a distributed database does not pass on. */
export function entering(organizationId: string): string {
  if (!uuid.test(organizationId)) throw new Error('not the id of an organisation');
  return `set local essor.organization = '${organizationId}'`;
}
