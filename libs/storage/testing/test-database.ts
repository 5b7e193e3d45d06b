import { createHash, randomBytes } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { migrations } from '#migrations/all.js';
import { openDatabase, rowsOf } from '../database.js';
import { migrate } from '../migrate.js';
import { applyRoles } from '../roles/apply-roles.js';
import { createOnCluster, dropOnCluster } from './cluster.js';
import { type DatabaseRole, databaseRoles, roleName, roleUrl } from '../roles/roles.js';

/** A migrated database of its own on the test server; `npm test` provides the server. */
export interface TestDatabase {
  url: string;
  secret: string;
  owner: DataSource;
  /** A pool with the rights of one role, closed by `drop`. */
  as(role: DatabaseRole, name?: string): Promise<DataSource>;
  drop(): Promise<void>;
}

/** A cluster, where one is given; its databases are migrated each by itself, which takes its time. */
const cluster = process.env.CITUS_URL;

const serverUrl = () => {
  const url = cluster ?? process.env.ESSOR_TEST_DATABASE_URL;
  if (!url) throw new Error('ESSOR_TEST_DATABASE_URL is not set: run the database tests through `npm test`.');
  return url;
};

export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `essor_test_${randomBytes(6).toString('hex')}`;
  const secret = 'secret of the tests, long enough to be accepted';
  const server = await openDatabase(serverUrl(), { poolSize: 1 });
  const url = urlOf(name);
  if (cluster === undefined) await server.query(`create database ${name} template ${await templateOn(server)}`);
  else {
    await createOnCluster(server, cluster, name);
    await migrate(url, migrations, '', { ownRoles: true });
  }
  const owner = await openDatabase(url, { poolSize: 10, secret });
  await applyRoles(owner, secret);
  const pools: DataSource[] = [owner];
  return {
    url,
    secret,
    owner,
    as: async (role, name) => {
      const pool = await openDatabase(roleUrl(url, secret, role), { poolSize: 5, secret, ...(name ? { name } : {}) });
      pools.push(pool);
      return pool;
    },
    drop: async () => {
      for (const pool of pools) await pool.destroy();
      if (cluster === undefined) await server.query(`drop database ${name} with (force)`);
      else await dropOnCluster(server, cluster, name);
      for (const role of databaseRoles) await server.query(`drop role if exists "${roleName(name, role)}"`);
      await server.destroy();
    },
  };
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

/** Migrated once per server and then copied, which takes a fraction of the time; named by what the migrations say. */
async function templateOn(server: DataSource): Promise<string> {
  const text = migrations.map(String).join('\n');
  const name = `essor_template_${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
  // Held until it is whole: only then is it marked as a template.
  await server.query(`select pg_advisory_lock(hashtextextended('essor.template', 0))`);
  try {
    const known = await rowsOf(server, `select from pg_database where datname = $1 and datistemplate`, [name]);
    if (known.length === 0) {
      await server.query(`drop database if exists ${name} with (force)`);
      await server.query(`create database ${name}`);
      await migrate(urlOf(name), migrations, '', { ownRoles: true });
      await server.query(`alter database ${name} is_template true`);
    }
  } finally {
    await server.query(`select pg_advisory_unlock_all()`);
  }
  return name;
}
