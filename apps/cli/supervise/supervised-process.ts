import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { leaveWithSupervisorModule } from './leave-with-supervisor.js';
import { forwardLines } from './log-lines.js';

export interface ProcessSpec {
  /** Short name, shown before each of its log lines. */
  name: string;
  /** Path of the JavaScript file that Node runs. */
  script: string;
  args?: string[];
  /** Added to our own environment. */
  env?: Record<string, string>;
}

export interface SupervisionLimits {
  /** From SIGTERM to SIGKILL. */
  graceMs: number;
  /** A run shorter than this ended "at once". */
  shortRunMs: number;
  /** So many runs in a row that ended at once, and there is no point in a further one. */
  shortRuns: number;
  firstPauseMs: number;
  longestPauseMs: number;
}

/** One child that is started again, after growing pauses, until it is told to stop or proves unable to live. */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private readonly stopping = new AbortController();

  constructor(
    private readonly spec: ProcessSpec,
    private readonly limits: SupervisionLimits,
    private readonly prefix: string,
    private readonly write: (line: string) => void,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Resolves when it has stopped because it was told to; rejects when it cannot be kept alive. */
  async keepAlive(): Promise<void> {
    const { shortRunMs, shortRuns, firstPauseMs, longestPauseMs } = this.limits;
    for (let shortOnes = 0; !this.stopping.signal.aborted;) {
      const began = performance.now();
      const end = await this.runOnce();
      if (this.stopping.signal.aborted) return;
      shortOnes = performance.now() - began < shortRunMs ? shortOnes + 1 : 0;
      if (shortOnes >= shortRuns)
        throw new Error(`The ${this.spec.name} process cannot run: it ended with ${end} again and again.`);
      const wait = Math.min(firstPauseMs * 2 ** Math.max(0, shortOnes - 1), longestPauseMs);
      this.write(`${this.prefix} ended with ${end}; starting it again in ${(wait / 1000).toFixed(1)} s`);
      await pause(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }

  stop(): void {
    this.stopping.abort();
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const last = setTimeout(() => child.kill('SIGKILL'), this.limits.graceMs);
    child.once('exit', () => clearTimeout(last));
  }

  private runOnce(): Promise<string> {
    const { script, args = [], env } = this.spec;
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', '--import', leaveWithSupervisorModule, script, ...args],
      {
        env: { ...process.env, ...env, ESSOR_SUPERVISOR_PID: String(process.pid) },
        // Its own process group: Ctrl-C reaches the supervisor only, which then stops all in order.
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.child = child;
    forwardLines(child.stdout, this.prefix, this.write);
    forwardLines(child.stderr, this.prefix, this.write);
    return new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code, signal) => resolve(signal ?? `code ${code}`));
    });
  }
}
