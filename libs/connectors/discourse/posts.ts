import { type EventKind } from '#domain/events/kind.js';
import { type Attribute } from '#domain/indicators/measurable.js';
import { type CanonicalEvent, checkEvent } from '../event/canonical-event.js';
import { sourceId } from '../event/source-id.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, textOf } from '../json/fields.js';

export const discourseKinds: readonly EventKind[] = ['post', 'comment', 'reaction', 'mention', 'message_sent'];

/** A category is where a topic stands, not a community that one joins; it is the nearest that there is. */
export const discourseAttributes: readonly Attribute[] = ['target', 'parent', 'group'];

/** What is written: posts by people, not what the software notes among them. */
const byPeople = new Set([1, 4]);

/** Accounts that come with the software. */
export const machines: ReadonlySet<string> = new Set(['system', 'discobot']);

/** The first post of a topic, or an answer in it. */
export function postItem(line: number, post: Fields, now: Date): ImportItem {
  if (!byPeople.has(Number(post['post_type'] ?? 1))) return { type: 'skipped', line, reason: 'system_post' };
  const number = numberOf(post['post_number']);
  const topic = numberOf(post['topic_id']);
  const isFirst = number === '1';
  const kind: EventKind = isFirst ? 'post' : 'comment';
  return writtenItem(line, post, numberOf(post['id']), kind, post['username'], now, {
    object: placeOf(topic, number),
    parent: isFirst ? null : placeOf(topic, numberOf(post['reply_to_post_number']) ?? '1'),
  });
}

type More = Partial<Record<keyof CanonicalEvent, unknown>>;

/** An act of somebody in a category, which is the group; the id is made of the kind and a number. */
export function writtenItem(
  line: number,
  record: Fields,
  id: string | null,
  kind: EventKind,
  user: unknown,
  now: Date,
  more: More,
): ImportItem {
  const actor = usernameOf(user);
  if (actor !== null && machines.has(actor)) return { type: 'skipped', line, reason: 'system_post' };
  const checked = checkEvent(
    {
      ...more,
      id: id === null ? null : sourceId('discourse', kind, id),
      occurred_at: record['created_at'],
      kind,
      actor,
      group: categoryOf(record['category_id']),
    },
    now,
  );
  if ('event' in checked) return { type: 'event', line, row: checked.event };
  return reject(line, checked.code, checked.field, checked.message, checked.id);
}

function categoryOf(value: unknown): string | null {
  const number = numberOf(value);
  return number === null ? null : `discourse:${number}`;
}

/** A post by its place in its topic, by which answers and likes name it as well. */
export const placeOf = (topic: string | null, number: string | null): string | null =>
  topic === null || number === null ? null : `discourse:${topic}/${number}`;

export const usernameOf = (value: unknown): string | null => textOf(value)?.toLowerCase() ?? null;

/** A positive number that names something, as a text. */
export function numberOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  return text !== null && /^[1-9]\d{0,18}$/.test(text) ? text : null;
}
