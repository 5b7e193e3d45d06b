import { contentDigest, digestOf } from './content-digest.js';
import { fileInMemory } from './file-input.js';

const kilobyte = 1024;
const bytes = (length: number) => Buffer.from(Array.from({ length }, (_, place) => (place * 7) % 251));

describe('the digest of a file', () => {
  it.each([0, 10, 64, 65, 100, 128, 300])('is the same from its ends as from the whole, of %i KB', async (size) => {
    const whole = bytes(size * kilobyte);
    const rest = whole.subarray(64 * kilobyte);
    const sent = { size: whole.length, head: whole, tail: rest };
    expect(contentDigest(sent)).toEqual(await digestOf(fileInMemory(whole)));
  });

  it('tells sizes, beginnings and ends apart', async () => {
    const whole = bytes(200 * kilobyte);
    const changed = (at: number) => Buffer.from(whole.map((byte, place) => (place === at ? byte ^ 1 : byte)));
    const digests = [whole, whole.subarray(1), changed(0), changed(whole.length - 1), Buffer.concat([whole, whole])];
    const told = await Promise.all(digests.map((one) => digestOf(fileInMemory(one))));
    expect(new Set(told.map((one) => one?.toString('hex'))).size).toBe(digests.length);
  });

  it('is not known of a file that does not tell its size', async () => {
    expect(await digestOf({ ...fileInMemory(bytes(10)), size: null })).toBeNull();
  });
});
