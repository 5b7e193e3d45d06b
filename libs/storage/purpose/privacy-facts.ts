import { type DataSource } from 'typeorm';
import { rowsOf } from '../database.js';
import { type SourceKind } from '../source/sources.js';

/** Accounts that may open the organisation, by role; administrators may open every one. */
export function accountsByRole(db: DataSource, organizationId: string): Promise<{ role: string; accounts: number }[]> {
  return rowsOf(
    db,
    `
    select case when a.role = 'admin' then a.role else coalesce(m.role, a.role) end as role, count(*) as accounts
      from account a left join membership m on m.organization_id = $1 and m.account_id = a.id
     where disabled_at is null and (a.role = 'admin' or m.account_id is not null)
     group by 1 order by 1
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
