import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLineOf, isAlive, workingDirectoryOf } from './process-table.js';

export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

// Above the largest process number of any system we run on, so certainly not in use.
const nobodysPid = 2_147_483_646;

function linesOfPidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
}

/** The server that says it serves this cluster, if it is alive and really is one. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const lines = linesOfPidFile(cluster);
  const pid = Number.parseInt(lines?.[0] ?? '', 10);
  if (!lines || !Number.isInteger(pid) || !isAlive(pid)) return undefined;
  const command = commandLineOf(pid);
  const servesCluster =
    command.includes(cluster) ||
    workingDirectoryOf(pid) === realpathSync(cluster) ||
    command.includes(realpathSync(cluster));
  if (!servesCluster || !/postgres(\.exe)?$/.test(command[0] ?? '')) return undefined;
  return { pid, port: Number.parseInt(lines[3] ?? '', 10), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Takes a pid file of a dead server whose number now belongs to an unrelated process out of the way.
 * Only the number is replaced: the shared-memory key in the file still keeps a second server from
 * starting while a backend of the dead one lives.
 */
export function disarmStalePidFile(cluster: string): void {
  const lines = linesOfPidFile(cluster);
  if (!lines || runningPostmaster(cluster)) return;
  lines[0] = String(nobodysPid);
  writeFileSync(join(cluster, 'postmaster.pid'), lines.join('\n'));
}

async function waitUntilGone(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await pause(10);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Fast shutdown (open transactions are rolled back); an immediate one when that takes too long. */
export async function stopPostmaster(pid: number, patienceMs = 15_000): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitUntilGone(pid, patienceMs)) return;
  signal(pid, 'SIGQUIT');
  if (await waitUntilGone(pid, 5_000)) return;
  signal(pid, 'SIGKILL');
  await waitUntilGone(pid, 5_000);
}
