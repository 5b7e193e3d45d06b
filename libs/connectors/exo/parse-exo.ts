import { type Attribute } from '#domain/indicators/measurable.js';
import { type ByteStream } from '../csv/text-stream.js';
import { checkEvent } from '../event/canonical-event.js';
import { sourceId } from '../event/source-id.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, fieldsOf, instantOf, listOf, textOf } from '../json/fields.js';
import { parseFields, readLines } from '../json/read-lines.js';
import { UnreadableFileError } from '../rejection.js';
import { meaningOf } from './operations.js';

/** Who is liked is not told. */
export const exoAttributes: readonly Attribute[] = ['parent', 'group'];

const batchSize = 2000;

/**
 * Reads the documents of the analytics of eXo Platform or Meeds, one a line as dump tools of Elasticsearch write them, or
 * the answers of a search. Every value in them is a text.
 */
export async function* parseExo(input: ByteStream, options: { now: Date }): AsyncGenerator<ImportItem[]> {
  let isFirst = true;
  let batch: ImportItem[] = [];
  for await (const { line, text } of readLines(input)) {
    const record = parseFields(text);
    const documents = record === null ? [] : documentsOf(record);
    if (isFirst) refuseUnlessAnalytics(documents);
    isFirst = false;
    if (record === null) batch.push(reject(line, 'bad_json', null, 'The line is not a JSON object.'));
    for (const document of documents) batch.push(itemOf(line, document, options.now));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (isFirst) throw new UnreadableFileError('empty_file', null, 'The file is empty.');
  if (batch.length > 0) yield batch;
}

/** A line is a document, or an answer that holds many. */
function documentsOf(record: Fields): Fields[] {
  const hits = fieldsOf(record['hits'])?.['hits'];
  return Array.isArray(hits) ? listOf(hits) : [record];
}

function refuseUnlessAnalytics(documents: readonly Fields[]): void {
  const source = fieldsOf(documents[0]?.['_source']);
  if (source && textOf(source['operation']) !== null && textOf(source['module']) !== null) return;
  throw new UnreadableFileError(
    'not_an_exo_export',
    null,
    'The first line is no document of the analytics of eXo: it has no _source with a module and an operation.',
  );
}

function itemOf(line: number, document: Fields, now: Date): ImportItem {
  const source = fieldsOf(document['_source']);
  const word = (field: string) => textOf(source?.[field]) ?? '';
  const meaning = meaningOf(word('module'), word('subModule'), word('operation'));
  if (source === null || word('operation') === '') return { type: 'skipped', line, reason: 'unknown_record' };
  if (isFailed(source['status'])) return { type: 'skipped', line, reason: 'failed_operation' };
  if ('skip' in meaning) return { type: 'skipped', line, reason: meaning.skip };
  const id = textOf(document['_id']) ?? textOf(source['id']);
  const checked = checkEvent(
    {
      id: id === null ? null : sourceId('exo', id),
      occurred_at: whenOf(source['timestamp']),
      kind: meaning.kind,
      actor: actorOf(source, word('operation')),
      group: identityOf(source['spaceId']),
      ...objectOf(source, word('operation')),
    },
    now,
  );
  if ('event' in checked) return { type: 'event', line, row: checked.event };
  return reject(line, checked.code, checked.field, checked.message, checked.id);
}

/** The status is the place of a word in a list: OK, KO. */
const isFailed = (status: unknown): boolean => ['1', 'KO'].includes(String(status).toUpperCase());

/** Older versions wrote who did it beside the person or the space that it was done to. */
function actorOf(source: Fields, operation: string): string | null {
  const user = identityOf(source['userId']);
  const modifier = identityOf(source['modifierSocialId']);
  return operation === 'addInvitedUser' ? (modifier ?? user) : (user ?? modifier);
}

/** Numbers of identities, of spaces and of what is written, set apart from those of other sources; 0 is nobody and nothing. */
function identityOf(value: unknown, prefix = ''): string | null {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  return text === null || Number(text) <= 0 ? null : `exo:${prefix}${text}`;
}

function objectOf(source: Fields, operation: string): { object: string | null; parent: string | null } {
  const activity = identityOf(source['activityId']);
  if (!operation.endsWith('Comment')) return { object: activity, parent: null };
  const comment = commentOf(source['comment'] ?? source['commentId']);
  const answer = commentOf(source['subCommentId']);
  if (answer !== null) return { object: answer, parent: comment ?? activity };
  return { object: comment ?? activity, parent: operation === 'createComment' ? activity : null };
}

/** Comments are numbered beside activities. */
const commentOf = (value: unknown): string | null => identityOf(value, 'comment');

/** Milliseconds since 1970, as a text or a number; anything else is left for the check to refuse. */
function whenOf(value: unknown): unknown {
  const text = textOf(value);
  return (
    instantOf(text !== null && /^\d{1,16}$/.test(text) ? Number(text) : value) ??
    text ??
    (value == null ? null : 'none')
  );
}
