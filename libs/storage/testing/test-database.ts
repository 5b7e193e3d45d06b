import { randomBytes } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { migrations } from '#migrations/all.js';
import { openDatabase } from '../database.js';
import { migrate } from '../migrate.js';
import { type DatabaseRole, databaseRoles, roleName, roleUrl } from '../roles/roles.js';

/** A migrated database of its own on the test server; `npm test` provides the server. */
export interface TestDatabase {
  url: string;
  secret: string;
  owner: DataSource;
  /** A pool with the rights of one role, closed by `drop`. */
  as(role: DatabaseRole): Promise<DataSource>;
  drop(): Promise<void>;
}

const serverUrl = () => {
  const url = process.env.ESSOR_TEST_DATABASE_URL;
  if (!url) throw new Error('ESSOR_TEST_DATABASE_URL is not set: run the database tests through `npm test`.');
  return url;
};

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `essor_test_${randomBytes(6).toString('hex')}`;
  const secret = 'secret of the tests, long enough to be accepted';
  const server = await openDatabase(serverUrl(), { poolSize: 1 });
  await server.query(`create database ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  await migrate(url.href, migrations, secret);
  const owner = await openDatabase(url.href, { poolSize: 10 });
  const pools: DataSource[] = [owner];
  return {
    url: url.href,
    secret,
    owner,
    as: async (role) => {
      const pool = await openDatabase(roleUrl(url.href, secret, role), { poolSize: 5 });
      pools.push(pool);
      return pool;
    },
    drop: async () => {
      for (const pool of pools) await pool.destroy();
      await server.query(`drop database ${name} with (force)`);
      for (const role of databaseRoles) await server.query(`drop role if exists "${roleName(name, role)}"`);
      await server.destroy();
    },
  };
}
