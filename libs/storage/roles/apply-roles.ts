import { type DataSource, type EntityManager } from 'typeorm';
import { rowsOf } from '../database.js';
import { grants } from './grants.sql.js';
import { type DatabaseRole, databaseRoles, roleName, rolePassword } from './roles.js';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The server does not let this owner create roles: the operator must, and set ESSOR_DB_URL_<ROLE>. */
export class RolesForbidden extends Error {
  readonly code = 'roles_forbidden';
}

/** Creates the login roles and sets their rights from nothing. Safe to repeat. */
export async function applyRoles(database: DataSource, secret: string): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('essor.roles', 0))`);
    const [row] = await rowsOf<{ name: string; may: boolean }>(
      tx,
      `select current_database() as name, rolcreaterole or rolsuper as may from pg_roles where rolname = current_user`,
    );
    if (!row) throw new Error('the connected role is not in pg_roles');
    if (!row.may)
      throw new RolesForbidden(
        'The owner in DATABASE_URL may not create roles: create them and set ESSOR_DB_URL_<ROLE>.',
      );
    // Functions are open to everyone when made; some of ours run with the owner's rights.
    await tx.query(`revoke execute on all functions in schema public from public`);
    for (const role of databaseRoles) await applyRole(tx, row.name, role, secret);
  });
}

async function applyRole(tx: EntityManager, database: string, role: DatabaseRole, secret: string): Promise<void> {
  const name = roleName(database, role);
  const password = literal(rolePassword(secret, database, role));
  const known = await rowsOf(tx, `select 1 from pg_roles where rolname = $1`, [name]);
  await tx.query(`${known.length ? 'alter' : 'create'} role ${quoted(name)} login password ${password}`);
  await tx.query(`grant connect, temporary on database ${quoted(database)} to ${quoted(name)}`);
  await tx.query(`revoke all on all tables in schema public from ${quoted(name)}`);
  await tx.query(`revoke all on all functions in schema public from ${quoted(name)}`);
  for (const table of await columnGrants(tx, name))
    await tx.query(`revoke all on ${quoted(table)} from ${quoted(name)}`);
  await tx.query(`grant usage on schema public to ${quoted(name)}`);
  for (const grant of grants[role]) await tx.query(`grant ${grant} to ${quoted(name)}`);
  if (role !== 'jobs') {
    await tx.query(`grant usage on all sequences in schema public to ${quoted(name)}`);
    return;
  }
  await tx.query(`create schema if not exists jobs`);
  await tx.query(`grant all on schema jobs to ${quoted(name)}`);
  await tx.query(`grant all on all tables in schema jobs to ${quoted(name)}`);
  await tx.query(`grant all on all sequences in schema jobs to ${quoted(name)}`);
  await tx.query(`grant execute on all functions in schema jobs to ${quoted(name)}`);
}

async function columnGrants(tx: EntityManager, role: string): Promise<string[]> {
  const rows = await rowsOf<{ table: string }>(
    tx,
    `select distinct table_name as table from information_schema.column_privileges
      where grantee = $1 and table_schema = 'public'`,
    [role],
  );
  return rows.map((row) => row.table);
}
