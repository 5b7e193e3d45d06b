import { type DataSource } from 'typeorm';
import { execute, rowsOf } from '../database.js';

export interface SavedView {
  id: string;
  name: string;
  address: string;
}

/** Whose, and in which organisation. */
interface Owner {
  organizationId: string;
  accountId: string;
}

const most = 50;

/** There are fifty in this organisation. */
export class TooManyViews extends Error {
  override readonly name = 'TooManyViews';
  readonly code = 'too_many_views';
}

/** By name. */
export const savedViews = (db: DataSource, { organizationId, accountId }: Owner): Promise<SavedView[]> =>
  rowsOf(
    db,
    `select id, name, address from saved_view where organization_id = $1 and account_id = $2 order by lower(name), name`,
    [organizationId, accountId],
  );

/** One of this name is replaced and keeps its id. Throws TooManyViews. */
export async function saveView(
  db: DataSource,
  { organizationId, accountId }: Owner,
  { name, address }: Omit<SavedView, 'id'>,
): Promise<SavedView> {
  const [view] = await rowsOf<SavedView>(
    db,
    `insert into saved_view (organization_id, account_id, name, address)
     select $1, $2, $3, $4
      where (select count(*) from saved_view where organization_id = $1 and account_id = $2 and name <> $3) < ${most}
     on conflict (organization_id, account_id, name) do update set address = excluded.address
     returning id, name, address`,
    [organizationId, accountId, name, address],
  );
  if (!view) throw new TooManyViews(`There are ${most} views: take one away first.`);
  return view;
}

/** False where the account has no such view. */
export async function forgetView(db: DataSource, { organizationId, accountId }: Owner, id: string): Promise<boolean> {
  const sql = `delete from saved_view where organization_id = $1 and account_id = $2 and id = $3`;
  return (await execute(db, sql, [organizationId, accountId, id])) === 1;
}
