import { type RawEvent, eventItem } from '../event/event-item.js';
import { sourceId } from '../event/source-id.js';
import { type ImportItem } from '../import-item.js';
import { type Fields, fieldsOf, instantOf, listOf, textOf } from '../json/fields.js';
import { mentionedUsers } from './mentions.js';
import { groupKey } from './post-events.js';
import { whyNotHuman } from './system-post.js';

/** A page of posts with the others of their threads, as `GET /channels/{id}/posts` answers. */
export interface ApiPage {
  order: readonly string[];
  posts: Fields;
  /** The next older post: empty where there is none, null where the server does not tell. */
  older: string | null;
}

export interface ApiUsers {
  /** Id → user name. */
  names: ReadonlyMap<string, string>;
  /** The user names among which mentions are looked for. */
  known: ReadonlySet<string>;
}

export function pageOf(answer: unknown): ApiPage | null {
  const page = fieldsOf(answer);
  const posts = fieldsOf(page?.['posts']);
  const order = page?.['order'];
  if (!posts || !Array.isArray(order)) return null;
  const older = page?.['prev_post_id'];
  const ids = order.filter((id): id is string => typeof id === 'string');
  return { order: ids, posts, older: typeof older === 'string' ? older : null };
}

/**
 * The acts of a page. Other than an export the API has ids, which outlive the editing of a message: what a message says is
 * read for mentions only. `line` is the number of the page.
 */
export function actsOf(page: ApiPage, line: number, channel: Fields, users: ApiUsers, now: Date): ImportItem[] {
  const group = groupKey(channel['team_name'], channel['name']);
  return page.order.flatMap((id) => {
    const post = fieldsOf(page.posts[id]);
    if (post === null) return [];
    const root = textOf(post['root_id']);
    const place = { line, group, root, answered: root === null ? null : nameOf(fieldsOf(page.posts[root]), users) };
    return [...ofWriting(id, post, place, users, now), ...ofReactions(id, post, place, users, now)];
  });
}

interface Place {
  line: number;
  group: string | null;
  /** The post that is answered, and who wrote it. */
  root: string | null;
  answered: string | null;
}

/** Accounts made after the users were asked for are met again the next time. */
const unknownAuthor = (line: number): ImportItem => ({ type: 'skipped', line, reason: 'unknown_author' });

function ofWriting(id: string, post: Fields, place: Place, users: ApiUsers, now: Date): ImportItem[] {
  const { line, group, root, answered } = place;
  const actor = nameOf(post, users);
  if (actor === null) return [unknownAuthor(line)];
  const reason = whyNotHuman(post, actor);
  if (reason !== null) return [{ type: 'skipped', line, reason }];
  const own = postId(id);
  const written: RawEvent = { occurred_at: instantAt(post), actor, object: own, group };
  const act = {
    kind: root === null ? 'post' : 'comment',
    parent: root === null ? null : postId(root),
    target: answered,
  };
  const first = eventItem(line, { ...written, ...act, id: own }, now);
  if (first.type === 'rejection') return [first];
  const files = Array.isArray(post['file_ids']) ? post['file_ids'].length : 0;
  const shared = { ...written, id: `${own}:files`, kind: 'file_shared', quantity: files };
  const mentions = mentionedUsers(textOf(post['message']) ?? '', actor, users.known).map((target) =>
    eventItem(line, { ...written, id: sourceId('mattermost', 'mention', id, target), kind: 'mention', target }, now),
  );
  return [first, ...(files > 0 ? [eventItem(line, shared, now)] : []), ...mentions];
}

function ofReactions(id: string, post: Fields, { line, group }: Place, users: ApiUsers, now: Date): ImportItem[] {
  return listOf(fieldsOf(post['metadata'])?.['reactions']).map((reaction) => {
    const actor = nameOf(reaction, users);
    if (actor === null) return unknownAuthor(line);
    const key = [id, textOf(reaction['user_id']), textOf(reaction['emoji_name']), String(reaction['create_at'])];
    const act = { kind: 'reaction', actor, object: postId(id), group, target: nameOf(post, users) };
    return eventItem(
      line,
      { ...act, id: sourceId('mattermost', 'reaction', ...key), occurred_at: instantAt(reaction) },
      now,
    );
  });
}

const postId = (id: string) => sourceId('mattermost', 'post', id);

/** What is no instant is handed on, for the check to refuse. */
const instantAt = ({ create_at: at }: Fields): unknown => instantOf(at) ?? 'not an instant';

function nameOf(fields: Fields | null, { names }: ApiUsers): string | null {
  const id = textOf(fields?.['user_id']);
  return id === null ? null : (names.get(id) ?? null);
}
