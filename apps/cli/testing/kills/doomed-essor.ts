import { type Redis } from 'ioredis';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { migrations } from '#migrations/all.js';
import { migrateJobs, type QueuePlace } from '#runtime/jobs/queue-backend.js';
import { doorUrl } from '#storage/access/door.js';
import { openDatabase, rowsOf } from '#storage/database.js';
import { migrate } from '#storage/migrate.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../embedded/embedded-postgres.js';
import { isAlive } from '../../embedded/process-table.js';
import { type Company } from './company.js';
import { mountDisk, unmountDisk } from './own-disk.js';
import { emptyRedis } from './empty-redis.js';
import { type FaultLine } from './fault-line.js';
import { type FoundCompany, foundCompany } from './found-company.js';
import { Comebacks } from './log-findings.js';
import { Processes } from './processes.js';
import { until } from './until.js';

export const projectDir = process.cwd();
export const builtHere = join(projectDir, 'dist');
export const secret = 'secret of the tests, long enough to be accepted';
const redisUrl = process.env.ESSOR_TEST_REDIS_URL;

/** Both backends, always named, so that one that cannot run here is seen as skipped. */
export const backends: { backend: string; available: boolean }[] = [
  { backend: 'PostgreSQL', available: true },
  { backend: 'Redis', available: Boolean(redisUrl) },
];

export interface Doom {
  companies: readonly Company[];
  apis: number;
  workers: number;
  /** Where the build lies that runs; what is at hand otherwise. */
  dist?: string;
  /** Brings the database to its own version and founds the companies, where another release does so than this one. */
  founds?: (databaseUrl: string, companies: readonly Company[]) => Promise<FoundCompany[]>;
  /** Of the database, for all processes; as many as one Essor needs, where nothing is said. */
  connections?: number;
  /** Megabytes of a disk of its own for the database, which may then be full. */
  disk?: number;
  /** What the owner says to the database before anything runs. */
  sql?: string;
  /** What a process is told besides, by its name. */
  env?: (name: string) => Record<string, string>;
}

/** An Essor as it is deployed: its own durable PostgreSQL, the built api and worker as processes that are revived. */
export class DoomedEssor {
  companies: FoundCompany[] = [];
  readonly log: string[] = [];
  readonly comebacks = new Comebacks();
  readonly dataDir: string;
  /** False where none was wanted, or this user may not have one. */
  hasOwnDisk = false;
  /** Between each process, by its name, and the database. */
  readonly backs = new Map<string, FaultLine>();
  private postgres: EmbeddedPostgres;
  private crews: Processes[] = [];
  private redis: Redis | undefined;
  private owner_: DataSource;
  private redisPlace = '';

  constructor(
    private readonly box: string,
    private readonly backend: string,
    private readonly doom: Doom,
  ) {
    this.dataDir = join(box, 'data');
  }

  get apiPorts(): readonly number[] {
    return this.crews.flatMap(({ ports }) => ports);
  }
  get databaseUrl(): string {
    return this.postgres.url;
  }
  get owner(): DataSource {
    return this.owner_;
  }
  get queuePlace(): QueuePlace {
    if (this.redisPlace) return { redisUrl: this.redisPlace };
    return { postgresUrl: doorUrl({ DATABASE_URL: this.databaseUrl, APP_SECRET: secret }, 'jobs') };
  }

  async start(): Promise<void> {
    const { companies, apis, workers, founds, connections, dist = builtHere } = this.doom;
    if (!existsSync(join(dist, 'apps', 'worker', 'main.js')))
      throw new Error('There is no build: run this test through `npm test`.');
    mkdirSync(join(this.box, 'system'), { mode: 0o711 });
    mkdirSync(this.dataDir);
    if (this.doom.disk !== undefined) this.hasOwnDisk = mountDisk(this.dataDir, this.doom.disk);
    const places = { dataDir: this.dataDir, systemDir: join(this.box, 'system'), projectDir };
    this.postgres = await startEmbeddedPostgres({ ...places, durable: true, ...(connections && { connections }) });
    const { url } = this.postgres;
    if (founds) this.companies = await founds(url, companies);
    else await migrate(url, migrations, secret, { beforeGrants: () => migrateJobs(url) });
    this.owner_ = await openDatabase(url, { poolSize: 4, name: 'essor test', secret });
    if (!founds) for (const company of companies) this.companies.push(await foundCompany(this.owner_, company));
    if (this.doom.sql) await this.owner_.query(this.doom.sql);
    this.redisPlace = await this.emptied();
    await (await this.startCrew({ dist, apis, workers })).ready();
  }

  /** Beside those that run already. Resolves before it is ready. */
  async startCrew(given: { dist: string; apis: number; workers: number; suffix?: string }): Promise<Processes> {
    const { databaseUrl, backs } = this;
    const crew = await Processes.start({
      ...{ ...given, databaseUrl, backs, more: this.doom.env, env: this.settings },
      hear: (line) => {
        this.log.push(line);
        this.comebacks.hear(line);
      },
    });
    this.crews.push(crew);
    return crew;
  }

  /** What every process is told. */
  get settings(): Record<string, string> {
    return { REDIS_URL: this.redisPlace, APP_SECRET: secret, LOG_LEVEL: 'info', HOST: '127.0.0.1' };
  }

  get running(): readonly Processes[] {
    return this.crews;
  }

  /** Its process number; 0 while it is on its way back. */
  pidOf(name: string): number {
    const pid = this.crews.map((crew) => crew.pids()[name]).find((one) => one !== undefined) ?? 0;
    return pid !== 0 && isAlive(pid) ? pid : 0;
  }

  /** False where that process is on its way back. */
  signal(name: string, signal: NodeJS.Signals): boolean {
    const pid = this.pidOf(name);
    if (pid !== 0) process.kill(pid, signal);
    return pid !== 0;
  }

  /** Whether that worker is in a transaction of a job this very moment. */
  async isAtWork(worker: string): Promise<boolean> {
    const rows = await rowsOf(
      this.owner,
      `select from pg_stat_activity
        where datname = current_database() and application_name = 'essor work' and backend_xid is not null
          and client_port = any($1)`,
      [this.backs.get(worker)?.farPorts ?? []],
    );
    return rows.length > 0;
  }

  /** At once, whatever it does; its session starts it again on the same port. Resolves when it is back. */
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

  async stopProcesses(): Promise<void> {
    await Promise.all(this.crews.map((crew) => crew.stop()));
  }

  async leave(): Promise<void> {
    await this.stopProcesses();
    await this.owner_?.destroy();
    await this.redis?.flushdb();
    this.redis?.disconnect();
    await this.postgres?.stop();
    if (this.hasOwnDisk) unmountDisk(this.dataDir);
    for (const line of this.backs.values()) await line.close();
  }

  /** A database of Redis that holds nothing; with PostgreSQL there is nothing to tell. */
  private async emptied(): Promise<string> {
    if (this.backend !== 'Redis' || !redisUrl) return '';
    const { redis, url } = await emptyRedis(redisUrl);
    this.redis = redis;
    return url;
  }
}
