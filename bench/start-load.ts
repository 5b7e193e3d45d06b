import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Load } from './loader.js';
import { type Sample } from './open-loop.js';

/** Resolves when it is about to send; `over` with the samples of each track. */
export async function startLoad(load: Load): Promise<{ over: Promise<Sample[][]> }> {
  const script = fileURLToPath(new URL('./loader.js', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(load)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  if ((await lines.next()).value !== 'ready') throw new Error('The process that sends did not start.');
  const over = lines.next().then(({ done, value }) => {
    if (done) throw new Error('The process that sends ended before its time.');
    return JSON.parse(value) as Sample[][];
  });
  return { over };
}

/** What was sent, when all of it is answered. */
export const sent = async (load: Load): Promise<Sample[][]> => (await startLoad(load)).over;
