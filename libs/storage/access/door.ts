import { type DatabaseRole, databaseRoles, roleUrl } from '../roles/roles.js';

export type Doors = { DATABASE_URL: string; APP_SECRET: string } & {
  [Role in DatabaseRole as `ESSOR_DB_URL_${Uppercase<Role>}`]?: string;
};

/** Whether the operator made every role: then nothing is created, and the owner needs no right to create roles. */
export const ownsRoles = (settings: Doors): boolean =>
  databaseRoles.every(
    (role) => settings[`ESSOR_DB_URL_${role.toUpperCase() as Uppercase<DatabaseRole>}`] !== undefined,
  );

/** How to connect as one role: its own setting where the operator made the roles, else derived from the owner's. */
export function doorUrl(settings: Doors, role: DatabaseRole): string {
  const own = settings[`ESSOR_DB_URL_${role.toUpperCase() as Uppercase<DatabaseRole>}`];
  return own ?? roleUrl(settings.DATABASE_URL, settings.APP_SECRET, role);
}
