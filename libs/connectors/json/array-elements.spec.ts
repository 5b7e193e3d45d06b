import fc from 'fast-check';
import { fileInMemory } from '../file-input.js';
import { arrayElements } from './array-elements.js';

async function read(text: string, piece = 64): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const elements of arrayElements(fileInMemory(Buffer.from(text), piece).stream()))
    found.push(...elements.map(({ fields }) => fields));
  return found;
}

describe('elements of a JSON array', () => {
  it('are those of the parser, in pieces of any size', async () => {
    const record = fc.record({ text: fc.string({ unit: 'grapheme' }), more: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(fc.array(record), fc.integer({ min: 1, max: 50 }), fc.nat(2), async (records, piece, indent) => {
        const text = JSON.stringify(records, null, indent);
        expect(await read(text, piece)).toEqual(JSON.parse(text));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['[]', []],
    ['\uFEFF [ {"a":1} , ] rest', [{ a: 1 }]],
    ['[{"a":1},{"a":},{"a":3}]', [{ a: 1 }, null, { a: 3 }]],
    ['[1,{"a":"]}"}]', [null, { a: ']}' }]],
    ['[{"a":1},{"a":2', [{ a: 1 }, null]],
    ['[{"a":"open},{"a":2}]', [null]],
    ['{"ok":false,"why":"limit"}', [null]],
    ['hello', [null]],
    ['', [null]],
    [`[${'['.repeat(1000)}${']'.repeat(1000)},{"a":1}]`, [null, { a: 1 }]],
    ['[{"__proto__":{"polluted":true},"a":1}]', [JSON.parse('{"__proto__":{"polluted":true},"a":1}')]],
  ])('%s', async (text, expected) => {
    expect(await read(text)).toEqual(expected);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('are dropped one by one where they are longer than any record', async () => {
    const long = `[{"a":"${'x'.repeat(5 * 1024 * 1024)}"},{"a":1}]`;
    expect(await read(long, 1 << 16)).toEqual([null, { a: 1 }]);
  });
});
