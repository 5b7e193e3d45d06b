import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type DataSource } from 'typeorm';
import { migrations } from '#migrations/all.js';
import { migrateJobs } from '#runtime/jobs/queue-backend.js';
import { openDatabase } from '#storage/database.js';
import { migrate } from '#storage/migrate.js';
import { roleUrl } from '#storage/roles/roles.js';

const apps = fileURLToPath(new URL('../apps/', import.meta.url));
export const secret = 'secret of the benchmarks, long enough to be accepted';

/** Runs the embedded server as a process of its own: other rooms start apps, they do not import them. */
const serverScript = `
  import { startEmbeddedPostgres } from ${JSON.stringify(join(apps, 'cli/embedded/embedded-postgres.js'))};
  const [dataDir, systemDir] = process.argv.slice(1);
  const server = await startEmbeddedPostgres({ dataDir, systemDir });
  console.log(JSON.stringify({ url: server.url, pid: server.pid }));
  process.stdin.resume().on('end', () => void server.stop().then(() => process.exit(0)));
`;

/** A database of its own in a folder that goes with it, and the product's processes on top. */
export class Stage {
  readonly url: string;
  readonly owner: DataSource;
  readonly work: DataSource;
  base = '';
  private metrics = '';
  private readonly processes = new Map<'api' | 'worker', ChildProcess>();

  private constructor(
    private readonly box: string,
    private readonly server: ChildProcess,
    private readonly serverPid: number,
    opened: { url: string; owner: DataSource; work: DataSource },
  ) {
    this.url = opened.url;
    this.owner = opened.owner;
    this.work = opened.work;
  }

  static async open(): Promise<Stage> {
    const box = realpathSync(mkdtempSync(join(tmpdir(), 'essor-bench-')));
    chmodSync(box, 0o711);
    const options = ['--input-type=module', '-e', serverScript, join(box, 'data'), join(box, 'system')];
    const server = spawn(process.execPath, options, { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
    const [line] = (await once(server.stdout, 'data')) as [Buffer];
    const { url, pid } = JSON.parse(String(line)) as { url: string; pid: number };
    await migrate(url, migrations, secret, { beforeGrants: () => migrateJobs(url) });
    const owner = await openDatabase(url, { poolSize: 6, name: 'essor bench', secret });
    const work = await openDatabase(roleUrl(url, secret, 'work'), { poolSize: 4, name: 'essor bench', secret });
    return new Stage(box, server, pid, { url, owner, work });
  }

  /** Starts the built api on a free port; resolves when it is ready. Sessions may ask as fast as they are answered, but for a rate. */
  async startApi(sessionRate = '0'): Promise<void> {
    const port = await freePort();
    this.base = `http://127.0.0.1:${port}`;
    const metricsPort = await freePort();
    this.metrics = `http://127.0.0.1:${metricsPort}/metrics`;
    this.run('api', {
      HOST: '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      SESSION_RATE: sessionRate,
    });
    for (const end = Date.now() + 60_000; ; await pause(100)) {
      const answer = await fetch(`${this.base}/readyz`).catch(() => null);
      await answer?.text();
      if (answer?.ok) return;
      if (Date.now() > end) throw new Error('The api did not become ready.');
    }
  }

  /** For parts that want other settings of it. */
  async restartApi(sessionRate?: string): Promise<void> {
    await stop(this.processes.get('api'));
    await this.startApi(sessionRate);
  }

  startWorker(): void {
    this.run('worker', {});
  }

  async stopWorker(): Promise<void> {
    await stop(this.processes.get('worker'));
    this.processes.delete('worker');
  }

  /** Bytes in memory: of Node what is resident, of PostgreSQL each shared page once. */
  memory(): { api: number; worker: number; postgres: number } {
    const of = (child?: ChildProcess) => (child?.pid ? kilobytes(child.pid, 'Rss') * 1024 : 0);
    const backends = childrenOf(this.serverPid);
    const postgres = [this.serverPid, ...backends].reduce((all, pid) => all + kilobytes(pid, 'Pss') * 1024, 0);
    return { api: of(this.processes.get('api')), worker: of(this.processes.get('worker')), postgres };
  }

  /** Milliseconds by which the api was late for what was due, of a hundred times the worst one, since it was last asked. */
  async lag(): Promise<number> {
    const text = await (await fetch(this.metrics)).text();
    return Number(/^nodejs_eventloop_lag_p99_seconds(?:{.*})? (\S+)$/m.exec(text)?.[1] ?? Number.NaN) * 1000;
  }

  async close(): Promise<void> {
    for (const child of this.processes.values()) await stop(child);
    await this.work.destroy();
    await this.owner.destroy();
    this.server.stdin?.end();
    if (this.server.exitCode === null) await once(this.server, 'exit');
    rmSync(this.box, { recursive: true, force: true });
  }

  private run(app: 'api' | 'worker', more: Record<string, string>): void {
    const env = {
      ...process.env,
      DATABASE_URL: this.url,
      APP_SECRET: secret,
      REDIS_URL: '',
      LOG_LEVEL: 'warn',
      ...more,
    };
    const child = spawn(process.execPath, [join(apps, app, 'main.js')], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.processes.set(app, child);
  }
}

async function stop(child?: ChildProcess): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

function kilobytes(pid: number, field: 'Rss' | 'Pss'): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(new RegExp(`^${field}: +(\\d+)`, 'm').exec(text)?.[1] ?? 0);
  } catch {
    // Another system, or a process that has just ended.
    return 0;
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number).filter(Boolean);
  } catch {
    return [];
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
