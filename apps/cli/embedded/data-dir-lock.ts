import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { identityOf, isSameProcessAlive } from './process-table.js';

const lockTimeoutMs = 120_000;
let attempts = 0;

function tryToTake(lock: string): boolean {
  const draft = `${lock}.${process.pid}.${++attempts}`;
  writeFileSync(draft, identityOf(process.pid), { mode: 0o600 });
  try {
    // link() fails when the name exists, and the content is there from the first moment on.
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIfStale(lock: string): void {
  const aside = `${lock}.stale.${process.pid}.${++attempts}`;
  try {
    if (isSameProcessAlive(readFileSync(lock, 'utf8'))) return;
    renameSync(lock, aside);
    // Another process may have replaced the stale lock between the two calls: give it back.
    if (isSameProcessAlive(readFileSync(aside, 'utf8'))) linkSync(aside, lock);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

let queue: Promise<unknown> = Promise.resolve();

async function takeAndRun<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + lockTimeoutMs;
  while (!tryToTake(lock)) {
    removeIfStale(lock);
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError('data_dir_locked', `Another process has held ${lock} for two minutes.`);
    }
    await pause(25);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Runs `work` while no other process (and no other call of this one) holds the same lock file; a dead holder is ignored. */
export function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const run = queue.then(() => takeAndRun(lock, work));
  queue = run.catch(() => undefined);
  return run;
}

/** The processes that use one server: the last to leave is the one that stops it. */
export class Tenants {
  private readonly dir: string;
  private readonly own: string;

  constructor(dataDir: string) {
    this.dir = join(dataDir, 'postgres-users');
    this.own = `${process.pid}-${++attempts}`;
  }

  enter(): void {
    mkdirSync(this.dir, { recursive: true, mode: 0o700 });
    writeFileSync(join(this.dir, this.own), identityOf(process.pid), { mode: 0o600 });
  }

  leave(): void {
    rmSync(join(this.dir, this.own), { force: true });
  }

  /** Whether someone else, in this process or another, still uses the server; forgets the dead. */
  areThereOthers(): boolean {
    let others = false;
    for (const name of readdirSync(this.dir)) {
      if (name === this.own) continue;
      if (isSameProcessAlive(readFileSync(join(this.dir, name), 'utf8'))) others = true;
      else rmSync(join(this.dir, name), { force: true });
    }
    return others;
  }
}
