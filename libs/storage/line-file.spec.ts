import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LineFile } from './line-file.js';

let dir: string;
let file: LineFile<{ n: number }>;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'essor-lines-'));
  file = new LineFile(join(dir, 'lines'));
});
afterEach(() => rm(dir, { recursive: true }));

test('a line that was cut off is none, and spoils none that comes after it', async () => {
  expect(await file.read()).toEqual([]);
  await file.add({ n: 1 }, { n: 2 });
  await appendFile(file.path, '\n{"n":');
  expect(await file.read()).toEqual([{ n: 1 }, { n: 2 }]);
  await file.add({ n: 3 });
  await file.add({ n: 4 });
  expect(await file.read()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
});

test('what an earlier version wrote, without empty lines, is read', async () => {
  await writeFile(file.path, '{"n":1}\n{"n":2}\n');
  await file.add({ n: 3 });
  expect(await file.read()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});

test('a damaged line is no cut one', async () => {
  await file.add({ n: 1 });
  await appendFile(file.path, '\nnot a line\n');
  await file.add({ n: 2 });
  await expect(file.read()).rejects.toThrow(SyntaxError);
  await writeFile(file.path, '{"n":1}\n{"n":x}\n{"n":3}\n');
  await expect(file.read()).rejects.toThrow(SyntaxError);
});
