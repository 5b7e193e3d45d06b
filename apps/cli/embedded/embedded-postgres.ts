import { type ChildProcess } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { packagedBinaries } from './binaries.js';
import { diskFull, ensureCluster, ensureDatabase, keepPassword, syncInBackground } from './cluster.js';
import { Tenants, withLock } from './data-dir-lock.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { choosePlacement, type Placement, readRecord, writeRecord } from './placement.js';
import { type Postmaster, runningPostmaster, stopPostmaster } from './postmaster.js';
import { isAlive } from './process-table.js';
import { choosePort, launchServer } from './server.js';

export interface EmbeddedPostgresOptions {
  /** Folder for everything that must survive: the cluster, its password, port and log. */
  dataDir: string;
  /** Insists on this port; without it the port of the last start is taken when free, else any. */
  port?: number;
  /** False for a throw-away server only: it survives a kill, but not the loss of power. */
  durable?: boolean;
  /** How many may be open at once; as many as one Essor needs, where nothing is said. */
  connections?: number;
  /** Told, in one sentence, when the server died and was started again. */
  report?: (line: string) => void;
  /** Folder of package.json and node_modules. */
  projectDir?: string;
  /** Where root puts what `nobody` cannot reach in `dataDir`. */
  systemDir?: string;
}

export interface EmbeddedPostgres {
  /** Connection string of the database owner; contains the password. */
  url: string;
  port: number;
  /** Process number of the server; another one after it died and was started again. */
  readonly pid: number;
  /** True when the server was already running: left by a killed Essor, or in use by another command. */
  adopted: boolean;
  /** Leaves the server; the last process that uses it also stops it. Safe to repeat. */
  stop(): Promise<void>;
}

const watchEveryMs = 250;

class Session implements EmbeddedPostgres {
  url = '';
  adopted = false;
  private server: Postmaster = { pid: 0, port: 0, ready: false };
  private stopped: Promise<void> | undefined;
  private sync: ChildProcess | undefined;
  private reviving = false;
  private watch: NodeJS.Timeout | undefined;
  private readonly tenants: Tenants;
  private readonly lock: string;

  constructor(
    private readonly placement: Placement,
    private readonly options: EmbeddedPostgresOptions,
  ) {
    this.tenants = new Tenants(options.dataDir);
    this.lock = join(options.dataDir, 'postgres.lock');
  }

  get port(): number {
    return this.server.port;
  }

  get pid(): number {
    return this.server.pid;
  }

  async begin(): Promise<this> {
    const { dataDir, durable = true } = this.options;
    await withLock(this.lock, async () => {
      const password = await keepPassword(dataDir, this.placement.cluster);
      const { isNew } = ensureCluster(this.placement, password);
      this.tenants.enter();
      try {
        await this.adoptOrLaunch(this.options.port ?? readRecord(dataDir).port, this.options.port !== undefined);
        this.url = await ensureDatabase(this.port, password);
        if (isNew && durable) this.sync = syncInBackground(this.placement);
      } catch (error) {
        this.tenants.leave();
        throw error;
      }
    });
    this.watch = setInterval(() => void this.reviveIfDead(), watchEveryMs).unref();
    return this;
  }

  stop(): Promise<void> {
    clearInterval(this.watch);
    this.sync?.kill();
    this.stopped ??= withLock(this.lock, async () => {
      this.tenants.leave();
      if (this.tenants.areThereOthers()) return;
      const running = runningPostmaster(this.placement.cluster);
      if (running) await stopPostmaster(running.pid);
    });
    return this.stopped;
  }

  private async adoptOrLaunch(port: number | undefined, fixed: boolean): Promise<void> {
    const { dataDir, durable = true, connections } = this.options;
    const running = runningPostmaster(this.placement.cluster);
    // A server left by a killed Essor is kept, unless it listens elsewhere than asked and nobody else uses it.
    if (running && fixed && running.port !== port && !this.tenants.areThereOthers()) await stopPostmaster(running.pid);
    else if (running) {
      this.server = running;
      this.adopted = true;
      return;
    }
    const free = fixed && port !== undefined ? port : await choosePort(port);
    this.server = await launchServer(this.placement, dataDir, { port: free, fixed, durable, connections });
    writeRecord(dataDir, { cluster: this.placement.cluster, port: this.server.port });
  }

  /** The server died without being told to: clients keep its URL, so it comes back on the same port. */
  private async reviveIfDead(): Promise<void> {
    if (this.reviving || this.stopped || isAlive(this.server.pid)) return;
    this.reviving = true;
    try {
      await withLock(this.lock, async () => {
        if (!this.stopped) await this.adoptOrLaunch(this.port, true);
      });
      this.options.report?.('The embedded PostgreSQL had stopped unexpectedly and was started again.');
    } catch (error) {
      this.options.report?.(error instanceof Error ? error.message : String(error));
    } finally {
      this.reviving = false;
    }
  }
}

function inOneSentence(error: unknown, dataDir: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return diskFull(dataDir, error);
  if (['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(code ?? '')) {
    const message = `The data folder ${dataDir} cannot be used (${code}): choose another with --data-dir.`;
    return new EmbeddedPostgresError('cannot_start', message, { cause: error });
  }
  return error;
}

/**
 * A real PostgreSQL from npm binaries, with its data in `dataDir`; as root it runs as `nobody`.
 * Safe to call from several processes at once: they share one server. Throws EmbeddedPostgresError.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { systemDir = '/var/lib/essor', dataDir } = options;
  const projectDir = options.projectDir ?? (await import('./location.js')).projectDir;
  try {
    const placement = choosePlacement(dataDir, packagedBinaries(projectDir), systemDir);
    return await new Session(placement, { ...options, dataDir: realpathSync(dataDir) }).begin();
  } catch (error) {
    throw inOneSentence(error, dataDir);
  }
}
