import { hash } from 'node:crypto';
import { type EventKind } from '#domain/events/kind.js';
import { type Attribute } from '#domain/indicators/measurable.js';
import { type RawEvent, eventItem } from '../event/event-item.js';
import { type ImportItem } from '../import-item.js';
import { type Fields, instantOf, listOf, textOf } from '../json/fields.js';
import { mentionedUsers } from './mentions.js';
import { whyNotHuman } from './system-post.js';
import { usernameOf } from './username.js';

/** An export holds what was written, never who came: no sign-in, no view, no invitation. */
export const mattermostKinds: readonly EventKind[] = [
  'post',
  'comment',
  'reaction',
  'mention',
  'message_sent',
  'file_shared',
];

/** Nor who created a channel or looks after it. */
export const mattermostAttributes: readonly Attribute[] = [
  'target',
  'parent',
  'group',
  'group_description',
  'launch_message',
];

/** What a message is part of. */
interface Place {
  line: number;
  group: string | null;
  /** Natural key of the conversation, from which ids are made. */
  key: string;
  parent: { id: string; author: string | null } | null;
  /** Who reads a private message, its author among them; such a message is counted as sent and is nothing else. */
  readers: readonly string[] | null;
}

/** Makes events of posts; what they say is read for mentions and hashed for ids, and never goes further. */
export class PostEvents {
  constructor(
    private readonly users: ReadonlySet<string>,
    private readonly now: Date,
  ) {}

  ofChannel(line: number, post: Fields): ImportItem[] {
    const group = groupKey(post['team'], post['channel']);
    return this.ofMessage(post, { line, group, key: group ?? '', parent: null, readers: null });
  }

  ofDirect(line: number, post: Fields): ImportItem[] {
    const list = post['channel_members'];
    const members = (Array.isArray(list) ? list.map(usernameOf) : []).filter((member) => member !== null).sort();
    return this.ofMessage(post, { line, group: null, key: members.join(','), parent: null, readers: members });
  }

  private ofMessage(post: Fields, place: Place): ImportItem[] {
    const author = usernameOf(post['user']);
    const isReply = place.parent !== null;
    const naturalKey = [place.key, author, post['message'], post['create_at']];
    const id = idOf(place.readers ? 'direct' : isReply ? 'reply' : 'post', [place.parent?.id, ...naturalKey]);
    const skip = whyNotHuman(post, author ?? '');
    const items: ImportItem[] =
      skip === null
        ? this.ofWriting(id, author, post, place)
        : [{ type: 'skipped' as const, line: place.line, reason: skip }];
    for (const reaction of listOf(post['reactions'])) items.push(this.ofReaction(id, author, reaction, place));
    if (isReply) return items;
    // A reply may be older than its post; it belongs to it all the same.
    for (const reply of listOf(post['replies']))
      items.push(...this.ofMessage(reply, { ...place, parent: { id, author } }));
    return items;
  }

  private ofWriting(id: string, author: string | null, post: Fields, place: Place): ImportItem[] {
    const kind: EventKind = place.readers ? 'message_sent' : place.parent ? 'comment' : 'post';
    const target = place.readers ? onlyOther(place.readers, author) : (place.parent?.author ?? null);
    const written = { occurred_at: writtenAt(post), actor: author, object: id, group: place.group };
    const first = this.check(place.line, { ...written, id, kind, parent: place.parent?.id, target });
    if (first.type === 'rejection') return [first];
    const items: ImportItem[] = [first];
    const attached = listOf(post['attachments']).length;
    if (attached > 0) {
      items.push(this.check(place.line, { ...written, id: `${id}:files`, kind: 'file_shared', quantity: attached }));
    }
    if (place.readers) return items;
    for (const user of mentionedUsers(textOf(post['message']) ?? '', author ?? '', this.users)) {
      const mention = { ...written, id: idOf('mention', [id, user]), kind: 'mention', target: user };
      items.push(this.check(place.line, mention));
    }
    return items;
  }

  private ofReaction(postId: string, author: string | null, reaction: Fields, { line, group }: Place): ImportItem {
    const actor = usernameOf(reaction['user']);
    return this.check(line, {
      id: idOf('reaction', [postId, actor, reaction['emoji_name'], reaction['create_at']]),
      occurred_at: writtenAt(reaction),
      kind: 'reaction',
      actor,
      object: postId,
      group,
      target: author,
    });
  }

  private check(line: number, raw: RawEvent): ImportItem {
    return eventItem(line, raw, this.now);
  }
}

/** Nobody is addressed in particular where several read. */
function onlyOther(readers: readonly string[], author: string | null): string | null {
  const others = new Set(readers.filter((reader) => reader !== author));
  return others.size === 1 ? ([...others][0] ?? null) : null;
}

/** What is no instant is handed on as it is, for the check to refuse. */
function writtenAt({ create_at: given }: Fields): unknown {
  return instantOf(given) ?? (typeof given === 'number' ? 'not an instant' : given);
}

/** Channels have a name within their team only. */
export function groupKey(team: unknown, channel: unknown): string | null {
  const [teamName, channelName] = [textOf(team), textOf(channel)];
  return teamName === null || channelName === null ? null : `${teamName}/${channelName}`;
}

/** The export has no ids, so they are made of what the documentation names as natural keys. */
function idOf(type: string, naturalKey: readonly unknown[]): string {
  return `mattermost:${type}:${hash('sha256', JSON.stringify(naturalKey), 'hex').slice(0, 40)}`;
}
