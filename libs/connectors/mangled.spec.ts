import fc from 'fast-check';
import { fileInMemory } from './file-input.js';
import { type ImportFormat, importFormats } from './registry.js';
import { UnreadableFileError } from './rejection.js';
import { canaryFiles } from './testing/canary-files.js';

const now = new Date('2026-06-01T00:00:00Z');
const sources = importFormats.filter(({ key }) => key in canaryFiles);

/** Bytes that mean something to one format or another. */
const meaning = ['"', '\n', '\0', '\uD800', '{', ']', ';', 'PK\u0001\u0002', '1e999', '[[['];

async function outcome(format: ImportFormat, bytes: Buffer): Promise<string> {
  try {
    let items = 0;
    for await (const batch of format.parse(fileInMemory(bytes, 1009), { now })) items += batch.length;
    return `${items} items`;
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.code;
    throw error;
  }
}

describe.each(sources)('a file of $key', (format) => {
  it('that was changed or cut anywhere is read or refused by name, and nothing else happens', async () => {
    const whole = await canaryFiles[format.key]!();
    const change = fc.record({
      at: fc.nat(whole.length),
      bytes: fc.oneof(
        fc.constantFrom(...meaning).map((text) => Buffer.from(text)),
        fc.uint8Array({ maxLength: 4 }),
      ),
      over: fc.nat(8),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), fc.option(fc.nat(whole.length)), async (changes, cut) => {
        let bytes = whole;
        for (const { at, bytes: more, over } of changes)
          bytes = Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at + over)]);
        expect(await outcome(format, cut === null ? bytes : bytes.subarray(0, cut))).toMatch(
          /^(\d+ items|[a-z0-9_]+)$/,
        );
      }),
      { numRuns: 100 },
    );
  });
});
