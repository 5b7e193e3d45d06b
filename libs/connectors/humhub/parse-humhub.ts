import { clockOf, type TableOptions } from '../csv/table.js';
import { type ByteStream } from '../csv/text-stream.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, fieldsOf, listOf } from '../json/fields.js';
import { readDocuments } from '../json/read-documents.js';
import { UnreadableFileError } from '../rejection.js';
import { groupOf, personOf } from './directory-rows.js';
import { RecordEvents } from './record-events.js';

export interface HumhubOptions extends TableOptions {
  now: Date;
}

/**
 * Reads saved answers of the REST module of HumHub (activity, post, comment, like, user, space): a page a file, or a page
 * a line. Its times have no zone: it is to be declared. What stands in a list is told by the line of its page.
 */
export async function* parseHumhub(input: ByteStream, options: HumhubOptions): AsyncGenerator<ImportItem[]> {
  const events = new RecordEvents(clockOf(options), options.now);
  let pages = 0;
  for await (const { line, value } of readDocuments(input)) {
    const items = value === undefined ? null : pageItems(line, value, events);
    if (pages++ === 0 && items === null) {
      throw new UnreadableFileError(
        'not_a_humhub_page',
        null,
        'The file is no page of the REST module: it has no results.',
      );
    }
    yield items ?? [reject(line, 'bad_json', null, 'The line is not a page in JSON.')];
  }
  if (pages === 0) throw new UnreadableFileError('empty_file', null, 'The file is empty.');
}

/** What a page tells; null where it is none. */
export function pageItems(line: number, page: unknown, events: RecordEvents): ImportItem[] | null {
  return recordsOf(page)?.flatMap((record) => itemsOf(line, record, events)) ?? null;
}

/** A page has its results beside their number; several pages may be in a list. */
function recordsOf(value: unknown): Fields[] | null {
  if (Array.isArray(value)) {
    const pages = value.map(recordsOf);
    return pages.some((page) => page === null) ? null : pages.flatMap((page) => page ?? []);
  }
  const results = fieldsOf(value)?.['results'];
  return Array.isArray(results) ? listOf(results) : null;
}

/** What a record is shows in the fields that only it has. */
function itemsOf(line: number, record: Fields, events: RecordEvents): ImportItem[] {
  if ('class' in record && 'originator' in record) return [events.ofActivity(line, record)];
  if ('account' in record) return [rowItem(line, 'person', personOf(record))];
  if ('join_policy' in record) return [rowItem(line, 'group', groupOf(record))];
  if ('objectModel' in record) return [events.ofComment(line, record)];
  if (fieldsOf(record['content'])?.['metadata'] !== undefined) return [events.ofPost(line, record)];
  if ('createdBy' in record && 'createdAt' in record) return [events.ofLike(line, record)];
  return [{ type: 'skipped', line, reason: 'unknown_record' }];
}

function rowItem<T extends 'group' | 'person'>(
  line: number,
  type: T,
  row: Extract<ImportItem, { type: T }>['row'] | null,
): ImportItem {
  if (row === null) return reject(line, 'missing_field', 'id', 'This field must be given.');
  return { type, line, row } as Extract<ImportItem, { type: T }>;
}
