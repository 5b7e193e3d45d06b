import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The product as `npm start` gives it: its own data folder, a small demo or none, everything stopped by `stop`. */
export interface RunningEssor {
  url: string;
  dataDir: string;
  email: string;
  password: string;
  stop(): Promise<void>;
}

const patience = 420_000;

type Environment = Record<string, string>;

/** `people` of the demo; null = start empty. `settings` may need the address that it will have. */
export async function startEssor(
  people: number | null,
  settings: (url: string) => Environment = () => ({}),
): Promise<RunningEssor> {
  const dataDir = await mkdtemp(join(tmpdir(), 'essor-e2e-'));
  const port = await freePort();
  const args = ['dist/apps/cli/main.js', 'start', '--port', String(port), '--data-dir', dataDir];
  const demo = people === null ? ['--no-demo'] : ['--people', String(people), '--until', '2026-11-15'];
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [...args, ...demo], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', REDIS_URL: '', npm_lifecycle_event: undefined, ...settings(url) },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const stop = async () => {
    await end(child);
    await rm(dataDir, { recursive: true, force: true });
    // What stands beside the folder, so that whoever takes the folder away does not take it too.
    for (const beside of ['-audit-heads.ndjson', '-rights.ndjson']) await rm(`${dataDir}${beside}`, { force: true });
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
  return { url, dataDir, email, password, stop };
}

/** One of Essor's own commands on a running one; what it answers. */
export async function essorCommand({ dataDir }: RunningEssor, ...args: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: '', REDIS_URL: '', npm_lifecycle_event: undefined };
  const all = ['dist/apps/cli/main.js', '--data-dir', dataDir, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, all, { env, maxBuffer: 2 ** 24 });
  return stdout;
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
