import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type DataSource } from 'typeorm';
import { migrations } from '#migrations/all.js';
import { migrateJobs } from '#runtime/jobs/queue-backend.js';
import { BadSettings, readGivenSettings, type Settings } from '#runtime/settings.js';
import { doorUrl, ownsRoles } from '#storage/access/door.js';
import { openDatabase, rowsOf } from '#storage/database.js';
import { migrate } from '#storage/migrate.js';
import { type DatabaseRole } from '#storage/roles/roles.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { readRecord } from './embedded/placement.js';
import { CommandError } from './output.js';

/** The database that a command works on, and how to leave it. */
export interface Installation {
  settings: Settings;
  dataDir: string;
  embedded: boolean;
  /** A pool with the rights of one role (`owner`: everything), closed with the installation. */
  as(role: DatabaseRole | 'owner'): Promise<DataSource>;
  close(): Promise<void>;
}

/**
 * The database of DATABASE_URL, else the embedded server of the data folder: the running one, or one of its own for
 * the duration of the command. Migrated either way. Unless it `begins` one, an empty folder is refused: a mistyped one
 * would answer as an Essor that knows nobody. Throws BadSettings, EmbeddedPostgresError, or CommandError.
 */
export async function openInstallation(
  options: { dataDir?: string; report?: (line: string) => void; begins?: boolean } = {},
): Promise<Installation> {
  const given = readGivenSettings();
  const dataDir = resolve(options.dataDir ?? given.ESSOR_DATA_DIR);
  const own = given.DATABASE_URL === undefined;
  if (!own && given.APP_SECRET === undefined) throw new BadSettings('APP_SECRET is not set; DATABASE_URL needs it.');
  if (own && options.begins === false && readRecord(dataDir).cluster === undefined) throw nothingIn(dataDir);
  if (own) await mkdir(dataDir, { recursive: true });
  const server = own
    ? await startEmbeddedPostgres({ dataDir, ...(options.report ? { report: options.report } : {}) })
    : null;
  try {
    const settings: Settings = {
      ...given,
      DATABASE_URL: server?.url ?? given.DATABASE_URL ?? '',
      APP_SECRET: given.APP_SECRET ?? (await keepSecret(dataDir)),
      ESSOR_DATA_DIR: dataDir,
    };
    const { DATABASE_URL: url, APP_SECRET: secret } = settings;
    await migrate(url, migrations, secret, {
      beforeGrants: () => migrateJobs(url),
      ownRoles: ownsRoles(settings),
      secretBefore: settings.APP_SECRET_BEFORE,
    }).catch((error: unknown) => {
      throw unreachable(error) ? new DatabaseUnreachable((error as Error).message) : error;
    });
    return new OpenInstallation(settings, dataDir, own, () => server?.stop() ?? Promise.resolve());
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

const nothingIn = (dataDir: string) =>
  new CommandError(
    `There is no Essor in ${dataDir}. Start one (npm start), name the folder of another (--data-dir, or ESSOR_DATA_DIR), or its database (DATABASE_URL and APP_SECRET).`,
    'no_installation',
    2,
  );

/** The server named by DATABASE_URL does not answer, or does not let us in. */
export class DatabaseUnreachable extends Error {
  readonly code = 'database_unreachable';

  constructor(reason: string) {
    super(`The database of DATABASE_URL cannot be used: ${reason}.`);
  }
}

// Refused, unknown host, timed out; wrong password, unknown role, unknown database.
const connectionCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '28000', '3D000']);
const unreachable = (error: unknown) =>
  error instanceof Error && 'code' in error && connectionCodes.has(String(error.code));

class OpenInstallation implements Installation {
  private readonly pools = new Map<string, Promise<DataSource>>();

  constructor(
    readonly settings: Settings,
    readonly dataDir: string,
    readonly embedded: boolean,
    private readonly leave: () => Promise<void>,
  ) {}

  as(role: DatabaseRole | 'owner'): Promise<DataSource> {
    const known = this.pools.get(role);
    if (known) return known;
    const url = role === 'owner' ? this.settings.DATABASE_URL : doorUrl(this.settings, role);
    const pool = openDatabase(url, { poolSize: 4, name: 'essor command', secret: this.settings.APP_SECRET });
    this.pools.set(role, pool);
    return pool;
  }

  async close(): Promise<void> {
    for (const pool of this.pools.values()) await (await pool).destroy();
    await this.leave();
  }
}

/** The secret of an embedded installation, made once and readable by its owner alone. */
async function keepSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await writeFile(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  await chmod(file, 0o600);
  return (await readFile(file, 'utf8')).trim();
}

/** Whether a worker is connected, who will do what is marked without being asked. */
export async function hasWorker(work: DataSource): Promise<boolean> {
  const rows = await rowsOf(
    work,
    `select from pg_stat_activity where datname = current_database() and application_name = 'essor work' limit 1`,
  );
  return rows.length > 0;
}
