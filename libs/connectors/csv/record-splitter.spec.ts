import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { UnreadableFileError } from '../rejection.js';
import { type CsvRecord, RecordSplitter } from './record-splitter.js';

function split(text: string, cuts: readonly number[] = [], delimiter = ','): CsvRecord[] {
  const splitter = new RecordSplitter(delimiter);
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  const records = places.slice(1).flatMap((end, index) => splitter.push(text.slice(places[index], end)));
  return [...records, ...splitter.end()];
}

const cell = fc.oneof(
  fc.constantFrom('', 'a', ' b ', 'x;y', '1,2', 'li\nne', 'li\r\nne', 'say "hi"', '"', 'é🎉'),
  fc.string(),
);
const quote = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe('cutting into records', () => {
  it('numbers the line where each record starts', () => {
    expect(split('a,b\n1,2\r\n\n"x\ny","3"\n4,5')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 4, cells: ['x\ny', '3'] },
      { line: 6, cells: ['4', '5'] },
    ]);
  });

  it('gives back what was written, however the text arrives', () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.array(fc.nat(), { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (table, cuts, lineEnd) => {
        const text = table.map((row) => row.map(quote).join(',')).join(lineEnd);
        const expected: string[][] = parse(text, { relax_column_count: true, record_delimiter: lineEnd });
        expect(split(text, cuts).map(({ cells }) => cells)).toEqual(expected);
        expect(expected).toEqual(table);
      }),
    );
  });

  it('loses no line that stands outside quotes, whatever surrounds it', () => {
    const junk = fc.constantFrom('"', '""', 'a"b,c', '"x"y,z', ',"', 'p,q', '"o,k"');
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 3 }), (lines, cuts) => {
        const text = [...lines, 'good,line'].join('\n');
        const records = split(text, cuts);
        expect(records).toEqual(split(text));
        expect(new Set(records.map(({ line }) => line)).size).toBe(records.length);
        const last = records.at(-1);
        if (lines.every((line) => !line.includes('"')))
          expect(last).toEqual({ line: lines.length + 1, cells: ['good', 'line'] });
      }),
    );
  });

  it.each([
    [
      '1,5" screen\n2,ok\n3,ok',
      [
        [1, null],
        [2, 'ok'],
        [3, 'ok'],
      ],
    ],
    [
      '1,"open\n2,ok\n3,ok',
      [
        [1, null],
        [2, 'ok'],
        [3, 'ok'],
      ],
    ],
    [
      '1,"a"b\n2,"ok"\n3,5"\n4,ok',
      [
        [1, null],
        [2, 'ok'],
        [3, null],
        [4, 'ok'],
      ],
    ],
  ])('lets a stray quote cost its own line only: %j', (text, expected) => {
    expect(split(text).map(({ line, cells }) => [line, cells?.[1] ?? null])).toEqual(expected);
  });

  it('does not wait for ever for a closing quote', () => {
    const many = Array.from({ length: 40_000 }, (_, i) => `${i},ok`).join('\n');
    const records = split(`1,"open\n${many}`, [50_000, 100_000, 200_000]);
    expect(records).toHaveLength(40_001);
    expect(records[0]).toEqual({ line: 1, cells: null });
  });

  it('refuses a line without end', () => {
    expect(() => split('x'.repeat(1_100_000))).toThrow(UnreadableFileError);
  });
});
