import { type ProcessSpec, SupervisedProcess, type SupervisionLimits } from './supervised-process.js';

export interface SuperviseOptions extends Partial<SupervisionLimits> {
  /** Aborting it stops everything; usually `lifetimeSignal()`. */
  signal: AbortSignal;
  /** Takes the log lines; the terminal by default. */
  write?: (line: string) => void;
}

export interface Supervisor {
  /** When all processes have ended: undefined if they were told to, else the reason why one could not be kept alive. */
  readonly ended: Promise<Error | undefined>;
  /** Process numbers by name, of those that run. */
  pids(): Record<string, number>;
  /** Stops all processes and waits for their end. Safe to repeat. */
  stop(): Promise<void>;
}

const defaults: SupervisionLimits = {
  graceMs: 20_000,
  shortRunMs: 10_000,
  shortRuns: 5,
  firstPauseMs: 500,
  longestPauseMs: 30_000,
};

const colours = [36, 35, 33, 32];

function prefixFor(name: string, index: number, width: number): string {
  const text = `${name.padEnd(width)} |`;
  return process.stdout.isTTY ? `\u001b[${colours[index % colours.length]}m${text}\u001b[0m` : text;
}

/** Runs the processes side by side until the signal aborts, or until one of them cannot be kept alive: then all stop. */
export function supervise(specs: ProcessSpec[], options: SuperviseOptions): Supervisor {
  const { signal, write = (line) => void process.stdout.write(`${line}\n`), ...limits } = options;
  const width = Math.max(...specs.map(({ name }) => name.length));
  const processes = specs.map((spec, index) => ({
    name: spec.name,
    running: new SupervisedProcess(spec, { ...defaults, ...limits }, prefixFor(spec.name, index, width), write),
  }));
  const stopAll = () => processes.forEach(({ running }) => running.stop());
  const lives = signal.aborted ? [] : processes.map(({ running }) => running.keepAlive().finally(stopAll));
  signal.addEventListener('abort', stopAll, { once: true });
  const ended = Promise.allSettled(lives).then((results) => {
    signal.removeEventListener('abort', stopAll);
    return results.find((result) => result.status === 'rejected')?.reason as Error | undefined;
  });
  return {
    ended,
    pids: () => Object.fromEntries(processes.map(({ name, running }) => [name, running.pid ?? 0])),
    stop: async () => {
      stopAll();
      await ended;
    },
  };
}
