import { byteOrderMark, csvLine, dialects } from '#domain/files/csv-line.js';
import { peopleEnds } from '#domain/indicators/told.js';
import { type Column, type TableOf, type Told } from './table-of.js';

/** A hundredth of a percent: what is beyond says nothing of anybody. */
const digits = 4;

const rounded = (value: string | number | null) => (typeof value === 'number' ? Number(value.toFixed(digits)) : value);

const parts = [
  ['value', null, null],
  ['low', 'au moins', 'at least'],
  ['high', 'au plus', 'at most'],
  ['n', 'n', 'n'],
  ['asOf', 'au', 'as of'],
] as const satisfies readonly (readonly [keyof Told, string | null, string | null])[];

const isBand = (counts: Told['numerator']) => counts !== null && counts !== undefined && counts.low < counts.high;

/** Whether the value is the middle of what is published, and nobody's figure. */
const isMiddle = (told: Told | null): boolean =>
  told !== null && told.value !== null && (isBand(told.numerator) || isBand(told.denominator));

/** Both ends of a band of people; one number is a number. */
function peopleOf({ n, around, denominator = null }: Told, language: string): string | number | null {
  const ends = peopleEnds({ n, ...(around ? { around } : {}), denominator });
  return ends ? `${ends.low} ${language === 'fr' ? 'à' : 'to'} ${ends.high}` : n;
}

type Exported<Row> = Pick<Column<Row>, 'label' | 'value'>;

/** A figure leaves with its ends, its people and its day, each in a column of its own, and says where it is a middle. */
function expanded<Row>(column: Column<Row>, rows: readonly Row[], language: string): Exported<Row>[] {
  const { told, label } = column;
  if (column.drawnOnly) return [];
  if (!told) return [column];
  const own = parts.map(([part, fr, en]): Exported<Row> => {
    const word = language === 'fr' ? fr : en;
    const value = (row: Row) => {
      const figure = told(row);
      return figure && (part === 'n' ? peopleOf(figure, language) : figure[part]);
    };
    return { label: word === null ? label : `${label} (${word})`, value };
  });
  if (!rows.some((row) => isMiddle(told(row)))) return own;
  const [word, middle] = language === 'fr' ? ['lecture', 'environ (milieu)'] : ['reading', 'about (middle)'];
  return [...own, { label: `${label} (${word})`, value: (row) => (isMiddle(told(row)) ? middle : null) }];
}

/** As a spreadsheet of that language opens it: `;` and decimal commas in French. Begins with a byte-order mark. */
export function csvOf<Row>({ columns: drawn, rows }: TableOf<Row>, language: string): string {
  const columns = drawn.flatMap((column) => expanded(column, rows, language));
  const dialect = dialects[language === 'fr' ? 'fr' : 'en'];
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map((column) => rounded(column.value(row)))),
  ];
  return byteOrderMark + lines.map((cells) => csvLine(cells, dialect)).join('');
}
