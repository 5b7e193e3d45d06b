import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { binary, binaryEnvironment } from './binaries.js';
import { diskFull } from './cluster.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { type Placement } from './placement.js';
import { disarmStalePidFile, type Postmaster, runningPostmaster } from './postmaster.js';
import { serverSettings } from './server-settings.js';

const logLimit = 10 * 1024 * 1024;
const retryFor = 10_000;

type Attempt = Postmaster | { failed: string };

async function portOr0(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(0) : reject(error)));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** The wanted port when it is free, else any free one. */
export async function choosePort(wanted: number | undefined): Promise<number> {
  return (await portOr0(wanted ?? 0)) || portOr0(0);
}

function openLog(dataDir: string): { fd: number; file: string; offset: number } {
  const file = join(dataDir, 'postgres.log');
  const fd = openSync(file, 'a', 0o600);
  if (statSync(file).size > logLimit) truncateSync(file);
  return { fd, file, offset: fstatSync(fd).size };
}

async function waitForReady(child: ChildProcess, cluster: string): Promise<Postmaster | undefined> {
  // No deadline of its own: crash recovery takes as long as it takes, and the server's exit ends the wait.
  while (child.exitCode === null && child.signalCode === null) {
    const server = runningPostmaster(cluster);
    if (server?.ready && server.pid === child.pid) return server;
    await pause(15);
  }
  return undefined;
}

interface Wanted {
  port: number;
  fixed: boolean;
  durable: boolean;
  /** As many as one Essor needs, where nothing is said. */
  connections: number | undefined;
}

async function attempt(
  placement: Placement,
  dataDir: string,
  port: number,
  { durable, connections }: Pick<Wanted, 'durable' | 'connections'>,
): Promise<Attempt> {
  const { cluster, native, runAs } = placement;
  disarmStalePidFile(cluster);
  const log = openLog(dataDir);
  const options = Object.entries(serverSettings(durable, connections)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawn(binary(native, 'postgres'), ['-D', cluster, '-p', String(port), ...options], {
    ...runAs,
    cwd: dirname(native),
    env: binaryEnvironment(native),
    // Its own process group: Ctrl-C must reach only the launcher, which stops the server last.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  const spawnFailure = new Promise<string>((resolve) => child.once('error', (error) => resolve(error.message)));
  child.unref();
  closeSync(log.fd);
  const ready = await Promise.race([waitForReady(child, cluster), spawnFailure]);
  if (typeof ready === 'object') return ready;
  return { failed: ready ?? readFileSync(log.file, 'utf8').slice(log.offset) };
}

function failure(cluster: string, output: string): EmbeddedPostgresError {
  if (/No space left on device/i.test(output)) return diskFull(cluster, output);
  const reason =
    /(?:FATAL|PANIC|error): +(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? 'no reason given';
  return new EmbeddedPostgresError('cannot_start', `The embedded PostgreSQL cannot start: ${reason}.`, {
    cause: output,
  });
}

/**
 * Starts the server on `port`. Two failures pass by themselves and are retried: another program took the port
 * (unless it must be this one), and the last children of a killed server are still leaving.
 */
export async function launchServer(placement: Placement, dataDir: string, wanted: Wanted): Promise<Postmaster> {
  const deadline = Date.now() + retryFor;
  for (let port = wanted.port; ; await pause(200)) {
    const result = await attempt(placement, dataDir, port, wanted);
    if (!('failed' in result)) return result;
    const portTaken = /could not bind|Address already in use/i.test(result.failed);
    const stillLeaving = /lock file "postmaster.pid" already exists|still in use/i.test(result.failed);
    if (portTaken && wanted.fixed && Date.now() > deadline) {
      throw new EmbeddedPostgresError('port_busy', `Port ${port}, meant for the embedded PostgreSQL, is in use.`);
    }
    if (!(portTaken || stillLeaving) || Date.now() > deadline) throw failure(placement.cluster, result.failed);
    if (portTaken && !wanted.fixed) port = await choosePort(undefined);
  }
}
