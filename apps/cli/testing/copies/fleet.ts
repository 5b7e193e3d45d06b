import { type Redis } from 'ioredis';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { migrations } from '#migrations/all.js';
import { migrateJobs } from '#runtime/jobs/queue-backend.js';
import { openDatabase, rowsOf } from '#storage/database.js';
import { migrate } from '#storage/migrate.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../embedded/embedded-postgres.js';
import { supervise, type Supervisor } from '../../supervise/supervise.js';
import { secret } from '../kills/doomed-essor.js';
import { emptyRedis } from '../kills/empty-redis.js';
import { freePort } from '../kills/fault-line.js';
import { until } from '../kills/until.js';

const projectDir = process.cwd();
const script = (app: 'api' | 'worker') => join(projectDir, 'dist', 'apps', app, 'main.js');

/** Several apis and workers over one PostgreSQL, each of which tells by itself what it did. */
export class Fleet {
  readonly log: string[] = [];
  private supervisor: Supervisor | undefined;
  private redis: Redis | undefined;
  private ports: { api: number; told: number; toldByWorker: number }[] = [];

  private constructor(
    private readonly postgres: EmbeddedPostgres,
    readonly owner: DataSource,
  ) {}

  static async in(box: string): Promise<Fleet> {
    mkdirSync(join(box, 'system'), { mode: 0o711 });
    const postgres = await startEmbeddedPostgres({
      ...{ dataDir: join(box, 'data'), systemDir: join(box, 'system'), projectDir, durable: true, connections: 300 },
    });
    const { url } = postgres;
    await migrate(url, migrations, secret, { beforeGrants: () => migrateJobs(url) });
    return new Fleet(postgres, await openDatabase(url, { poolSize: 4, name: 'essor test', secret }));
  }

  get databaseUrl(): string {
    return this.postgres.url;
  }
  api = (copy: number) => `http://127.0.0.1:${this.ports[copy]?.api}`;

  async start(copies: number, box: string, redisUrl: string | undefined): Promise<void> {
    const places = Array.from({ length: copies }, async () => {
      const [api, told, toldByWorker] = await Promise.all([freePort(), freePort(), freePort()]);
      return { api, told, toldByWorker };
    });
    this.ports = await Promise.all(places);
    const env = {
      ...{ DATABASE_URL: this.databaseUrl, APP_SECRET: secret, LOG_LEVEL: 'info', HOST: '127.0.0.1' },
      REDIS_URL: redisUrl === undefined ? '' : await this.emptied(redisUrl),
      ...{ ESSOR_DATA_DIR: join(box, 'essor'), RIGHTS_LEDGER: join(box, 'rights.ndjson') },
    };
    this.supervisor = supervise(
      this.ports.flatMap(({ api, told, toldByWorker }, copy) => [
        {
          ...{ name: `api-${copy}`, script: script('api') },
          env: { ...env, PORT: String(api), METRICS_PORT: String(told) },
        },
        {
          ...{ name: `worker-${copy}`, script: script('worker') },
          // It tells on the port after.
          env: { ...env, METRICS_PORT: String(toldByWorker - 1) },
        },
      ]),
      { signal: new AbortController().signal, write: (line) => this.log.push(line) },
    );
    try {
      for (const copy of this.ports.keys()) {
        await until(`api ${copy}`, async () => (await fetch(`${this.api(copy)}/readyz`)).ok, 120);
        await until(`worker ${copy}`, async () => (await this.tells(copy, 'worker', 'nodejs')) >= 0, 60);
      }
    } catch (error) {
      throw new Error(`${String(error)}\n${this.log.slice(-30).join('\n')}`, { cause: error });
    }
  }

  /** The sum of what one process tells by this name. */
  async tells(copy: number, role: 'api' | 'worker', name: string): Promise<number> {
    const port = role === 'api' ? this.ports[copy]?.told : this.ports[copy]?.toldByWorker;
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  }

  /** Connections to the database by whose they are; those of the owner are the test's. */
  async connections(): Promise<Record<string, number>> {
    const rows = await rowsOf<{ name: string; n: number }>(
      this.owner,
      `select application_name as name, count(*)::integer as n from pg_stat_activity
        where datname = current_database() and application_name <> 'essor test' group by 1 order by 1`,
    );
    return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
  }

  async stopProcesses(): Promise<void> {
    await this.supervisor?.stop();
  }

  async leave(): Promise<void> {
    await this.stopProcesses();
    await this.owner.destroy();
    await this.redis?.flushdb();
    this.redis?.disconnect();
    await this.postgres.stop();
  }

  private async emptied(given: string): Promise<string> {
    const { redis, url } = await emptyRedis(given);
    this.redis = redis;
    return url;
  }
}
