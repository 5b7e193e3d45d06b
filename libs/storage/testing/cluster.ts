import { type DataSource } from 'typeorm';
import { openDatabase, rowsOf } from '../database.js';

/** A machine of a cluster; the first has no shards of its own and is the one that is asked. */
interface Machine {
  host: string;
  port: number;
  isFirst: boolean;
}

/** The machines behind CITUS_URL, the first one first. */
export async function machinesOf(server: DataSource): Promise<Machine[]> {
  const [known] = await rowsOf<{ nodes: string | null }>(server, `select to_regclass('pg_dist_node')::text as nodes`);
  if (!known?.nodes) throw new Error('CITUS_URL leads to a server without Citus.');
  return rowsOf<Machine>(
    server,
    `select nodename as host, nodeport as port, groupid = 0 as "isFirst" from pg_dist_node
      where isactive and noderole = 'primary' order by groupid`,
  );
}

/** A database of this name on every machine, which are made one again: Citus joins databases, not servers. */
export async function createOnCluster(server: DataSource, url: string, name: string): Promise<void> {
  const machines = await machinesOf(server);
  const first = new URL(url);
  const addresses = machines.map(({ host, port, isFirst }) =>
    isFirst ? url : Object.assign(new URL(url), { hostname: host, port: String(port) }).href,
  );
  for (const address of addresses) {
    await onDatabase(address, (db) => db.query(`create database ${name}`));
    await onDatabase(named(address, name), (db) => db.query(`create extension citus`));
  }
  await onDatabase(named(url, name), async (db) => {
    await db.query(`select citus_set_coordinator_host($1, $2)`, [first.hostname, Number(first.port || 5432)]);
    for (const { host, port, isFirst } of machines)
      if (!isFirst) await db.query(`select citus_add_node($1, $2)`, [host, port]);
  });
}

export async function dropOnCluster(server: DataSource, url: string, name: string): Promise<void> {
  for (const { host, port, isFirst } of await machinesOf(server)) {
    const address = isFirst ? url : Object.assign(new URL(url), { hostname: host, port: String(port) }).href;
    await onDatabase(address, (db) => db.query(`drop database if exists ${name} with (force)`));
  }
}

const named = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;

async function onDatabase(url: string, work: (db: DataSource) => Promise<unknown>): Promise<void> {
  const db = await openDatabase(url, { poolSize: 1 });
  try {
    await work(db);
  } finally {
    await db.destroy();
  }
}
