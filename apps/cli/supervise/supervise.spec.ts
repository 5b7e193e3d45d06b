import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveWithSupervisorModule } from './leave-with-supervisor.js';
import { readableLine } from './log-lines.js';
import { assertPortFree } from './port.js';
import { supervise } from './supervise.js';

jest.setTimeout(120_000);
let box: string;
beforeAll(() => (box = mkdtempSync(join(tmpdir(), 'essor-supervise-'))));
afterAll(() => rmSync(box, { recursive: true, force: true }));

function script(name: string, code: string): string {
  const path = join(box, `${name}.cjs`);
  writeFileSync(path, code);
  return path;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(condition: () => boolean, timeoutMs = 100_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('The condition did not come true in time.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('supervise', () => {
  const polite = `
    process.on('SIGTERM', () => { console.log('bye'); process.exit(0); });
    setInterval(() => {}, 1e6);
    console.log('up');`;

  it('prefixes the lines of each process, and stops all of them in order when told to', async () => {
    const lines: string[] = [];
    const stopping = new AbortController();
    const path = script('polite', polite);
    const specs = [
      { name: 'api', script: path },
      { name: 'worker', script: path },
    ];
    const supervisor = supervise(specs, { signal: stopping.signal, write: (line) => lines.push(line) });
    await until(() => lines.filter((line) => line.endsWith('up')).length === 2);
    const pids = Object.values(supervisor.pids());
    stopping.abort();
    expect(await supervisor.ended).toBeUndefined();
    expect(lines.sort()).toEqual(['api    | bye', 'api    | up', 'worker | bye', 'worker | up']);
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it('starts a killed process again', async () => {
    const lines: string[] = [];
    const supervisor = supervise([{ name: 'api', script: script('again', polite) }], {
      signal: new AbortController().signal,
      write: (line) => lines.push(line),
      firstPauseMs: 10,
    });
    await until(() => lines.includes('api | up'));
    const first = supervisor.pids().api ?? 0;
    process.kill(first, 'SIGKILL');
    await until(() => lines.filter((line) => line === 'api | up').length === 2);
    expect(supervisor.pids().api).not.toBe(first);
    expect(lines.join('\n')).toContain('ended with SIGKILL; starting it again');
    await supervisor.stop();
  });

  it('gives up, and stops the others, when a process ends at once again and again', async () => {
    const lines: string[] = [];
    const specs = [
      { name: 'api', script: script('others', polite) },
      { name: 'worker', script: script('broken', 'process.exit(7)') },
    ];
    const write = (line: string) => lines.push(line);
    const { signal } = new AbortController();
    const supervisor = supervise(specs, { signal, write, firstPauseMs: 10, shortRuns: 3 });
    expect((await supervisor.ended)?.message).toContain('The worker process cannot run: it ended with code 7');
    expect(isAlive(supervisor.pids().api ?? 0)).toBe(false);
  });

  it('kills what does not listen', async () => {
    const lines: string[] = [];
    const deaf = `process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1e6);`;
    const specs = [{ name: 'api', script: script('deaf', deaf) }];
    const { signal } = new AbortController();
    const supervisor = supervise(specs, { signal, write: (line) => lines.push(line), graceMs: 100 });
    await until(() => lines.includes('api | up'));
    await supervisor.stop();
    expect(isAlive(supervisor.pids().api ?? 0)).toBe(false);
  });

  it('leaves no process behind when the supervisor itself is killed', async () => {
    const child = script('child', `console.log('child ' + process.pid); setInterval(() => {}, 1e6);`);
    const options = JSON.stringify(['--import', leaveWithSupervisorModule, child]);
    const parent = script(
      'parent',
      `const { spawn } = require('node:child_process');
       const env = { ...process.env, ESSOR_SUPERVISOR_PID: String(process.pid) };
       spawn(process.execPath, ${options}, { env, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });`,
    );
    const supervisor = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    supervisor.stdout.on('data', (chunk) => (output += String(chunk)));
    await until(() => /child \d+/.test(output));
    const pid = Number(/child (\d+)/.exec(output)?.[1]);
    supervisor.kill('SIGKILL');
    expect(isAlive(pid)).toBe(true);
    await until(() => !isAlive(pid));
  });
});

describe('readableLine', () => {
  it('turns a pino line into a sentence and leaves other lines alone', () => {
    const line = JSON.stringify({
      level: 40,
      time: 0,
      pid: 1,
      hostname: 'h',
      msg: 'slow import',
      rows: 3,
      file: 'a b',
    });
    expect(readableLine(line)).toBe('00:00:00 warn  slow import rows=3 file="a b"');
    expect(readableLine('{ not json')).toBe('{ not json');
    expect(readableLine('plain')).toBe('plain');
  });
});

describe('assertPortFree', () => {
  it('names a busy port in one sentence', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await expect(assertPortFree('127.0.0.1', port)).rejects.toMatchObject({ code: 'port_busy' });
    await new Promise((resolve) => server.close(resolve));
    await expect(assertPortFree('127.0.0.1', port)).resolves.toBeUndefined();
  });
});
