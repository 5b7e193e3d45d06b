import { type EventKind } from '#domain/events/kind.js';
import { type Attribute } from '#domain/indicators/measurable.js';
import { type RawEvent, eventItem } from '../event/event-item.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, textOf } from '../json/fields.js';
import { logged, type Realm } from './realm.js';
import { instantOf, messageId, millisecondsOf, numberOf, streamId, zulipId } from './zulip-ids.js';

/** The one chat whose export tells when people were there. */
export const zulipKinds: readonly EventKind[] = [
  ...([
    'login',
    'post',
    'comment',
    'reaction',
    'mention',
    'message_sent',
    'group_created',
    'group_joined',
    'group_left',
  ] as const),
];

/** It does not say who looks after a stream. */
export const zulipAttributes: readonly Attribute[] = [
  ...(['target', 'parent', 'group', 'group_creator', 'group_description', 'launch_message'] as const),
];

const sessionsAndLog = ['zerver_useractivityinterval', 'zerver_realmauditlog'];

/** Makes events of messages, sessions and the log of changes; afterwards, of reactions to these messages. */
export class ZulipEvents {
  static readonly tables: ReadonlySet<string> = new Set(['zerver_message', ...sessionsAndLog]);
  static readonly later: ReadonlySet<string> = new Set(['zerver_reaction']);

  /** What reactions have of the message that they are to. */
  private readonly reacted = new Map<number, RawEvent>();

  constructor(
    private readonly realm: Realm,
    private readonly now: Date,
  ) {}

  of(table: string, place: number, row: Fields): ImportItem[] {
    if (table === 'zerver_message') return this.ofMessage(place, row);
    if (table === 'zerver_reaction') return this.ofReaction(place, row);
    return table === 'zerver_realmauditlog' ? this.ofLog(place, row) : this.ofSession(place, row);
  }

  private ofMessage(place: number, row: Fields): ImportItem[] {
    const id = numberOf(row['id']);
    if (id === null) return [missing(place, 'id', 'zerver_message')];
    const sender = numberOf(row['sender']);
    const recipient = this.realm.recipient(row['recipient']);
    if (recipient === null) return [reject(place, 'unknown_channel', 'recipient', noRecipient, messageId(id))];
    const group = recipient.to === 'stream' ? streamId(recipient.id) : null;
    // Older exports have the other name.
    const occurred = instantOf(row['date_sent'] ?? row['pub_date']);
    const said: RawEvent = { occurred_at: occurred, actor: idOf(sender), object: messageId(id), group };
    const isBot = this.realm.isBot(sender);
    const item = this.item(place, {
      ...{ ...said, id: messageId(id), kind: 'message_sent' },
      ...(recipient.to === 'stream' ? this.inTopic(id, row) : {}),
      ...(recipient.to === 'person' && recipient.id !== sender ? { target: zulipId(recipient.id) } : {}),
    });
    if (item.type === 'rejection') return [item];
    if (this.realm.hasReactions(id)) this.reacted.set(id, { ...said, target: isBot ? null : idOf(sender) });
    if (isBot) return [byMachine(place)];
    if (recipient.to !== 'stream') return [item];
    const called = mentionedIn(row).filter((person) => person !== sender && !this.realm.isBot(person));
    return [
      item,
      ...called.map((person) => {
        const own = { id: `${messageId(id)}:mention:${person}`, kind: 'mention', target: zulipId(person) };
        return this.item(place, { ...said, ...own });
      }),
    ];
  }

  /** The first message of a topic is a post, and the others answer it. */
  private inTopic(id: number, row: Fields): Partial<RawEvent> {
    const first = this.realm.firstOf(row);
    if (first === null || first.id === id) return { kind: 'post' };
    const target = this.realm.isBot(first.sender) ? null : idOf(first.sender);
    return { kind: 'comment', parent: messageId(first.id), target };
  }

  /** The export does not say when somebody reacted: the time of the message stands for it. */
  private ofReaction(place: number, row: Fields): ImportItem[] {
    const id = numberOf(row['id']);
    if (id === null) return [missing(place, 'id', 'zerver_reaction')];
    const said = this.reacted.get(numberOf(row['message']) ?? 0);
    if (said === undefined) return [{ type: 'skipped', line: place, reason: 'unknown_message' }];
    const actor = numberOf(row['user_profile']);
    if (this.realm.isBot(actor)) return [byMachine(place)];
    return [this.item(place, { ...said, id: `zulip:reaction:${id}`, kind: 'reaction', actor: idOf(actor) })];
  }

  private ofSession(place: number, row: Fields): ImportItem[] {
    const actor = numberOf(row['user_profile']);
    if (this.realm.isBot(actor)) return [byMachine(place)];
    // A session grows at its end, so that its start names it.
    const id = `zulip:session:${actor ?? ''}:${millisecondsOf(row['start']) ?? ''}`;
    return [this.item(place, { id, occurred_at: instantOf(row['start']), kind: 'login', actor: idOf(actor) })];
  }

  /** Who came to a stream or left it; of all else that is logged nothing. */
  private ofLog(place: number, row: Fields): ImportItem[] {
    const type = row['event_type'];
    const kind = logged.joined.has(type) ? 'group_joined' : type === logged.left ? 'group_left' : null;
    if (kind === null) return [];
    const [id, actor, by] = [numberOf(row['id']), numberOf(row['modified_user']), numberOf(row['acting_user'])];
    const stream = numberOf(row['modified_stream']);
    if (this.realm.isBot(actor)) return [byMachine(place)];
    // What others do to somebody is no act of theirs, and a time that was filled in later is not its time.
    if (by !== null && by !== actor) return [{ type: 'skipped', line: place, reason: 'done_by_others' }];
    if (row['backfilled'] === true) return [{ type: 'skipped', line: place, reason: 'undated_change' }];
    const group = stream === null ? null : streamId(stream);
    const key = `zulip:log:${id ?? [actor, stream, type, millisecondsOf(row['event_time'])].join(':')}`;
    const event = { id: key, occurred_at: instantOf(row['event_time']), kind, actor: idOf(actor) };
    return [this.item(place, { ...event, object: group, group })];
  }

  private item(place: number, raw: RawEvent): ImportItem {
    return eventItem(place, raw, this.now);
  }
}

/** Whom a message calls, as it is shown: what is quoted, silent, of a group or of everybody is written otherwise. */
function mentionedIn(row: Fields): number[] {
  const found = (textOf(row['rendered_content']) ?? '').matchAll(
    /<span class="user-mention" data-user-id="(\d{1,15})">/g,
  );
  return [...new Set([...found].map(([, person]) => Number(person)))];
}

const idOf = (account: number | null) => (account === null ? null : zulipId(account));

const byMachine = (place: number): ImportItem => ({ type: 'skipped', line: place, reason: 'integration_post' });

const missing = (place: number, field: string, table: string) =>
  reject(place, 'missing_field', field, 'This field must be given.', table);

const noRecipient = 'No list of the export names the stream or the people to whom this goes.';
