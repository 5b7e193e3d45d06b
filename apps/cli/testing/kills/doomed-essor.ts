import { Redis } from 'ioredis';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { migrations } from '#migrations/all.js';
import { migrateJobs } from '#runtime/jobs/queue-backend.js';
import { openDatabase, rowsOf } from '#storage/database.js';
import { migrate } from '#storage/migrate.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../embedded/embedded-postgres.js';
import { isAlive } from '../../embedded/process-table.js';
import { supervise, type Supervisor } from '../../supervise/supervise.js';
import { foundCompany } from './found-company.js';

const projectDir = process.cwd();
export const secret = 'secret of the tests, long enough to be accepted';
const redisUrl = process.env.ESSOR_TEST_REDIS_URL;

/** Both backends, always named, so that one that cannot run here is seen as skipped. */
export const backends: { backend: string; available: boolean }[] = [
  { backend: 'PostgreSQL', available: true },
  { backend: 'Redis', available: Boolean(redisUrl) },
];

export async function until(what: string, met: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  // While a server is away, asking it fails: not yet met.
  while (!(await Promise.resolve(met()).catch(() => false))) {
    if (Date.now() > end) throw new Error(`timed out waiting for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** An Essor as it is deployed: its own durable PostgreSQL, the built api and worker as processes that are revived. */
export class DoomedEssor {
  organizationId = '';
  key = '';
  readonly log: string[] = [];
  private postgres: EmbeddedPostgres;
  private supervisor: Supervisor;
  private ports: number[] = [];
  private redis: Redis | undefined;
  private owner_: DataSource;

  constructor(
    private readonly box: string,
    private readonly backend: string,
    /** How many of each process, and what stands between them and the database. */
    private readonly more: { copies?: number; databaseThrough?: (url: string) => Promise<string> } = {},
  ) {}

  url = (copy = 0) => `http://127.0.0.1:${this.ports[copy]}`;
  get databaseUrl(): string {
    return this.postgres.url;
  }
  get owner(): DataSource {
    return this.owner_;
  }

  async start(): Promise<void> {
    if (!existsSync(join(projectDir, 'dist', 'apps', 'worker', 'main.js')))
      throw new Error('There is no build: run this test through `npm test`.');
    mkdirSync(join(this.box, 'system'), { mode: 0o711 });
    const places = { dataDir: join(this.box, 'data'), systemDir: join(this.box, 'system'), projectDir };
    this.postgres = await startEmbeddedPostgres({ ...places, durable: true });
    const { url } = this.postgres;
    await migrate(url, migrations, secret, { beforeGrants: () => migrateJobs(url) });
    this.owner_ = await openDatabase(url, { poolSize: 4, name: 'essor test', secret });
    const { organizationId, key } = await foundCompany(this.owner_);
    this.organizationId = organizationId;
    this.key = key;
    const { copies = 1, databaseThrough } = this.more;
    const through = databaseThrough ? await databaseThrough(url) : url;
    const env = { ...(await this.queuePlace()), DATABASE_URL: through, APP_SECRET: secret, LOG_LEVEL: 'info' };
    this.ports = await Promise.all(Array.from({ length: copies }, freePort));
    const numbered = (name: string, copy: number) => (copies === 1 ? name : `${name}-${copy}`);
    this.supervisor = supervise(
      this.ports.flatMap((port, copy) => [
        { name: numbered('api', copy), script: script('api'), env: { ...env, PORT: String(port), HOST: '127.0.0.1' } },
        { name: numbered('worker', copy), script: script('worker'), env },
      ]),
      { signal: new AbortController().signal, write: (line) => this.log.push(line), firstPauseMs: 100, shortRuns: 20 },
    );
    for (const [copy] of this.ports.entries())
      await until('the api', async () => (await fetch(`${this.url(copy)}/readyz`)).ok, 180);
  }

  async kill(name: 'api' | 'worker', isBusy: () => Promise<boolean>): Promise<void> {
    await this.held(name, async (pid) => {
      if (!(await isBusy())) return false;
      process.kill(pid, 'SIGKILL');
      return true;
    });
  }

  /** The server of the database, with the worker held within a job; its own session starts it again on the same port. */
  async killPostgres(isBusy: () => Promise<boolean>): Promise<void> {
    const { pid } = this.postgres;
    await this.held('worker', async () => {
      if (!(await isBusy())) return false;
      process.kill(pid, 'SIGKILL');
      return true;
    });
    await until('the database to come back', () => this.postgres.pid !== pid && isAlive(this.postgres.pid));
  }

  /** Holds a process still while a fault decides whether to strike: nothing can end in between. */
  private async held(name: 'api' | 'worker', strike: (pid: number) => Promise<boolean>): Promise<void> {
    await until(`${name} at work`, async () => {
      const pid = this.supervisor.pids()[name] ?? 0;
      if (!isAlive(pid)) return false;
      process.kill(pid, 'SIGSTOP');
      let struck = false;
      try {
        // What was answered before is on its way to its receiver still.
        await pause(20);
        struck = await strike(pid);
      } finally {
        if (isAlive(pid)) process.kill(pid, 'SIGCONT');
      }
      if (!struck) await pause(50);
      return struck;
    });
  }

  /** Transactions of jobs that are open this very moment. */
  async jobsAtWork(): Promise<number> {
    const [row] = await rowsOf<{ jobs: number }>(
      this.owner,
      `select count(*) as jobs from pg_stat_activity
        where datname = current_database() and application_name = 'essor work' and backend_xid is not null`,
    );
    return row?.jobs ?? 0;
  }

  /** False where that process is on its way back. */
  signal(name: string, signal: NodeJS.Signals): boolean {
    const pid = this.supervisor.pids()[name] ?? 0;
    if (pid === 0 || !isAlive(pid)) return false;
    process.kill(pid, signal);
    return true;
  }

  /** At once, whatever it does; resolves when it is back. */
  async killDatabase(): Promise<void> {
    const { pid } = this.postgres;
    if (!isAlive(pid)) return;
    process.kill(pid, 'SIGKILL');
    await until('the database to come back', () => this.postgres.pid !== pid && isAlive(this.postgres.pid));
  }

  /** Everything that was asked for, and the schedule. */
  async loseQueue(): Promise<void> {
    if (this.redis) return void (await this.redis.flushdb());
    const tables = await rowsOf<{ name: string }>(
      this.owner,
      `select 'jobs.' || quote_ident(tablename) as name from pg_tables where schemaname = 'jobs' and tablename not like '%migration%'`,
    );
    await this.owner.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  }

  async leave(): Promise<void> {
    await this.supervisor?.stop();
    await this.owner_?.destroy();
    await this.redis?.flushdb();
    this.redis?.disconnect();
    await this.postgres?.stop();
  }

  async stopProcesses(): Promise<void> {
    await this.supervisor.stop();
  }

  /** A database of Redis that holds nothing; with PostgreSQL there is nothing to tell. */
  private async queuePlace(): Promise<{ REDIS_URL: string }> {
    if (this.backend !== 'Redis' || !redisUrl) return { REDIS_URL: '' };
    const url = new URL(redisUrl);
    for (let database = 15; database > 0; database -= 1) {
      url.pathname = `/${database}`;
      this.redis = new Redis(url.href);
      if ((await this.redis.dbsize()) === 0) return { REDIS_URL: url.href };
      this.redis.disconnect();
    }
    throw new Error('No database of this Redis is empty.');
  }
}

const script = (app: 'api' | 'worker') => join(projectDir, 'dist', 'apps', app, 'main.js');

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
