import { type EntityManager } from 'typeorm';
import { noteAudit } from '../audit/audit-log.js';
import { rowsOf } from '../database.js';
import { enterOrganization } from '../wall/within-organization.js';
import { type AccountRole } from './account.table.js';

/** One account in all organisations, or all accounts in one. */
export type Whose = { account: string } | { organization: string };

/** What somebody may open of an organisation now. */
interface Access {
  organizationId: string;
  accountId: string;
  role: AccountRole;
  scope: string | null;
  /** Whose group gives it; null = by hand. */
  provider: string | null;
}

/** As the guard decides it: administrators open every organisation, whoever is disabled none. */
export function accessOf(tx: EntityManager, whose: Whose): Promise<Access[]> {
  return rowsOf(
    tx,
    `select organization.id as "organizationId", account.id as "accountId", provider,
            case when account.role = 'admin' then 'admin' else coalesce(membership.role, account.role) end as role,
            case when account.role <> 'admin' then scope_entity end as scope
       from account cross join organization
       left join membership on membership.account_id = account.id and membership.organization_id = organization.id
      where ($1::uuid is null or account.id = $1) and ($2::uuid is null or organization.id = $2)
        and disabled_at is null and (account.role = 'admin' or membership.account_id is not null)`,
    ['account' in whose ? whose.account : null, 'organization' in whose ? whose.organization : null],
  );
}

/**
 * Whatever changed since `before` is noted in the log of the very organisation, which its data-protection officer reads:
 * that of the installation is closed to them. In the transaction of the change. `by` null = the command line.
 */
export async function noteAccess(
  tx: EntityManager,
  whose: Whose,
  before: readonly Access[],
  by: string | null,
): Promise<void> {
  const keyOf = ({ organizationId, accountId }: Access) => `${organizationId} ${accountId}`;
  const [old, now] = [before, await accessOf(tx, whose)].map((all) => new Map(all.map((one) => [keyOf(one), one])));
  for (const key of [...new Set([...(old ?? []), ...(now ?? [])].map(([name]) => name))].sort()) {
    const [from, to] = [old?.get(key), now?.get(key)];
    const one = to ?? from;
    if (!one || JSON.stringify(told(from)) === JSON.stringify(told(to))) continue;
    await enterOrganization(tx, one.organizationId);
    await noteAudit(tx, {
      ...{ organizationId: one.organizationId, accountId: by, action: 'access_changed' },
      detail: { account: one.accountId, from: told(from), to: told(to) },
    });
  }
}

const told = (access: Access | undefined) =>
  access === undefined ? null : { role: access.role, scope: access.scope, provider: access.provider };
