import { type EventKind } from '#domain/events/kind.js';
import { type Attribute } from '#domain/indicators/measurable.js';
import { type RawEvent, eventItem } from '../event/event-item.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, fieldsOf, listOf, textOf } from '../json/fields.js';
import { type Conversation } from './conversations.js';
import { slackbot } from './directory-rows.js';
import { instantOf, isTimestamp, mentionedUsers, slackId } from './slack-ids.js';

/** An export holds what was written, never who came or looked. */
export const slackKinds: readonly EventKind[] = [
  ...(['post', 'comment', 'reaction', 'mention', 'group_created', 'group_joined'] as const),
  ...(['message_sent', 'file_shared', 'group_left'] as const),
];

/** Nor who looks after a channel. */
export const slackAttributes: readonly Attribute[] = [
  ...(['target', 'parent', 'group', 'group_creator', 'group_description', 'launch_message'] as const),
];

/** Subtypes of messages that a person writes; nearly all have none. */
const written = new Set([null, 'me_message', 'file_share', 'thread_broadcast']);

const moves: ReadonlyMap<string | null, EventKind> = new Map([
  ['channel_join', 'group_joined'],
  ['group_join', 'group_joined'],
  ['channel_leave', 'group_left'],
  ['group_leave', 'group_left'],
]);

/** Makes events of messages; what they say is read for mentions and never goes further. */
export class MessageEvents {
  constructor(private readonly now: Date) {}

  /** `source` names the file where a message cannot be named itself. */
  of(place: number, message: Fields, conversation: Conversation, source: string): ImportItem[] {
    const { ts } = message;
    if (!isTimestamp(ts)) {
      const code = ts === undefined || ts === null ? 'missing_field' : 'bad_timestamp';
      return [reject(place, code, 'ts', noTime, source)];
    }
    const own = new Own(place, ts, textOf(message['user']), conversation);
    const reactions = () => this.reactions(own, message);
    const skip = whyNotHuman(message);
    if (skip !== null) return [{ type: 'skipped', line: place, reason: skip }, ...reactions()];
    const move = moves.get(textOf(message['subtype']));
    const first = this.item(own, move === undefined ? writing(message, own) : { ...own.moved, kind: move });
    if (first.type === 'rejection') return [first];
    return [first, ...(move === undefined ? this.beside(own, message) : []), ...reactions()];
  }

  /** What a message is besides being written. */
  private beside(own: Own, message: Fields): ImportItem[] {
    const files = listOf(message['files']).length + (fieldsOf(message['file']) === null ? 0 : 1);
    const items: ImportItem[] = [];
    if (files > 0)
      items.push(this.item(own, { ...own.said, id: own.part('files'), kind: 'file_shared', quantity: files }));
    if (own.conversation.readers !== null) return items;
    for (const target of mentionedUsers(textOf(message['text']) ?? '', own.author ?? '')) {
      items.push(this.item(own, { ...own.said, id: own.part('mention', target), kind: 'mention', target }));
    }
    return items;
  }

  /** The export does not say when somebody reacted: the time of the message stands for it. */
  private reactions(own: Own, message: Fields): ImportItem[] {
    const items: ImportItem[] = [];
    const target = own.author === slackbot ? null : own.author;
    for (const { name, users } of listOf(message['reactions'])) {
      for (const actor of Array.isArray(users) ? users.map(textOf) : []) {
        if (actor === null) continue;
        const id = own.part(textOf(name) ?? '', actor);
        items.push(this.item(own, { ...own.said, id, kind: 'reaction', actor, target }));
      }
    }
    return items;
  }

  private item({ place }: Own, raw: RawEvent): ImportItem {
    return eventItem(place, raw, this.now);
  }
}

/** What all events of one message have in common. */
class Own {
  readonly id: string;
  readonly said: RawEvent;

  constructor(
    readonly place: number,
    readonly ts: string,
    readonly author: string | null,
    readonly conversation: Conversation,
  ) {
    this.id = this.of(ts);
    this.said = { occurred_at: instantOf(ts), actor: author, object: this.id, group: this.group };
  }

  /** Who comes or goes does so to the channel, not to the message that says it. */
  get moved(): RawEvent {
    return { ...this.said, id: this.id, object: this.conversation.id };
  }

  of(ts: string): string {
    return slackId(this.conversation.id, ts);
  }

  part(...names: readonly string[]): string {
    return slackId(this.conversation.id, this.ts, ...names);
  }

  private get group(): string | null {
    return this.conversation.readers === null ? this.conversation.id : null;
  }
}

function writing(message: Fields, own: Own): RawEvent {
  const { readers } = own.conversation;
  if (readers !== null)
    return { ...own.said, id: own.id, kind: 'message_sent', target: onlyOther(readers, own.author) };
  const thread = message['thread_ts'];
  if (!isTimestamp(thread) || thread === own.ts) return { ...own.said, id: own.id, kind: 'post' };
  const answered = textOf(message['parent_user_id']);
  const target = answered === slackbot ? null : answered;
  return { ...own.said, id: own.id, kind: 'comment', parent: own.of(thread), target };
}

/** Nobody is addressed in particular where several read. */
function onlyOther(readers: readonly string[], author: string | null): string | null {
  const others = new Set(readers.filter((reader) => reader !== author));
  return others.size === 1 ? ([...others][0] ?? null) : null;
}

/** Why a message was not written by a person; null where it was. */
function whyNotHuman(message: Fields): string | null {
  const subtype = textOf(message['subtype']);
  if (message['type'] !== undefined && message['type'] !== 'message') return 'unknown_record';
  if (subtype === 'bot_message' || textOf(message['bot_id']) !== null || message['user'] === slackbot)
    return 'integration_post';
  return written.has(subtype) || moves.has(subtype) ? null : 'system_post';
}

const noTime = 'A message has its time as "ts", in seconds since 1970 with decimals.';
