import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { importFormat } from '#connectors/registry.js';
import { withFileOnDisk } from './file-on-disk.js';

// A gigabyte is written, packed, read and unpacked.
jest.setTimeout(1_200_000);

const days = 200;
const perDay = 5000;
const mebibyte = 1024 * 1024;

/** Texts that hardly pack, of 900 letters; their order repeats itself further apart than deflate looks back. */
const texts = Array.from({ length: 1009 }, () => randomBytes(675).toString('base64'));

const message = (number: number) =>
  `{"type":"message","user":"U${String(number % 20_000).padStart(6, '0')}","ts":"${1_700_000_000 + number}.000100",` +
  `"team":"T0001","blocks":[],"text":"${texts[number % texts.length]}","client_msg_id":"${number}"}`;

const dayOf = (day: number) =>
  Buffer.from(`[${Array.from({ length: perDay }, (_, place) => message(day * perDay + place)).join(',')}]`);

async function writeExport(path: string): Promise<number> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('[{"id":"C1","name":"one"}]'), 'channels.json');
  let bytes = 0;
  for (let day = 0; day < days; day++) {
    const name = `one/${new Date(1_700_000_000_000 + day * 86_400_000).toISOString().slice(0, 10)}.json`;
    zip.addReadStreamLazy(name, { compressionLevel: 1 }, (done) => {
      const content = dayOf(day);
      bytes += content.length;
      done(null, Readable.from([content]));
    });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  return bytes;
}

test('an export of Slack of a gigabyte is read in bounded memory', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'essor-large-'));
  try {
    const path = join(folder, 'slack.zip');
    expect(await writeExport(path)).toBeGreaterThan(2 ** 30 * 0.9);
    let [events, most] = [0, 0];
    await withFileOnDisk(path, async (file) => {
      for await (const items of importFormat('slack')!.parse(file, { now: new Date() })) {
        events += items.filter(({ type }) => type === 'event').length;
        const { heapUsed, external } = process.memoryUsage();
        most = Math.max(most, heapUsed + external);
      }
    });
    expect(events).toBe(days * perDay);
    expect(most / mebibyte).toBeLessThan(300);
  } finally {
    await rm(folder, { recursive: true });
  }
});
