import { createHmac } from 'node:crypto';

/** One login role per door (who may read and write what: `grants.sql.ts`). */
export const databaseRoles = ['ingest', 'app', 'read', 'work', 'rights', 'jobs'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

/** Roles belong to the whole server, so their names carry the database's. */
export function roleName(database: string, role: DatabaseRole): string {
  return `essor_${role}_${database}`;
}

/** Derived, so that nothing but APP_SECRET has to be kept. */
export function rolePassword(secret: string, database: string, role: DatabaseRole): string {
  return createHmac('sha256', secret)
    .update(`database role ${roleName(database, role)}`)
    .digest('base64url');
}

/** The owner's URL with the role's name and password in place of the owner's. */
export function roleUrl(ownerUrl: string, secret: string, role: DatabaseRole): string {
  const url = new URL(ownerUrl);
  const database = decodeURIComponent(url.pathname.slice(1));
  url.username = roleName(database, role);
  url.password = rolePassword(secret, database, role);
  return url.href;
}
