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
    // The first month of the ledger changes the entry of its table, which rights change too, and a month that retention
    // drops takes its own away: of two that do so at once the server refuses one ("tuple concurrently updated").
    await tx.query(`lock table only event in share update exclusive mode`);
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
  const to = quoted(name);
  const password = literal(rolePassword(secret, database, role));
  const known = await rowsOf(tx, `select 1 from pg_roles where rolname = $1`, [name]);
  await inOneGo(tx, [
    `${known.length ? 'alter' : 'create'} role ${to} login password ${password}`,
    `grant connect, temporary on database ${quoted(database)} to ${to}`,
    `revoke all on all tables in schema public from ${to}`,
    `revoke all on all functions in schema public from ${to}`,
  ]);
  await inOneGo(tx, [
    ...(await columnGrants(tx, name)).map((table) => `revoke all on ${quoted(table)} from ${to}`),
    `grant usage on schema public to ${to}`,
    ...grants[role].map((grant) => `grant ${grant} to ${to}`),
    ...(role === 'jobs'
      ? [
          // The queue makes sequences of its own while it works: its owner's rights and backups reach them as a member.
          `grant ${to} to current_user`,
          `create schema if not exists jobs`,
          `grant all on schema jobs to ${to}`,
          `grant all on all tables in schema jobs to ${to}`,
          `grant all on all sequences in schema jobs to ${to}`,
          `grant execute on all functions in schema jobs to ${to}`,
        ]
      : [`grant usage on all sequences in schema public to ${to}`]),
  ]);
}

const inOneGo = (tx: EntityManager, statements: readonly string[]) => tx.query(statements.join(';\n'));

/** Tables of which the role still holds single columns. The standard's view of them takes a thousand times as long. */
async function columnGrants(tx: EntityManager, role: string): Promise<string[]> {
  const rows = await rowsOf<{ table: string }>(
    tx,
    `select distinct c.relname as table
       from pg_attribute a
       join pg_class c on c.oid = a.attrelid and c.relnamespace = 'public'::regnamespace
       cross join aclexplode(a.attacl) as held
       join pg_roles r on r.oid = held.grantee
      where a.attacl is not null and r.rolname = $1`,
    [role],
  );
  return rows.map((row) => row.table);
}
