import { readCsv, UnreadableCsv } from './read-csv.js';

const cells = (text: string) => readCsv(text).map((row) => row.cells);

describe('a table of a spreadsheet', () => {
  it.each([
    ['commas', 'A,b\n1,2\n'],
    ['semicolons, a mark and Windows line ends', '\ufeffa;B\r\n1;2\r\n\r\n'],
    ['tabs', 'a\tb\n1\t2'],
  ])('is read with %s', (_how, text) => {
    expect(cells(text)).toEqual([{ a: '1', b: '2' }]);
  });

  it('keeps what is quoted, line ends and quotes too, and says where a row begins', () => {
    expect(readCsv('a,b\n"x, y","say ""no""\nand go"\n\n3,4')).toEqual([
      { line: 2, cells: { a: 'x, y', b: 'say "no"\nand go' } },
      { line: 5, cells: { a: '3', b: '4' } },
    ]);
  });

  it('fills what a short row leaves out', () => {
    expect(cells('a,b\n1')).toEqual([{ a: '1', b: '' }]);
  });

  it.each([
    ['nothing', ' \n', 'empty_file', 1],
    ['a quote that never ends', 'a,b\n1,"2\n3', 'unclosed_quote', 2],
    ['more cells than columns', 'a,b\n1,2\n1,2,3', 'ragged_row', 3],
  ])('is refused with %s', (_what, text, code, line) => {
    let refusal: unknown;
    try {
      readCsv(text);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(UnreadableCsv);
    expect(refusal).toMatchObject({ code, line });
  });
});
