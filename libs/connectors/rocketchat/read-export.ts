import { type Archive } from '../archive/archive.js';
import { openZip } from '../archive/open-zip.js';
import { readRecords } from '../csv/table.js';
import { type FileInput } from '../file-input.js';
import { type ImportItem, reject } from '../import-item.js';
import { UnreadableFileError } from '../rejection.js';
import { itemOfChannel, itemOfDirectMessage, itemOfUser, itemsOfRoomMessage, type MessageLine } from './csv-rows.js';
import { readPages } from './read-pages.js';

/** A folder of this name holds what two people say to one another. */
const direct = 'directmessages';

/**
 * Reads a zip as Rocket.Chat itself takes them in: `users.csv`, `channels.csv` and a folder of messages for each room,
 * without header lines; or saved answers of its interface. Lines are those of the file, which a refusal names.
 */
export async function* readExport(file: FileInput, now: Date): AsyncGenerator<ImportItem[]> {
  const archive = await openZip(file);
  const names = archive.entries.filter(({ size }) => size > 0).map(({ name }) => name);
  const root = rootOf(names);
  const below = names.filter((name) => name.startsWith(root)).map((name) => name.slice(root.length));
  const named = (wanted: string) => below.find((name) => name.toLowerCase() === wanted) ?? null;
  const tables = below.filter((name) => /^[^/]+\/[^/]+\.csv$/i.test(name));
  const pages = below.filter((name) => /\.(json|jsonl|ndjson)$/i.test(name));
  const [users, channels] = [named('users.csv'), named('channels.csv')];
  if (users === null && channels === null && tables.length === 0 && pages.length === 0) throw notAnExport();
  yield archive.leftOut.map((reason) => ({ type: 'skipped', line: 0, reason }));

  const known = new Set<string>();
  const rowsOf = (name: string) => cellsOf(archive, root + name, name);
  if (users !== null)
    for await (const lines of rowsOf(users)) {
      const items = lines.map((one) => ('type' in one ? one : itemOfUser(one.line, one.cells, users)));
      for (const item of items) if (item.type === 'person') known.add(item.row.personId);
      yield items;
    }
  if (channels !== null)
    for await (const lines of rowsOf(channels))
      yield lines.map((one) => ('type' in one ? one : itemOfChannel(one.line, one.cells, channels)));
  for (const name of tables) {
    const [room = ''] = name.split('/');
    for await (const lines of rowsOf(name))
      yield lines.flatMap((one): ImportItem[] => {
        if ('type' in one) return [one];
        const line: MessageLine = { ...one, file: name, now };
        return room.toLowerCase() === direct ? [itemOfDirectMessage(line)] : itemsOfRoomMessage(line, room, known);
      });
  }
  for (const name of pages) yield* readPages(archive.open(root + name), now, { file: name });
}

type Line = { line: number; cells: string[] } | Extract<ImportItem, { type: 'rejection' }>;

/** The lines of a table without a header, blank ones left out. */
async function* cellsOf(archive: Archive, entry: string, file: string): AsyncGenerator<Line[]> {
  for await (const records of readRecords(archive.open(entry), {}, ',')) {
    yield records.flatMap(({ line, cells, problem }): Line[] => {
      if (cells === null) return [broken(line, problem ?? 'bad_quote', file)];
      return cells.every((cell) => cell.trim() === '') ? [] : [{ line, cells }];
    });
  }
}

const broken = (line: number, code: 'line_too_long' | 'bad_quote', file: string) =>
  reject(line, code, null, 'A quote is not closed or out of place, or the line is too long.', file) as Extract<
    ImportItem,
    { type: 'rejection' }
  >;

/** The folder in which somebody may have packed the export does not matter. */
function rootOf(names: readonly string[]): string {
  const table = names.find((name) => /^([^/]+\/)?(users|channels)\.csv$/i.test(name));
  return table?.includes('/') ? table.slice(0, table.indexOf('/') + 1) : '';
}

const notAnExport = () =>
  new UnreadableFileError(
    'not_a_rocketchat_export',
    null,
    'An export for Rocket.Chat is a zip with users.csv, channels.csv or a folder of messages for each room.',
  );
