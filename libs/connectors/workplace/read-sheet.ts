import { readSheet as readFirstSheet } from 'read-excel-file/node';
import { archiveLimits } from '../archive/archive.js';
import { openZip } from '../archive/open-zip.js';
import { type FileInput } from '../file-input.js';
import { UnreadableFileError } from '../rejection.js';

/** A workbook is read whole: a table of 200,000 people is about this long when it is unpacked. */
const longestWorkbook = 256 * 2 ** 20;
const limits = { ...archiveLimits, entries: 1000, entryBytes: longestWorkbook, totalBytes: longestWorkbook };

/** The rows of the first sheet, as texts; instants as ISO 8601, an empty cell as an empty text. Throws UnreadableFileError. */
export async function readSheet(file: FileInput): Promise<string[][]> {
  // The reader of workbooks believes what a zip says of itself; the limits of archives do not.
  const archive = await openZip(file, limits);
  for (const { name } of archive.entries) await readThrough(archive.open(name));
  const pieces: Buffer[] = [];
  for await (const piece of file.stream()) pieces.push(piece);
  const rows = await readFirstSheet(Buffer.concat(pieces)).catch((error: unknown) => {
    // It tells a workbook that is none, or is broken, by errors of many kinds.
    if (error instanceof Error) throw notAWorkbook;
    throw error;
  });
  return rows.map((row) => row.map(textOf));
}

const notAWorkbook = new UnreadableFileError(
  'not_a_workbook',
  null,
  'The file is no spreadsheet (.xlsx) that can be read.',
);

async function readThrough(bytes: AsyncIterable<Buffer>): Promise<void> {
  const pieces = bytes[Symbol.asyncIterator]();
  while (!(await pieces.next()).done);
}

function textOf(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}
