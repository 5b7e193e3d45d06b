import { type ImportItem, reject } from '../import-item.js';
import { eventItem } from '../event/event-item.js';
import { type Fields, textOf } from '../json/fields.js';
import { creatorOf, groupOf } from './directory-rows.js';
import { instantOfSeconds, slackId } from './slack-ids.js';

/** Lists of conversations at the head of an export, and whether anybody may join those that they hold. */
const lists: ReadonlyMap<string, 'open' | 'closed' | 'direct'> = new Map([
  ['channels.json', 'open'],
  ['groups.json', 'closed'],
  ['dms.json', 'direct'],
  ['mpims.json', 'direct'],
]);

/** Where messages are written. */
export interface Conversation {
  id: string;
  /** Who reads it, of a conversation between people; null of a channel. */
  readers: readonly string[] | null;
}

export const isConversationList = (fileName: string) => lists.has(fileName);

/** The conversations of an export by the folder of their messages, which is named after them and not after their id. */
export class Conversations {
  private readonly byFolder = new Map<string, Conversation>();

  constructor(private readonly now: Date) {}

  ofFolder(folder: string): Conversation | null {
    return this.byFolder.get(folder) ?? null;
  }

  /** Learns one element of a list. `above`: the folder in which the list lies, which is that of its workspace. */
  learn(above: string, fileName: string, place: number, element: Fields): ImportItem[] {
    const id = textOf(element['id']);
    if (id === null) return [reject(place, 'missing_field', 'id', 'This field must be given.', fileName)];
    const how = lists.get(fileName);
    const members = Array.isArray(element['members']) ? element['members'].map(textOf) : [];
    const readers = how === 'direct' ? members.filter((member) => member !== null) : null;
    for (const name of [id, textOf(element['name'])])
      if (name !== null) this.byFolder.set(above + name.normalize('NFC'), { id, readers });
    return how === 'direct' ? [] : this.ofChannel(place, element, how === 'open', fileName);
  }

  private ofChannel(place: number, channel: Fields, isOpen: boolean, fileName: string): ImportItem[] {
    const row = groupOf(channel, isOpen);
    if (row === null) return [reject(place, 'wrong_type', 'id', 'This is no id of a channel.', fileName)];
    const items: ImportItem[] = [{ type: 'group', line: place, row }];
    const [created, creator] = [instantOfSeconds(channel['created']), creatorOf(channel)];
    if (created === null || creator === null) return items;
    const { groupId } = row;
    const event = { id: slackId(groupId, 'created'), occurred_at: created, kind: 'group_created', actor: creator };
    items.push(eventItem(place, { ...event, object: groupId, group: groupId }, this.now));
    return items;
  }
}
