import { hash } from 'node:crypto';
import { eventItem } from '../event/event-item.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, textOf } from '../json/fields.js';
import { groupOf, makerOf, personOf } from './directory-rows.js';
import { instantOf, numberOf, streamId, zulipId } from './zulip-ids.js';

/** Numbers that Zulip gives to what its log of changes tells. */
export const logged = { joined: new Set<unknown>([301, 302]), left: 303, streamMade: 601 };

/** Where a message goes: to one person, to a stream, or to several people whom the export does not name here. */
type Recipient = { to: 'person' | 'stream'; id: number } | { to: 'several' };

/** The first message of a topic, which the others answer. */
interface First {
  id: number;
  sender: number | null;
}

const accounts = new Set(['zerver_userprofile', 'zerver_userprofile_mirrordummy', 'zerver_userprofile_crossrealm']);

/** What the rows of an export say of one another, whatever their order: learnt in a first reading, asked in the next. */
export class Realm {
  static readonly tables: ReadonlySet<string> = new Set([
    ...accounts,
    ...['zerver_stream', 'zerver_recipient', 'zerver_realmauditlog', 'zerver_message', 'zerver_reaction'],
    // Nothing is learnt of sessions; but what is broken is told in the first reading.
    'zerver_useractivityinterval',
  ]);

  private readonly people = new Set<number>();
  private readonly bots = new Set<number>();
  private readonly streams = new Map<number, { place: number; stream: Fields }>();
  private readonly makers = new Map<number, number>();
  private readonly recipients = new Map<number, Recipient>();
  private readonly firsts = new Map<string, First>();
  private readonly reacted = new Set<number>();

  isBot(account: number | null): boolean {
    return account !== null && this.bots.has(account);
  }

  recipient(id: unknown): Recipient | null {
    return this.recipients.get(numberOf(id) ?? 0) ?? null;
  }

  firstOf(message: Fields): First | null {
    return this.firsts.get(topicOf(message)) ?? null;
  }

  hasReactions(message: number): boolean {
    return this.reacted.has(message);
  }

  learn(table: string, place: number, row: Fields): ImportItem[] {
    if (table === 'zerver_reaction') this.reacted.add(numberOf(row['message']) ?? 0);
    else if (table === 'zerver_message') this.learnMessage(row);
    else if (table === 'zerver_recipient') this.learnRecipient(row);
    else if (table === 'zerver_realmauditlog') this.learnMaker(row);
    else if (table === 'zerver_stream' || accounts.has(table)) return this.ofDirectory(table, place, row);
    return [];
  }

  /** Streams, once everything is learnt that may name their makers. */
  groups(now: Date): ImportItem[] {
    return [...this.streams].flatMap(([id, { place, stream }]): ImportItem[] => {
      const creator = makerOf(stream) ?? this.makers.get(id) ?? null;
      const group: ImportItem = { type: 'group', line: place, row: groupOf(id, stream, creator) };
      const occurred = instantOf(stream['date_created']);
      if (creator === null || occurred === null || this.isBot(creator)) return [group];
      const event = { id: `${streamId(id)}:created`, occurred_at: occurred, kind: 'group_created' };
      const own = { actor: zulipId(creator), object: streamId(id), group: streamId(id) };
      return [group, eventItem(place, { ...event, ...own }, now)];
    });
  }

  private ofDirectory(table: string, place: number, row: Fields): ImportItem[] {
    const id = numberOf(row['id']);
    if (id === null) return [reject(place, 'missing_field', 'id', 'This field must be given.', table)];
    if (table === 'zerver_stream') this.streams.set(id, { place, stream: row });
    if (!accounts.has(table) || this.people.has(id)) return [];
    this.people.add(id);
    const person = personOf(id, row, table === 'zerver_userprofile_crossrealm');
    if (person.bot) this.bots.add(id);
    return [{ type: 'person', line: place, row: person }];
  }

  private learnRecipient(row: Fields): void {
    const [key, id] = [numberOf(row['id']), numberOf(row['type_id'])];
    if (key === null || id === null) return;
    if (row['type'] === 1) this.recipients.set(key, { to: 'person', id });
    else if (row['type'] === 2) this.recipients.set(key, { to: 'stream', id });
    else if (row['type'] === 3) this.recipients.set(key, { to: 'several' });
  }

  private learnMaker(row: Fields): void {
    const [stream, maker] = [numberOf(row['modified_stream']), numberOf(row['acting_user'])];
    if (row['event_type'] === logged.streamMade && stream !== null && maker !== null) this.makers.set(stream, maker);
  }

  private learnMessage(row: Fields): void {
    const id = numberOf(row['id']);
    if (id === null) return;
    const topic = topicOf(row);
    const known = this.firsts.get(topic);
    // Messages are numbered as they come, and files of a tarball lie in any order.
    if (known === undefined || id < known.id) this.firsts.set(topic, { id, sender: numberOf(row['sender']) });
  }
}

/** Topics are the same in any case. Their words are not kept, not even here. */
function topicOf(message: Fields): string {
  const words = (textOf(message['subject']) ?? '').toLowerCase();
  return hash('sha256', JSON.stringify([message['recipient'], words]), 'base64url').slice(0, 22);
}
