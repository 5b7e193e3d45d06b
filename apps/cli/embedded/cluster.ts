import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { binary, binaryEnvironment, type RunAs, versionOf } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { type Placement } from './placement.js';
import { runningPostmaster, stopPostmaster } from './postmaster.js';

export const databaseUser = 'essor';
const databaseName = 'essor';
const megabyte = 1024 * 1024;
const neededForNew = 400 * megabyte;
const neededForExisting = 64 * megabyte;

export function diskFull(dir: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'disk_full',
    `The disk that holds ${dir} is full: make room, or choose another --data-dir.`,
    { cause },
  );
}

function assertRoom(dir: string, needed: number): void {
  const { bavail, bsize } = statfsSync(dir);
  if (bavail * bsize < needed) throw diskFull(dir);
}

function giveTo(path: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** The password of the database owner: made at the first start, kept readable by this user only. */
export async function keepPassword(dataDir: string, cluster: string): Promise<string> {
  const file = join(dataDir, 'postgres.password');
  if (!existsSync(file)) {
    if (!cluster.startsWith(dataDir)) await discardOrphan(cluster);
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}

/** Whoever deletes the data folder means its data too, also where these lie elsewhere; without the password they are lost anyway. */
async function discardOrphan(cluster: string): Promise<void> {
  const running = existsSync(cluster) ? runningPostmaster(cluster) : undefined;
  if (running) await stopPostmaster(running.pid);
  rmSync(cluster, { recursive: true, force: true });
}

function assertVersionFits({ cluster, native }: Placement): void {
  const stored = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const shipped = versionOf(native).split('.')[0];
  if (stored === shipped) return;
  throw new EmbeddedPostgresError(
    'wrong_version',
    `The database in ${cluster} was made by PostgreSQL ${stored}, this Essor ships ${shipped}: start it with the Essor that made it, or move it away.`,
  );
}

/** Makes the cluster on first use. A half-made one never gets the final name, so an interrupted start is repeated. */
export function ensureCluster(placement: Placement, password: string): { isNew: boolean } {
  const { cluster, native, runAs } = placement;
  if (existsSync(cluster)) {
    assertVersionFits(placement);
    assertRoom(cluster, neededForExisting);
    return { isNew: false };
  }
  assertRoom(dirname(cluster), neededForNew);
  const draft = `${cluster}.draft`;
  const passwordFile = `${cluster}.initial-password`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  try {
    mkdirSync(draft, { mode: 0o700 });
    giveTo(draft, runAs);
    writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
    giveTo(passwordFile, runAs);
    const options = ['-D', draft, '-U', databaseUser, '-A', 'scram-sha-256', '--pwfile', passwordFile];
    options.push('-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
    const run = spawnSync(binary(native, 'initdb'), options, {
      ...runAs,
      cwd: dirname(native),
      env: binaryEnvironment(native),
      encoding: 'utf8',
    });
    if (run.status !== 0) throw initFailure(cluster, run.error?.message ?? run.stderr);
    renameSync(draft, cluster);
    return { isNew: true };
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Brings the files of a new cluster to the disk while the server already runs: on a disk busy with the installation of
 * packages that takes seconds nobody should wait for.
 */
export function syncInBackground({ cluster, native, runAs }: Placement): ChildProcess {
  const options = { ...runAs, cwd: dirname(native), env: binaryEnvironment(native), stdio: 'ignore' as const };
  const child = spawn(binary(native, 'initdb'), ['--sync-only', '-D', cluster], options);
  // If it cannot run, the system writes the files a little later by itself.
  child.on('error', () => undefined);
  child.unref();
  return child;
}

function initFailure(cluster: string, output: string): EmbeddedPostgresError {
  if (/No space left on device/i.test(output)) return diskFull(dirname(cluster), output);
  const reason = /(?:initdb: error|FATAL): +(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
  return new EmbeddedPostgresError(
    'cannot_start',
    `The embedded PostgreSQL cannot create its data folder: ${reason}.`,
    {
      cause: output,
    },
  );
}

const urlOf = (database: string, port: number, password: string) =>
  `postgres://${databaseUser}:${password}@127.0.0.1:${port}/${database}`;

/** Creates the database if it is missing; returns its URL. Also the proof that the server accepts our password. */
export async function ensureDatabase(port: number, password: string): Promise<string> {
  const client = new pg.Client({
    connectionString: urlOf('postgres', port, password),
    connectionTimeoutMillis: 10_000,
  });
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (!rowCount) await client.query(`create database ${databaseName}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    const message = 'The embedded PostgreSQL does not accept the password kept in postgres.password beside its data.';
    throw new EmbeddedPostgresError('cannot_start', message, { cause: error });
  } finally {
    await client.end();
  }
  return urlOf(databaseName, port, password);
}
