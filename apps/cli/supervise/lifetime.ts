import { readFileSync } from 'node:fs';

const parentCheckMs = 500;

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Our parent, and its own: npm may put a shell between itself and us, which outlives it. */
const ancestors = () => `${process.ppid} ${parentOf(process.ppid) ?? ''}`;

/**
 * Aborts, with a sentence as reason, when this process is asked to stop (Ctrl-C, SIGTERM, closed terminal) or when the
 * npm that started it is gone: npm, when terminated, takes only itself away.
 */
export function lifetimeSignal(): AbortSignal {
  const lifetime = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => lifetime.abort(name === 'SIGINT' ? 'interrupted' : `received ${name}`));
  }
  if (process.env.npm_lifecycle_event !== undefined) {
    const atStart = ancestors();
    const watch = setInterval(() => {
      if (ancestors() === atStart) return;
      clearInterval(watch);
      lifetime.abort('the process that started it is gone');
    }, parentCheckMs);
    watch.unref();
  }
  return lifetime.signal;
}
