import fc from 'fast-check';
import { fileInMemory } from '../file-input.js';
import { tableRows, type TableRow } from './table-rows.js';

const wanted = new Set(['a', 'b']);

async function rowsOf(text: string, piece = 7): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const some of tableRows(fileInMemory(Buffer.from(text), piece).stream(), wanted)) rows.push(...some);
  return rows;
}

describe('tables in one JSON object', () => {
  it('give the rows that parsing the whole would give, wherever the pieces end', async () => {
    const row = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }));
    const table = fc.array(row, { maxLength: 4 });
    const whole = fc.record({ realm: fc.jsonValue(), a: table, other: table, b: table, format: fc.nat(), object: row });
    await fc.assert(
      fc.asyncProperty(whole, fc.constantFrom(0, 2), fc.integer({ min: 1, max: 9 }), async (value, indent, piece) => {
        const read = (await rowsOf(JSON.stringify(value, null, indent), piece)).map(({ table: name, place, fields }) =>
          [name, place, JSON.stringify(fields)].join(' '),
        );
        const parsed = JSON.parse(JSON.stringify(value)) as Record<'a' | 'b', unknown[]>;
        const expected = (['a', 'b'] as const).flatMap((name) =>
          parsed[name].map((one, index) => [name, index + 1, JSON.stringify(one)].join(' ')),
        );
        expect(read).toEqual(expected);
      }),
    );
  });

  it.each([
    ['', [null, 1]],
    ['[{"a":[{}]}]', [null, 1]],
    ['{"a":[{"x":1},', ['a', 2]],
    ['{"other":[{"x":1', [null, 1]],
  ])('tell once that they are none or cut off: %s', async (text, last) => {
    const broken = (await rowsOf(text)).filter(({ fields }) => fields === null);
    expect(broken.map(({ table, place }) => [table, place])).toEqual([last]);
  });

  it('lose a broken row, one that is no object or one that is longer than any record, and no other', async () => {
    const long = `{"x":"${'y'.repeat(4 * 1024 * 1024)}"}`;
    const rows = await rowsOf(`{"a":[{"x":bad},7,${long},{"x":1}],"b":[{}]}`, 65_536);
    expect(rows.map(({ table, place, fields }) => [table, place, fields !== null])).toEqual([
      ...[
        ['a', 1, false],
        ['a', 2, false],
        ['a', 3, false],
        ['a', 4, true],
        ['b', 1, true],
      ],
    ]);
  });
});
