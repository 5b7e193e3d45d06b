import fc from 'fast-check';
import { csvLine, dialects } from './csv-line.js';

/** The cells as a spreadsheet finds them that takes `separator` for the end of a cell, whatever the file was written with. */
function cellsBy(separator: string, text: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; at < text.length && !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
    }
    for (; at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n'; at++) cell += text[at];
    cells.push(cell);
  }
  return cells;
}
const runs = (cell: string) => /^[\t\r\n]*[=+\-@＝＋－＠]/.test(cell) && !/^-\d+([.,]\d+)?$/.test(cell);

const dangerous = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  '\t',
  '\r',
  '\n',
  ';',
  ',',
  '"',
  "'",
  ' ',
  'x',
  '1',
);
const text = fc.string({ unit: dangerous, maxLength: 8 });
const cell = fc.oneof(text, fc.integer(), fc.constant(null));
/** No line of ours begins with a figure. */
const row = fc
  .tuple(
    text.map((name) => name.replace(/^-(?=\d)/, '=')),
    fc.array(cell, { maxLength: 3 }),
  )
  .map((cells) => cells.flat());

test.each(['fr', 'en'] as const)(
  'nothing of a file in %s runs, whichever separator a spreadsheet looks for',
  (language) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        const file = rows.map((row) => csvLine(row, dialects[language])).join('');
        for (const separator of [',', ';', '\t']) expect(cellsBy(separator, file).filter(runs)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  },
);

test.each(['fr', 'en'] as const)('a spreadsheet in %s reads back what was harmless', (language) => {
  const harmless = fc
    .string({ unit: fc.constantFrom('a', '1', '"', "'", ' ', '=', '-', 'é') })
    .map((text) => `é${text}`);
  fc.assert(
    fc.property(fc.array(harmless, { minLength: 1 }), (row) => {
      const { separator } = dialects[language];
      expect(cellsBy(separator, csvLine(row, dialects[language]).slice(0, -2))).toEqual(row);
    }),
  );
});

test('numbers stay numbers, and only numbers', () => {
  expect(csvLine([-5, 0.25, '-5', '-0.5', '-5-6', '+5', null], dialects.en)).toBe("-5,0.25,-5,-0.5,'-5-6,'+5,\r\n");
  expect(csvLine([-0.5, '-0,5'], dialects.fr)).toBe('-0,5;"-0,5"\r\n');
});

test.each([
  ["lyon;=cmd|' /C calc'!A1", `"lyon;'=cmd|' /C calc'!A1"`],
  ['＝1+1', "'＝1+1"],
  ['\t=1', `"'\t'=1"`],
  ['a,"=1', `"a,""'=1"`],
  ['Siège, étage 2', '"Siège, étage 2"'],
])('%j is written %s in both languages', (text, written) => {
  for (const dialect of Object.values(dialects)) expect(csvLine([text], dialect)).toBe(`${written}\r\n`);
});
