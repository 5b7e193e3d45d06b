import writeXlsxFile, { type Cell, type Row, type Sheet } from 'write-excel-file/universal';
import { type Language } from '#domain/sentences/language.js';
import { type ExportedTable } from './exported-table.js';
import { type Fact } from './page-sheets.js';
import { sheetNames } from './sheet-names.js';

/** A page with all that its panels show as tables. */
export interface PageFile {
  /** What stands before the tables: name and value. */
  facts: readonly Fact[];
  panels: readonly PanelFile[];
}
interface PanelFile {
  title: string;
  subtitle: string;
  caption: string;
  table: ExportedTable;
}

const words = {
  fr: { first: 'À lire d’abord', head: ['Feuille', 'Tableau', 'Mesure', 'À savoir'] },
  en: { first: 'Read first', head: ['Sheet', 'Table', 'Measure', 'What to know'] },
} satisfies Record<Language, unknown>;

/** As a spreadsheet of that language writes them. */
const formats = {
  fr: { day: 'dd/mm/yyyy', share: '0.0\\ %' },
  en: { day: 'yyyy-mm-dd', share: '0.0%' },
} satisfies Record<Language, unknown>;

/** In letters. */
const firstWidths = [30, 60, 40, 90];

/** One sheet that says what was read, then one per table. */
export function workbookOf({ facts, panels }: PageFile, language: Language): Promise<Blob> {
  const { first, head } = words[language];
  const [firstName = first, ...names] = sheetNames([first, ...panels.map(({ title }) => title)]);
  const told = panels.map(({ title, subtitle, caption }, i) => [names[i] ?? '', title, subtitle, caption]);
  const sheets: Sheet<Blob>[] = [
    {
      sheet: firstName,
      columns: firstWidths.map((width) => ({ width })),
      showGridLines: false,
      orientation: 'landscape',
      data: [
        ...facts.map((fact): Row => asHighAs([bold(fact[0]), wrapped(fact[1])], fact, firstWidths)),
        [],
        head.map(bold),
        ...told.map((texts): Row => asHighAs(texts.map(wrapped), texts, firstWidths)),
      ],
    },
    ...panels.map(({ table }, i) => sheetOf(names[i] ?? '', table, language)),
  ];
  return writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBlob();
}

function sheetOf(sheet: string, { columns, rows }: ExportedTable, language: Language): Sheet<Blob> {
  const kinds = columns.map(({ share }, at) => kindOf(columnOf(rows, at), share));
  const labels = columns.map(({ label }) => label);
  const widths = labels.map((label, at) => widthOf(label, columnOf(rows, at)));
  const head = labels.map(
    (label, at) => ({ ...bold(label), wrap: true, align: kinds[at] === 'text' ? 'left' : 'right' }) as const,
  );
  return {
    sheet,
    stickyRowsCount: 1,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
    data: [
      asHighAs(head, labels, widths),
      ...rows.map((row) => row.map((value, at) => cellOf(value, kinds[at] ?? 'text', language))),
    ],
  };
}

type Value = ExportedTable['rows'][number][number];
type Kind = 'text' | 'day' | 'share' | 'whole' | 'number';

const columnOf = (rows: ExportedTable['rows'], at: number) =>
  rows.map((row) => row[at] ?? null).filter((value) => value !== null && value !== '');

const isDay = (value: Value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

/** Of the whole column: a place that is called 2026-01-04 among others is no day. */
function kindOf(values: Value[], share: boolean): Kind {
  if (values.length > 0 && values.every(isDay)) return 'day';
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return 'text';
  return share ? 'share' : numbers.every(Number.isInteger) ? 'whole' : 'number';
}

function cellOf(value: Value, kind: Kind, language: Language): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'string')
    return kind === 'day'
      ? { type: Date, value: new Date(`${value}T00:00:00Z`), format: formats[language].day, align: 'right' }
      : text(value);
  const format = { share: formats[language].share, whole: '#,##0', number: '#,##0.0###', text: '', day: '' }[kind];
  return { type: Number, value, ...(format && { format }) };
}

/** Never a formula; one that looks like it stays text when somebody edits its cell. */
const text = (value: string) => ({
  type: String,
  value,
  ...(/^[\s"']*[=+\-@＝＋－＠]/.test(value) && { format: '@' }),
});
const bold = (value: string) => ({ ...text(value), fontWeight: 'bold', alignVertical: 'top' }) as const;
const wrapped = (value: string): Cell => (value ? { ...text(value), wrap: true, alignVertical: 'top' } : null);

/** Points; some programs give a row without a height one line, whatever wraps in it. */
const lineHeight = 15;

/** A row with the height that its texts need. */
function asHighAs(cells: Row, texts: readonly string[], widths: readonly number[]): Row {
  const lines = Math.max(...texts.map((each, at) => linesOf(each, (widths[at] ?? 1) - 2)));
  return lines === 1 ? cells : cells.map((cell) => cell && { ...(cell as object), height: lines * lineHeight });
}

/** Into how many lines words fall, by their letters. */
function linesOf(words: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const word of words.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) [lines, used] = [lines + 1, 0];
    used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}

/** Wide enough for what is below; the header wraps. */
function widthOf(label: string, values: Value[]): number {
  const longest = Math.max(
    ...values.map((value) => String(value).length),
    ...label.split(' ').map((word) => word.length),
  );
  return Math.min(48, Math.max(12, longest + 2, label.length / 2));
}
