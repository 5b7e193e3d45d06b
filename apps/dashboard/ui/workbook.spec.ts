import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { csvOf } from './csv.js';
import { exportedTable } from './exported-table.js';
import { type TableOf } from './table-of.js';
import { workbookOf } from './workbook.js';

interface Site {
  name: string;
  opened: string | null;
  rate: number | null;
  people: number;
}
const attacks = ['=1+1', '+33 1', '-2+3', '@SUM(A1)', '\t=1', '＝1+1', 'Lyon; =HYPERLINK("http://x")', '2026-01-04'];
const sites: Site[] = [
  { name: 'Évry <b>&amp;</b>', opened: '2026-11-15', rate: 0.123456, people: 1502 },
  ...attacks.map((name, i) => ({ name, opened: i ? '2026-02-28' : null, rate: i ? i / 8 : null, people: i })),
];
const table: TableOf<Site> = {
  columns: [
    { key: 'name', label: '=Entité', value: ({ name }) => name },
    { key: 'opened', label: 'Ouverture', value: ({ opened }) => opened },
    {
      ...{ key: 'rate', label: 'Taux', numeric: true, share: true },
      value: ({ rate }) => rate,
      told: ({ rate, people }) => ({ value: rate, low: rate, high: rate, n: people, asOf: '2026-11-15' }),
    },
    { key: 'gini', label: 'Gini', numeric: true, value: ({ rate }) => rate },
  ],
  rows: sites,
  rowKey: ({ name }) => name,
};
const page = {
  facts: [['Constat', '=1+1 entité est en retard.']] as const,
  panels: [
    {
      title: 'Sites: 9/10 en retard sur le plan de la vague',
      subtitle: 'Part activée',
      caption: 'n = 9',
      table: exportedTable(table, 'fr'),
    },
    { title: 'History', subtitle: '', caption: '', table: { columns: [{ label: 'Vide', share: false }], rows: [] } },
  ],
};

const bytesOf = async () => Buffer.from(await (await workbookOf(page, 'fr')).arrayBuffer());

test('a sheet says what the file of its panel says, numbers and days as such', async () => {
  const sheets = await readXlsxFile(await bytesOf());
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['À lire d’abord', 'Sites 9 10 en retard sur le…', 'History (2)']);
  const [head, ...rows] = sheets[1]!.data;
  const [csvHead, ...csv] = parse(csvOf(table, 'fr'), { bom: true, delimiter: ';' });
  expect(head).toEqual(csvHead!.map((cell) => cell.replace(/^'/, '')));
  const written = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell);
  const read = (cell: string, at: number) => {
    if (cell === '') return null;
    return at > 1 && /^-?[\d,]+$/.test(cell)
      ? Number(cell.replace(',', '.'))
      : cell.replace(/(^|; |\t)'/g, '$1').trim();
  };
  expect(rows.map((row) => row.map(written))).toEqual(csv.map((row) => row.map(read)));
  expect(rows[0]!.map((cell) => (cell as object).constructor)).toEqual([
    String,
    Date,
    ...Array(4).fill(Number),
    Date,
    Number,
  ]);
});

test('the first sheet says what was read and what each sheet holds', async () => {
  const [first] = await readXlsxFile(await bytesOf());
  expect(first!.data.filter((row) => row.some((cell) => cell !== null))).toEqual([
    ['Constat', '=1+1 entité est en retard.', null, null],
    ['Feuille', 'Tableau', 'Mesure', 'À savoir'],
    ['Sites 9 10 en retard sur le…', 'Sites: 9/10 en retard sur le plan de la vague', 'Part activée', 'n = 9'],
    ['History (2)', 'History', null, null],
  ]);
});

test('nothing runs, headers stay in sight and shares are percentages', async () => {
  const files = Object.entries(unzipSync(await bytesOf())).map(([path, bytes]) => [path, strFromU8(bytes)] as const);
  const sheets = files.filter(([path]) => path.startsWith('xl/worksheets/sheet')).map(([, xml]) => xml);
  expect(sheets.join('')).not.toMatch(/<f[ >]/);
  expect(sheets[1]).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  const styles = files.find(([path]) => path === 'xl/styles.xml')![1];
  expect(styles).toContain('formatCode="0.0\\ %"');
  expect(styles).toContain('formatCode="dd/mm/yyyy"');
});

test('a row is as high as what wraps in it, in a typeface that is named', async () => {
  const files = unzipSync(new Uint8Array(await bytesOf()));
  const [first, second] = [1, 2].map((at) => strFromU8(files[`xl/worksheets/sheet${at}.xml`]!));
  // The second table says nothing of itself; the title of the first needs no second line in sixty letters.
  expect(first).not.toMatch(/<row[^>]*ht=/);
  expect(second).toContain('orientation="landscape"');
  const head = /<row r="1"([^>]*)>/.exec(second!)?.[1];
  expect(head).toMatch(/ht="30"/);
  expect(strFromU8(files['xl/styles.xml']!)).toContain('Calibri');
});
