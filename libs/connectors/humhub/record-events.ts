import { type EventKind } from '#domain/events/kind.js';
import { type Attribute } from '#domain/indicators/measurable.js';
import { type CanonicalEvent, checkEvent, instantMessages } from '../event/canonical-event.js';
import { type LocalClock } from '../event/local-clock.js';
import { sourceId } from '../event/source-id.js';
import { type ImportItem, reject } from '../import-item.js';
import { type Fields, fieldsOf, textOf } from '../json/fields.js';
import { humhubId, numberOf } from './directory-rows.js';

export const humhubKinds: readonly EventKind[] = [
  'post',
  'comment',
  'reaction',
  'group_created',
  'group_joined',
  'group_left',
];

/** Posts name the wall that they hang on, not the space; and a like does not say of what. */
export const humhubAttributes: readonly Attribute[] = ['parent', 'group_owner', 'group_description'];

/** The end of a class name, after the last backslash. */
const kindOfActivity: Readonly<Record<string, EventKind>> = {
  MemberAdded: 'group_joined',
  MemberRemoved: 'group_left',
  NewComment: 'comment',
  Liked: 'reaction',
  ContentCreated: 'post',
};

type RawEvent = Partial<Record<keyof Omit<CanonicalEvent, 'occurredAt' | 'id' | 'kind'>, unknown>>;

/**
 * Makes events of records. An activity that tells of a post, a comment or a like is that post, comment or like: whoever
 * saves both pages counts it once.
 */
export class RecordEvents {
  constructor(
    private readonly clock: LocalClock | null,
    private readonly now: Date,
  ) {}

  ofActivity(line: number, activity: Fields): ImportItem {
    const parts = (textOf(activity['class']) ?? '').split('\\');
    const name = parts.at(-1) ?? '';
    const isSpace = parts.at(-3) === 'space';
    const kind = name === 'Created' && isSpace ? 'group_created' : kindOf(name);
    if (kind === null) return { type: 'skipped', line, reason: 'unknown_activity' };
    const source = fieldsOf(activity['source']);
    if (source && kind === 'comment' && 'objectModel' in source) return this.ofComment(line, source);
    if (source && kind === 'post' && 'content' in source) return this.ofPost(line, source);
    if (source && kind === 'reaction' && 'createdBy' in source) return this.ofLike(line, source);
    const group = kind.startsWith('group_') ? humhubId(source?.['id']) : null;
    return this.event(line, 'activity', activity['id'], kind, activity['originator'], activity['createdAt'], { group });
  }

  ofPost(line: number, post: Fields): ImportItem {
    const metadata = fieldsOf(fieldsOf(post['content'])?.['metadata']);
    const [author, at] = [metadata?.['created_by'], metadata?.['created_at']];
    return this.event(line, 'post', post['id'], 'post', author, at, { object: named('post', post['id']) });
  }

  ofComment(line: number, comment: Fields): ImportItem {
    const model = (textOf(comment['objectModel']) ?? '').split('\\').at(-1)?.toLowerCase() ?? '';
    const parent = model === '' ? null : named(model, comment['objectId']);
    const object = named('comment', comment['id']);
    const [author, at] = [comment['createdBy'], comment['createdAt']];
    return this.event(line, 'comment', comment['id'], 'comment', author, at, { object, parent });
  }

  ofLike(line: number, like: Fields): ImportItem {
    return this.event(line, 'like', like['id'], 'reaction', like['createdBy'], like['createdAt'], {});
  }

  private event(
    line: number,
    type: string,
    id: unknown,
    kind: EventKind,
    user: unknown,
    at: unknown,
    more: RawEvent,
  ): ImportItem {
    const number = numberOf(id);
    const name = number === null ? null : sourceId('humhub', type, number);
    const actor = humhubId(fieldsOf(user)?.['id']);
    const instant = this.clock !== null && typeof at === 'string' ? this.clock.instant(at) : null;
    if (typeof instant === 'string') return reject(line, instant, 'occurred_at', instantMessages[instant], name);
    const when = instant === null ? at : new Date(instant).toISOString();
    const checked = checkEvent({ ...more, id: name, kind, actor, occurred_at: when }, this.now);
    if ('event' in checked) return { type: 'event', line, row: checked.event };
    return reject(line, checked.code, checked.field, checked.message, checked.id);
  }
}

const kindOf = (name: string): EventKind | null =>
  Object.hasOwn(kindOfActivity, name) ? (kindOfActivity[name] ?? null) : null;

function named(type: string, id: unknown): string | null {
  const number = numberOf(id);
  return number === null ? null : `humhub:${type}:${number}`;
}
