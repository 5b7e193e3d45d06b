import { type Archive } from '../archive/archive.js';
import { openZip } from '../archive/open-zip.js';
import { type Columns } from '../csv/header.js';
import { type FileInput } from '../file-input.js';
import { type ImportItem } from '../import-item.js';
import { UnreadableFileError } from '../rejection.js';
import { type Cells, readCells } from './cells.js';
import { accountOf, groupColumns, itemsOfGroup, itemsOfUser, userColumns, yammerId } from './directory-items.js';
import { itemsOfMessage, messageColumns } from './message-items.js';

/** A table of the export that is read; the others are lists of the same messages by other heads. */
interface Table {
  fileName: string;
  columns: Columns;
  items: (line: number, cells: Cells, now: Date) => ImportItem[];
}

const users: Table = { fileName: 'Users.csv', columns: userColumns, items: itemsOfUser };
const groups: Table = { fileName: 'Groups.csv', columns: groupColumns, items: itemsOfGroup };
const messages: Table = { fileName: 'Messages.csv', columns: messageColumns, items: itemsOfMessage };

/**
 * Reads the data export of a network: accounts as people, groups, and messages, private ones, mentions and files as
 * events. Lines are those of the table, whose name stands for the id of a row that has none.
 */
export async function* parseYammer(file: FileInput, { now }: { now: Date }): AsyncGenerator<ImportItem[]> {
  const archive = await openZip(file);
  const found = [users, groups, messages].map((table) => ({ table, name: entryOf(archive, table.fileName) }));
  if (found.every(({ name }) => name === null)) throw notAnExport();
  yield archive.leftOut.map((reason) => ({ type: 'skipped', line: 0, reason }));
  const known = new Set<string>();
  for (const { table, name } of found) {
    if (name === null) continue;
    for await (const batch of readCells(archive.open(name), table.columns)) {
      yield batch.flatMap((parsed) => {
        if ('rejection' in parsed) return { type: 'rejection', rejection: { ...parsed.rejection, id: table.fileName } };
        return withUnlisted(table.items(parsed.line, parsed.row, now), parsed.line, parsed.row, known);
      });
    }
  }
}

/** An export for some days only may leave its users out: who wrote is known by the address beside their messages. */
function withUnlisted(items: ImportItem[], line: number, cells: Cells, known: Set<string>): ImportItem[] {
  for (const item of items) if (item.type === 'person') known.add(item.row.personId);
  const sender = cells('sender_id');
  const isNew = sender !== null && !known.has(yammerId(sender)) && items.some(({ type }) => type === 'event');
  if (!isNew || cells('sender_email') === null) return items;
  known.add(yammerId(sender));
  return [{ type: 'person', line, row: accountOf(sender, cells('sender_email'), null, null) }, ...items];
}

/** The folder in which somebody may have packed the export does not matter. An empty table has not even a header. */
function entryOf(archive: Archive, fileName: string): string | null {
  const isIt = (name: string) => name.toLowerCase().split('/').at(-1) === fileName.toLowerCase();
  return archive.entries.find(({ name, size }) => size > 0 && isIt(name))?.name ?? null;
}

const notAnExport = () =>
  new UnreadableFileError(
    'not_a_yammer_export',
    null,
    'A data export of Viva Engage (Yammer) is a zip with Messages.csv, Users.csv or Groups.csv.',
  );
