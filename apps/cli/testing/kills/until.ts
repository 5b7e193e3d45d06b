import { setTimeout as pause } from 'node:timers/promises';

/** Throws when it has not come to that in time. */
export async function until(what: string, met: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  // While a server is away, asking it fails: not yet met.
  while (!(await Promise.resolve(met()).catch(() => false))) {
    if (Date.now() > end) throw new Error(`timed out waiting for ${what}`);
    await pause(10);
  }
}
