import { clockOf, type TableOptions } from '../csv/table.js';
import { type FileInput } from '../file-input.js';
import { type ImportItem } from '../import-item.js';
import { UnreadableFileError } from '../rejection.js';
import { columnsIn } from './columns.js';
import { employeeItems, inviterRow } from './employee-items.js';
import { readSheet } from './read-sheet.js';

export interface WorkplaceOptions extends TableOptions {
  now: Date;
}

const batchSize = 500;
/** Spreadsheets may have a title above their header. */
const headerWithin = 10;

/**
 * Reads an archived export of employees of Workplace from Meta: accounts, invitations and first sign-ins, and of the day
 * that the file is a summary of what each did. Sums of a week or of 28 days are left out: they do not say when.
 */
export async function* parseWorkplace(input: FileInput, options: WorkplaceOptions): AsyncGenerator<ImportItem[]> {
  const clock = clockOf(options);
  const rows = await readSheet(input);
  const begin = rows.slice(0, headerWithin).findIndex((cells) => columnsIn(cells) !== null);
  const columns = columnsIn(rows[begin] ?? []);
  if (columns === null) {
    throw new UnreadableFileError(
      'not_a_workplace_export',
      null,
      'No row of the first sheet is the header of employees.',
    );
  }
  let batch: ImportItem[] = [{ type: 'person', line: begin + 1, row: inviterRow }];
  for (const [index, cells] of rows.entries()) {
    if (index <= begin || cells.every((cell) => cell === '')) continue;
    batch.push(...employeeItems(index + 1, (column) => cells[columns.get(column) ?? -1] ?? '', clock, options.now));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
