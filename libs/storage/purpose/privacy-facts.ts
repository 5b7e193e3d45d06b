import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { type SourceKind } from '../source/sources.js';

/** Accounts that may open the organisation, by role; administrators may open every one. */
export function accountsByRole(db: DataSource, organizationId: string): Promise<{ role: string; accounts: number }[]> {
  return rowsOf(
    db,
    `
    select role, count(*) as accounts from account a
     where disabled_at is null
       and (role = 'admin' or exists (select from membership m where m.organization_id = $1 and m.account_id = a.id))
     group by role order by role
    `,
    [organizationId],
  );
}

export function sourcesOf(
  db: DataSource,
  organizationId: string,
): Promise<{ id: number; name: string; kind: SourceKind }[]> {
  return rowsOf(db, `select id, name, kind from source where organization_id = $1 order by name`, [organizationId]);
}
