import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The product as `npm start` gives it: its own data folder, a small demo or none, everything stopped by `stop`. */
export interface RunningEssor {
  url: string;
  email: string;
  password: string;
  stop(): Promise<void>;
}

const patience = 420_000;

/** `people` of the demo; null = start empty. */
export async function startEssor(people: number | null): Promise<RunningEssor> {
  const dataDir = await mkdtemp(join(tmpdir(), 'essor-e2e-'));
  const port = await freePort();
  const args = ['dist/apps/cli/main.js', 'start', '--port', String(port), '--data-dir', dataDir];
  const demo = people === null ? ['--no-demo'] : ['--people', String(people), '--until', '2026-11-15'];
  const child = spawn(process.execPath, [...args, ...demo], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', REDIS_URL: '', npm_lifecycle_event: undefined },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child);
    await rm(dataDir, { recursive: true, force: true });
  };
  const until = Date.now() + patience;
  while (!(await isReady(url)) || !/Sign in with/.test(output)) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`Essor did not become ready:\n${output.slice(-3000)}`);
    }
    await pause(250);
  }
  const [, email = '', password = ''] = /Sign in with\s+(\S+)\s+(\S+)/.exec(output) ?? [];
  return { url, email, password, stop };
}

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 25_000);
  await exited;
  clearTimeout(timer);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
