import { hash } from 'node:crypto';
import { type EventKind } from '#domain/events/kind.js';
import { type Attribute } from '#domain/indicators/measurable.js';
import { type RawEvent, eventItem } from '../event/event-item.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, fieldsOf, instantOf, listOf, textOf } from '../json/fields.js';

/** Pages hold what was written, never who came or looked. */
export const rocketchatKinds: readonly EventKind[] = [
  ...(['post', 'comment', 'reaction', 'mention', 'message_sent', 'file_shared', 'group_joined', 'group_left'] as const),
];

/** Of rooms they know the number and nothing else. */
export const rocketchatAttributes: readonly Attribute[] = [
  ...(['target', 'parent', 'group', 'launch_message'] as const),
];

const moves: ReadonlyMap<string, EventKind> = new Map([
  ['uj', 'group_joined'],
  ['ul', 'group_left'],
]);

/** Encrypted between its readers: written by a person all the same. */
const encrypted = 'e2e';

const messageId = (id: string) => `rocketchat:${id}`;
const roomId = (id: string) => `rocketchat:${id}`;
const nameOf = (user: unknown) => textOf(fieldsOf(user)?.['username'])?.toLowerCase() ?? null;

/** What one message comes to; what it says is not even looked at, for it names those whom it calls beside. */
export function itemsOfMessage(place: number, message: Fields, now: Date): ImportItem[] {
  const [id, room] = [textOf(message['_id']), textOf(message['rid'])];
  if (id === null || room === null)
    return [reject(place, 'missing_field', id === null ? '_id' : 'rid', 'This field must be given.')];
  const author = nameOf(message['u']);
  const isDirect = isBetweenTwo(room, message);
  const group = isDirect ? null : roomId(room);
  const said: RawEvent = { occurred_at: writtenAt(message['ts']), actor: author, object: messageId(id), group };
  const item = (more: Partial<RawEvent>) => eventItem(place, { ...said, ...more }, now);
  const type = textOf(message['t']);
  const move = moves.get(type ?? '');
  const skip = whyNotHuman(message, type);
  if (skip !== null) return [{ type: 'skipped', line: place, reason: skip }];
  if (move !== undefined) return [item({ id: messageId(id), kind: move, object: roomId(room) })];
  const thread = textOf(message['tmid']);
  const written = thread === null ? { kind: 'post' } : { kind: 'comment', parent: messageId(thread) };
  const first = item({ id: messageId(id), ...(isDirect ? { kind: 'message_sent' } : written) });
  if (first.type === 'rejection') return [first];
  const items: ImportItem[] = [first];
  const files = listOf(message['files']).length || (fieldsOf(message['file']) === null ? 0 : 1);
  if (files > 0) items.push(item({ id: `${messageId(id)}:files`, kind: 'file_shared', quantity: files }));
  for (const target of isDirect ? [] : mentioned(message, author))
    items.push(item({ id: partOf(id, 'mention', target), kind: 'mention', target }));
  // Nobody says when: the time of the message stands for it.
  for (const [emoji, actor] of reactionsTo(message))
    items.push(item({ id: partOf(id, emoji, actor), kind: 'reaction', actor, target: author }));
  return items;
}

/** The room of two people has the number of both for its own. */
function isBetweenTwo(room: string, message: Fields): boolean {
  const author = textOf(fieldsOf(message['u'])?.['_id']);
  return author !== null && room !== author && room.includes(author);
}

function whyNotHuman(message: Fields, type: string | null): string | null {
  if (fieldsOf(message['bot']) !== null) return 'integration_post';
  // Somebody put somebody else into the room, who did nothing.
  if (type === 'au') return 'done_by_others';
  return type === null || type === encrypted || moves.has(type) ? null : 'system_post';
}

/** Whole rooms are nobody in particular, and have no number of a person. */
function mentioned(message: Fields, author: string | null): string[] {
  const people = listOf(message['mentions']).filter(({ type }) => type === undefined || type === 'user');
  const names = people.filter(({ _id: id }) => id !== 'all' && id !== 'here').map(nameOf);
  return [...new Set(names.filter((name) => name !== null && name !== author))] as string[];
}

function reactionsTo(message: Fields): [emoji: string, actor: string][] {
  return Object.entries(fieldsOf(message['reactions']) ?? {}).flatMap(([emoji, reaction]) => {
    const names = fieldsOf(reaction)?.['usernames'];
    const actors = (Array.isArray(names) ? names : []).map((name) => textOf(name)?.toLowerCase() ?? null);
    return [...new Set(actors)].filter((actor) => actor !== null).map((actor): [string, string] => [emoji, actor]);
  });
}

/** A dump of the database writes instants as {"$date": …}. What is none is handed on, for the check to refuse. */
function writtenAt(given: unknown): unknown {
  const dated = fieldsOf(given)?.['$date'] ?? given;
  return typeof dated === 'number' ? (instantOf(dated) ?? 'no instant') : dated;
}

/** People name emoji of their own as they like: of the name only a hash is kept. */
const partOf = (id: string, ...parts: string[]) =>
  `${messageId(id)}:${hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32)}`;
