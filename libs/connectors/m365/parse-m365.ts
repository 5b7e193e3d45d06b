import { type Day, isDay } from '#domain/calendar/day.js';
import { type EventKind } from '#domain/events/kind.js';
import { cellAt, CellError, missing } from '../csv/cell-error.js';
import { asCount } from '../csv/cell-number.js';
import { type Header } from '../csv/header.js';
import { readItems, type Told } from '../csv/read-items.js';
import { type Refusal, type RowReader, type TableOptions } from '../csv/table.js';
import { type ByteStream } from '../csv/text-stream.js';
import { checkEvent } from '../event/canonical-event.js';
import { instantOfDay } from '../event/day-grain.js';
import { sourceId } from '../event/source-id.js';
import { type ImportItem } from '../import-item.js';
import { UnreadableFileError } from '../rejection.js';
import { reportOf, type UserReport, userReports } from './report-columns.js';

/** Replies are posts in these reports; a sign-in is not told, but nobody reads or writes without one. */
export const m365Kinds: readonly EventKind[] = ['login', 'view', 'post', 'reaction'];

export interface M365Options extends TableOptions {
  now: Date;
  /** `day`: the file is known to be of a single day, whatever its period says. */
  grain?: 'event' | 'day';
}

/** Reads usage reports per user of one day (`date=`) as counts of that day; refuses those that roll over several. */
export function parseM365(input: ByteStream, options: M365Options): AsyncGenerator<ImportItem[]> {
  const map = Object.fromEntries(Object.entries(options.map ?? {}).map(([name, other]) => [name.toLowerCase(), other]));
  let report: UserReport = 'activity';
  const columns = (names: readonly string[]) => {
    report = reportOf(names, map);
    return userReports[report];
  };
  return readItems(input, columns, { ...options, map }, (header) => reportReader(header, report, options));
}

function reportReader(header: Header, report: UserReport, options: M365Options): RowReader<Told> {
  const actsOf = report === 'activity' ? actsCounted : actsOnDevices;
  let isFirst = true;
  return (cells) => {
    const cell = (column: string) => cellAt(cells, header.places.get(column) ?? -1);
    const person = cell('user principal name')?.toLowerCase() ?? null;
    try {
      const isRolling = options.grain !== 'day' && !ofOneDay.has(cell('report period')?.toUpperCase() ?? '');
      if (isRolling && isFirst) throw new UnreadableFileError('rolling_report', 'report period', rolling);
      isFirst = false;
      if (isRolling) throw new CellError('rolling_report', 'report period', rolling);
      const day = dayOf(cell('report refresh date'));
      if (person === null) missing('user principal name');
      if (concealed.test(person)) options.onNote?.('concealed_names');
      const acts = actsOf(cell);
      return acts.length === 0 ? { row: inactive } : eventsOf(person, day, acts, options.now);
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      return { refusal: { id: null, code: error.code, field: error.field, message: error.message } };
    }
  };
}

/** What the column holds where the report is of one day: 7, 30, 90 and 180 are days that it rolls over. */
const ofOneDay = new Set(['', '0', '1', 'D1']);
const rolling =
  'The report tells what was done in several days together: which day is not known. Ask for it day by day, with date=.';
/** What stands for a name where the tenant hides them: 128 bits. */
const concealed = /^[0-9a-f]{32}$/i;
const inactive: Told = { type: 'skipped', reason: 'no_activity' };

interface Act {
  kind: EventKind;
  quantity: number;
}
type Cell = (column: string) => string | null;

function actsCounted(cell: Cell): Act[] {
  const count = (column: string) => asCount(column, cell(column) ?? '0');
  const acts: Act[] = [
    { kind: 'post', quantity: count('posted count') },
    { kind: 'view', quantity: count('read count') },
    { kind: 'reaction', quantity: count('liked count') },
  ];
  const done = acts.filter(({ quantity }) => quantity > 0);
  return done.length === 0 ? [] : [{ kind: 'login', quantity: 1 }, ...done];
}

function actsOnDevices(cell: Cell): Act[] {
  const { required, optional } = userReports.devices;
  const devices = [...required, ...optional].filter((column) => column.startsWith('used '));
  return devices.some((column) => /^(?:yes|oui|true)$/i.test(cell(column) ?? ''))
    ? [{ kind: 'login', quantity: 1 }]
    : [];
}

/** Reports write the day alone, with slashes, or as an instant. */
function dayOf(text: string | null): Day {
  const day = text?.slice(0, 10).replaceAll('/', '-') ?? missing('report refresh date');
  if (!isDay(day)) throw new CellError('bad_date', 'report refresh date', 'This is no day written year-month-day.');
  return day;
}

function eventsOf(
  person: string,
  day: Day,
  acts: readonly Act[],
  now: Date,
): { rows: readonly Told[] } | { refusal: Refusal } {
  const rows: Told[] = [];
  for (const { kind, quantity } of acts) {
    const id = sourceId('m365', person, day, kind);
    const checked = checkEvent({ id, occurred_at: instantOfDay(day), kind, actor: person, quantity }, now);
    if (!('event' in checked)) return { refusal: checked };
    rows.push({ type: 'event', row: checked.event });
  }
  return { rows };
}
