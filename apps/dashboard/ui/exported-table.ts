import { type Interval } from '#domain/statistics/interval.js';
import { peopleEnds, shareEnds } from '#domain/indicators/told.js';
import { type Column, type TableOf, type Told } from './table-of.js';

/** A hundredth of a percent: what is beyond says nothing of anybody. */
const digits = 4;

type Value = string | number | null;
/** `isOfValue`: in the unit of the figure itself. */
type Part = readonly [fr: string, en: string, value: (told: Told, language: string) => Value, isOfValue: boolean];

const rounded = (value: Value) => (typeof value === 'number' ? Number(value.toFixed(digits)) : value);

const whisker = 1e-6;

/** A share from end to end of its counts; null where its value is no such share. */
function ownEnds({ value, numerator, denominator, against }: Told): Interval | null {
  const ends = against === undefined ? shareEnds(numerator, denominator) : null;
  if (!ends) return null;
  return value === null || (value >= ends.low - whisker && value <= ends.high + whisker) ? ends : null;
}

/** What is published lies between these; chance is told beside them, never in them. */
function publishedEnds(told: Told): { low: number | null; high: number | null } {
  const { low, high, isChance = false } = told;
  return told.published ?? ownEnds(told) ?? (isChance ? { low: null, high: null } : { low, high });
}

/** The 95 % interval, where chance is in the ends of the figure. */
function chanceOf(told: Told): Interval | null {
  const { low, high } = told;
  if (low === null || high === null) return null;
  const ends = publishedEnds(told);
  const isSame =
    ends.low !== null && ends.high !== null && Math.abs(ends.low - low) + Math.abs(ends.high - high) < whisker;
  return isSame ? null : { low, high };
}

const ends: Part[] = [
  ['au moins', 'at least', (told) => publishedEnds(told).low, true],
  ['au plus', 'at most', (told) => publishedEnds(told).high, true],
];
const chance: Part[] = [
  ['IC 95 % bas', '95 % CI low', (told) => chanceOf(told)?.low ?? null, true],
  ['IC 95 % haut', '95 % CI high', (told) => chanceOf(told)?.high ?? null, true],
];
const people: Part[] = [
  ['n', 'n', (told, language) => peopleOf(told, language), false],
  ['au', 'as of', ({ asOf }) => asOf, false],
];

const isBand = (counts: Told['numerator']) => counts !== null && counts !== undefined && counts.low < counts.high;

/** Whether the value is the middle of what is published, and nobody's figure. */
const isMiddle = (told: Told | null): boolean =>
  told !== null &&
  told.value !== null &&
  (isBand(told.numerator) || isBand(told.denominator) || isBand(told.published));

/** Both ends of a band of people; one number is a number. */
function peopleOf({ n, around, denominator = null }: Told, language: string): Value {
  const ends = peopleEnds({ n, ...(around ? { around } : {}), denominator });
  return ends ? `${ends.low} ${language === 'fr' ? 'à' : 'to'} ${ends.high}` : n;
}

type Exported<Row> = Pick<Column<Row>, 'label' | 'value' | 'share'>;

/** A figure leaves with its ends, its interval where it has one, its people and its day, each in a column of its own, and says where it is a middle. */
function expanded<Row>(column: Column<Row>, rows: readonly Row[], language: string): Exported<Row>[] {
  const { told, label, share = false } = column;
  if (column.drawnOnly) return [];
  if (!told) return [column];
  const figures = rows.flatMap((row) => told(row) ?? []);
  const parts = [...ends, ...(figures.some((figure) => chanceOf(figure)) ? chance : []), ...people];
  const own = [
    { label, share, value: (row: Row) => told(row)?.value ?? null },
    ...parts.map(([fr, en, read, isOfValue]): Exported<Row> => {
      const value = (row: Row) => {
        const figure = told(row);
        return figure && read(figure, language);
      };
      return { label: `${label} (${language === 'fr' ? fr : en})`, value, share: share && isOfValue };
    }),
  ];
  if (!figures.some(isMiddle)) return own;
  const [word, middle] = language === 'fr' ? ['lecture', 'environ (milieu)'] : ['reading', 'about (middle)'];
  return [...own, { label: `${label} (${word})`, value: (row) => (isMiddle(told(row)) ? middle : null) }];
}

/** What leaves the page of a table, whatever the file. */
export interface ExportedTable {
  columns: { label: string; share: boolean }[];
  rows: Value[][];
}

/** One for every kind of file: what one of them says, all say. */
export function exportedTable<Row>({ columns: drawn, rows }: TableOf<Row>, language: string): ExportedTable {
  const columns = drawn.flatMap((column) => expanded(column, rows, language));
  return {
    columns: columns.map(({ label, share = false }) => ({ label, share })),
    rows: rows.map((row) => columns.map((column) => rounded(column.value(row)))),
  };
}
