// Loaded before a build whose boundaries were made to call `essorPoint` (failpoints.ts): there a fault waits that is armed.
import { appendFileSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const folder = process.env.ESSOR_POINTS;
const seen = new Set();
Error.stackTraceLimit = 40;

/** The function of ours, or the file, that asks for what is under way; not the ways through which everything goes. */
globalThis.essorPlace = () => {
  for (const line of (new Error().stack ?? '').split('\n')) {
    const [, name, path] = /^\s+at (?:async )?(?:(\S+) \()?\S*\/dist\/((?:libs|apps)\/[^:]+)/.exec(line) ?? [];
    if (!path || /(walled|database|within-organization)\.js$/.test(path)) continue;
    return [name?.split('.').at(-1), basename(path, '.js')].filter(Boolean).join(' in ');
  }
  return 'nobody';
};

globalThis.essorPoint = async (name) => {
  if (!seen.has(name)) appendFileSync(join(folder, 'seen'), `${name}\n`);
  seen.add(name);
  const place = join(folder, name.replaceAll(/[^a-z0-9]+/gi, '-'));
  try {
    // Of several processes one is struck.
    renameSync(`${place}.armed`, `${place}.struck`);
  } catch {
    return;
  }
  const fault = readFileSync(`${place}.struck`, 'utf8');
  if (fault === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
  if (fault === 'throw') throw new Error(`thrown on purpose ${name}`);
  await pause(3000);
};
