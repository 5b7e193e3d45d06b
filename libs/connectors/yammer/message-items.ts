import { type EventKind } from '#domain/events/kind.js';
import { type Attribute } from '#domain/indicators/measurable.js';
import { type Columns } from '../csv/header.js';
import { type RawEvent, eventItem } from '../event/event-item.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Cells, instantText, isTrue } from './cells.js';
import { yammerId } from './directory-items.js';

export const messageColumns: Columns = {
  required: ['id', 'thread_id', 'sender_id', 'created_at'],
  optional: [
    ...['replied_to_id', 'group_id', 'in_private_conversation', 'participants', 'message_type', 'sender_type'],
    ...['sender_email', 'body', 'attachments', 'deleted_at'],
  ],
};

/** An export holds what was written, never who came, looked or liked. */
export const yammerKinds: readonly EventKind[] = [
  ...(['post', 'comment', 'mention', 'group_created', 'message_sent', 'profile_created', 'file_shared'] as const),
];
export const yammerAttributes: readonly Attribute[] = [
  ...(['parent', 'group', 'group_creator', 'group_description', 'launch_message'] as const),
];

/** What one message comes to; what it says is read for mentions and never goes further. */
export function itemsOfMessage(line: number, cells: Cells, now: Date): ImportItem[] {
  const id = cells('id');
  if (id === null) return [reject(line, 'missing_field', 'id', 'This field must be given.', 'Messages.csv')];
  const skip = whyNotCounted(cells);
  if (skip !== null) return [{ type: 'skipped', line, reason: skip }];
  const isPrivate = isTrue(cells('in_private_conversation'));
  const own = yammerMessage(id);
  const group = cells('group_id');
  const said: RawEvent = {
    ...{ occurred_at: instantText(cells('created_at')), actor: prefixed(cells('sender_id')), object: own },
    group: isPrivate ? null : prefixed(group),
  };
  const item = (more: Partial<RawEvent>) => eventItem(line, { ...said, ...more }, now);
  const first = item({ id: own, ...(isPrivate ? privateMessage(cells) : publicMessage(id, cells)) });
  if (first.type === 'rejection') return [first];
  const items: ImportItem[] = [first];
  const files = (cells('attachments') ?? '').match(/uploaded_?file:/gi)?.length ?? 0;
  if (files > 0) items.push(item({ id: `${own}:files`, kind: 'file_shared', quantity: files }));
  for (const person of isPrivate ? [] : mentioned(cells)) {
    items.push(item({ id: `${own}:mention:${person}`, kind: 'mention', target: yammerId(person) }));
  }
  return items;
}

const yammerMessage = (id: string) => `yammer:msg:${id}`;
const prefixed = (id: string | null) => (id === null ? null : yammerId(id));

/** The first of a thread has the number of the thread. */
function publicMessage(id: string, cells: Cells): Partial<RawEvent> {
  const thread = cells('thread_id');
  if (thread === null || thread === id) return { kind: 'post' };
  return { kind: 'comment', parent: yammerMessage(cells('replied_to_id') ?? thread) };
}

function privateMessage(cells: Cells): Partial<RawEvent> {
  const sender = cells('sender_id');
  const readers = [...(cells('participants') ?? '').matchAll(/user:(\d+)/g)].map(([, id = '']) => id);
  const others = [...new Set(readers)].filter((id) => id !== sender);
  // Nobody is addressed in particular where several read.
  return { kind: 'message_sent', target: others.length === 1 ? prefixed(others[0] ?? null) : null };
}

function mentioned(cells: Cells): string[] {
  const found = new Set([...(cells('body') ?? '').matchAll(/\[\[user:(\d{1,20})\]\]/g)].map(([, id = '']) => id));
  found.delete(cells('sender_id') ?? '');
  return [...found];
}

/** A message that was taken back on the day it was written is none; one that was deleted later has been read. */
function whyNotCounted(cells: Cells): string | null {
  if (cells('message_type')?.toLowerCase() === 'system') return 'system_post';
  const sender = cells('sender_type')?.toLowerCase() ?? 'user';
  if (sender !== 'user') return 'integration_post';
  const [created, deleted] = [cells('created_at'), cells('deleted_at')];
  return created !== null && deleted !== null && created.slice(0, 10) === deleted.slice(0, 10) ? 'deleted_post' : null;
}
