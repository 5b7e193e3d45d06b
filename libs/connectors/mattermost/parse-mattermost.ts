import { openZip } from '../archive/open-zip.js';
import { type ByteStream } from '../csv/text-stream.js';
import { type FileInput } from '../file-input.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, fieldsOf } from '../json/fields.js';
import { parseFields, readLines } from '../json/read-lines.js';
import { UnreadableFileError } from '../rejection.js';
import { groupOf, personOf } from './directory-rows.js';
import { PostEvents } from './post-events.js';

/** Lines that belong to an export and say nothing about what people do or who they are. */
const passedOver = new Set(['version', 'team', 'emoji', 'direct_channel', 'role', 'scheme']);

const understood = new Set(['channel', 'user', 'bot', 'post', 'direct_post']);

const batchSize = 2000;

/** Reads a bulk export as `mmctl` hands it out, in a zip beside what was attached, or its lines alone. */
export async function* parseMattermostExport(file: FileInput, options: { now: Date }): AsyncGenerator<ImportItem[]> {
  const isZip = file.size !== null && (await file.read(0, 2)).toString('latin1') === 'PK';
  const archive = isZip ? await openZip(file) : null;
  const lines = archive?.entries.find(({ name }) => name.endsWith('.jsonl'));
  if (archive && !lines) throw notAnExport();
  yield* parseMattermost(archive && lines ? archive.open(lines.name) : file.stream(), options);
}

/**
 * Reads the lines of a bulk export (one JSON object a line): users as people, channels as groups, posts, replies, reactions and
 * private messages as events. Users come before posts in the export, and mentions rely on it.
 */
export async function* parseMattermost(input: ByteStream, options: { now: Date }): AsyncGenerator<ImportItem[]> {
  const users = new Set<string>();
  const posts = new PostEvents(users, options.now);
  let isFirst = true;
  let batch: ImportItem[] = [];
  for await (const { line, text } of readLines(input)) {
    const record = parseFields(text);
    if (isFirst) refuseUnlessExport(record);
    isFirst = false;
    for (const item of itemsOf(line, record, posts)) {
      if (item.type === 'person') users.add(item.row.personId);
      batch.push(item);
    }
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (isFirst) throw new UnreadableFileError('empty_file', null, 'The file is empty.');
  if (batch.length > 0) yield batch;
}

function itemsOf(line: number, record: Fields | null, posts: PostEvents): ImportItem[] {
  if (record === null) return [reject(line, 'bad_json', null, 'The line is not a JSON object.')];
  const type = typeof record['type'] === 'string' ? record['type'] : '';
  if (passedOver.has(type)) return [];
  if (!understood.has(type)) return [{ type: 'skipped', line, reason: 'unknown_record' }];
  const content = fieldsOf(record[type]);
  if (content === null) return [reject(line, 'missing_field', type, 'The line has a type and nothing else.')];
  if (type === 'post') return posts.ofChannel(line, content);
  if (type === 'direct_post') return posts.ofDirect(line, content);
  if (type === 'channel') return directoryItem(line, 'group', groupOf(content));
  return directoryItem(line, 'person', personOf(content, type === 'bot'));
}

function directoryItem<T extends 'group' | 'person'>(
  line: number,
  type: T,
  row: Extract<ImportItem, { type: T }>['row'] | null,
): ImportItem[] {
  if (row === null) return [reject(line, 'missing_field', 'name', 'This field must be given.')];
  return [{ type, line, row } as Extract<ImportItem, { type: T }>];
}

function refuseUnlessExport(record: Fields | null): void {
  if (record?.['type'] === 'version' && record['version'] === 1) return;
  throw notAnExport();
}

const notAnExport = () =>
  new UnreadableFileError(
    'not_a_mattermost_export',
    null,
    'A bulk export of Mattermost begins with a line of type "version", version 1.',
  );
