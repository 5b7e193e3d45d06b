import { CellReader } from '../csv/cell-reader.js';
import { CellError } from '../csv/cell-error.js';
import { type Columns, type Header } from '../csv/header.js';
import { readItems, type Told } from '../csv/read-items.js';
import { type RowReader, type TableOptions } from '../csv/table.js';
import { type ByteStream } from '../csv/text-stream.js';
import { workPath } from '../directory/work-path.js';
import { type ImportItem } from '../import-item.js';
import { UnreadableFileError } from '../rejection.js';
import { machines } from './posts.js';

const columns: Columns = { required: ['id', 'username', 'email'], optional: ['name', 'staged', 'location'] };

/** The list of users as people. What they did stands there as totals since ever: of which day is not known. */
export function parseUserList(input: ByteStream, options: TableOptions): AsyncGenerator<ImportItem[]> {
  const columnsOf = (names: readonly string[]) => {
    if (names.includes('username') && names.includes('email')) return columns;
    if (names.join() === 'date,value')
      throw new UnreadableFileError('only_totals', null, 'This report tells totals: who did what is not in it.');
    throw new UnreadableFileError(
      'not_a_discourse_page',
      null,
      'The file is neither posts.json, a topic, user_actions.json, nor the list of users.',
    );
  };
  return readItems(input, columnsOf, options, (header) => {
    options.onNote?.('people_only');
    return userReader(header);
  });
}

function userReader(header: Header): RowReader<Told> {
  return (cells) => {
    const reader = new CellReader(header, cells);
    try {
      // Somebody who only ever wrote by mail has no account of their own yet.
      if (reader.flag('staged') === true) return { row: { type: 'skipped', reason: 'staged_account' } };
      const username = reader.requiredKey('username').toLowerCase();
      const email = reader.key('email')?.toLowerCase() ?? null;
      return {
        row: {
          type: 'person',
          row: {
            personId: username,
            entity: null,
            managerId: null,
            level: null,
            validFrom: null,
            validTo: null,
            aliases: email === null ? [username] : [email, username],
            name: reader.words('name'),
            site: null,
            trade: null,
            bot: machines.has(username),
            ...workPath(reader.free('location'), null),
          },
        },
      };
    } catch (error) {
      if (error instanceof CellError) return { refusal: reader.refusal(error, 'username') };
      throw error;
    }
  };
}
