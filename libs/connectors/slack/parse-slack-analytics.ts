import { isDay } from '#domain/calendar/day.js';
import { type EventKind } from '#domain/events/kind.js';
import { type Attribute } from '#domain/indicators/measurable.js';
import { gunzipped } from '../archive/gunzip.js';
import { instantOfDay } from '../event/day-grain.js';
import { eventItem } from '../event/event-item.js';
import { type FileInput } from '../file-input.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, textOf } from '../json/fields.js';
import { parseFields, readLines } from '../json/read-lines.js';
import { UnreadableFileError } from '../rejection.js';
import { accountOf } from './directory-rows.js';

/** Counts of a day and a person: whom they addressed, and where, they do not say. */
export const slackAnalyticsKinds: readonly EventKind[] = [
  ...(['login', 'post', 'reaction', 'message_sent', 'file_shared', 'search'] as const),
];
export const slackAnalyticsAttributes: readonly Attribute[] = [];

const batchSize = 2000;

/**
 * Reads member analytics, one JSON object a line, plain or gzip: one event per person, day and kind, with its quantity.
 * Throws UnreadableFileError for channel analytics (`only_totals`).
 */
export async function* parseSlackAnalytics(file: FileInput, { now }: { now: Date }): AsyncGenerator<ImportItem[]> {
  const people = new Set<string>();
  let batch: ImportItem[] = [];
  let isEmpty = true;
  for await (const { line, text } of readLines(gunzipped(file.stream()))) {
    const record = parseFields(text);
    refuseOtherFiles(record, isEmpty);
    isEmpty = false;
    batch.push(
      ...(record === null ? [reject(line, 'bad_json', null, noObject)] : memberItems(line, record, people, now)),
    );
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (isEmpty) throw new UnreadableFileError('empty_file', null, 'The file is empty.');
  if (batch.length > 0) yield batch;
}

function refuseOtherFiles(record: Fields | null, isFirst: boolean): void {
  const isOfPerson = record !== null && 'user_id' in record;
  if (!isOfPerson && record !== null && 'channel_id' in record)
    throw new UnreadableFileError(
      'only_totals',
      null,
      'Channel analytics are totals, which never become events: hand in member analytics.',
    );
  if (isFirst && (record === null || !('date' in record)))
    throw new UnreadableFileError('not_slack_analytics', null, 'The lines of member analytics have user_id and date.');
}

function memberItems(line: number, record: Fields, people: Set<string>, now: Date): ImportItem[] {
  const person = accountOf(record['user_id'], record['email_address'], null, false);
  if (person === null) return [reject(line, 'missing_field', 'user_id', 'This field must be given.')];
  const actor = person.personId;
  const day = textOf(record['date']);
  if (day === null || !isDay(day)) return [reject(line, 'bad_date', 'date', 'This is no day.', actor)];
  const counts = countsOf(record);
  if (typeof counts === 'string')
    return [reject(line, 'bad_quantity', counts, 'This is no whole number from 0 to 1,000,000.', actor)];
  const items: ImportItem[] = people.has(actor) ? [] : [{ type: 'person', line, row: person }];
  for (const [kind, quantity] of counts) {
    const id = `slack-analytics:${actor}:${day}:${kind}`;
    if (quantity === 0) continue;
    const item = eventItem(line, { id, occurred_at: instantOfDay(day), kind, actor, quantity }, now);
    // What is wrong with one of them is wrong with the line.
    if (item.type === 'rejection') return [item];
    items.push(item);
  }
  people.add(actor);
  return items;
}

/** How often of each kind; else the field that is no count. */
function countsOf(record: Fields): [EventKind, number][] | string {
  const counted: Record<string, number> = {};
  const fields = ['messages_posted_count', 'channel_messages_posted_count', 'reactions_added_count'];
  for (const field of [...fields, 'files_added_count', 'search_count']) {
    const value = record[field] ?? 0;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 1_000_000) return field;
    counted[field] = value;
  }
  const of = (field: string) => counted[field] ?? 0;
  const inChannels = of('channel_messages_posted_count');
  return [
    ['login', record['is_active'] === true ? 1 : 0],
    ['post', inChannels],
    ['message_sent', Math.max(0, of('messages_posted_count') - inChannels)],
    ['reaction', of('reactions_added_count')],
    ['file_shared', of('files_added_count')],
    ['search', of('search_count')],
  ];
}

const noObject = 'The line is not a JSON object.';
