import { type ImportItem } from '../import-item.js';
import { type Fields } from '../json/fields.js';
import { numberOf, placeOf, postItem, usernameOf, writtenItem } from './posts.js';

/** The numbers of user actions; each like stands in the list of who likes and in that of who is liked. */
const liked = new Set([1, 2]);
const written = new Set([4, 5]);
const mentioned = 7;
const privateMessage = 12;

/** Events of the page of what a person did, and what others did to them. */
export function actionItem(line: number, action: Fields, now: Date): ImportItem {
  const type = Number(action['action_type']);
  const author = action['acting_username'];
  const object = placeOf(numberOf(action['topic_id']), numberOf(action['post_number']));
  const post = numberOf(action['post_id']);
  if (written.has(type)) {
    return postItem(line, { ...action, id: action['post_id'], username: author, post_type: 1 }, now);
  }
  if (liked.has(type)) {
    const id = post === null ? null : `${post}:${usernameOf(author) ?? ''}`;
    const target = usernameOf(action['username']);
    return writtenItem(line, action, id, 'reaction', author, now, { object, target });
  }
  if (type === mentioned) {
    const target = usernameOf(action['target_username']);
    const id = post === null || target === null ? null : `${post}:${target}`;
    return writtenItem(line, action, id, 'mention', author, now, { object, target });
  }
  if (type === privateMessage) return writtenItem(line, action, post, 'message_sent', author, now, { object });
  return { type: 'skipped', line, reason: 'told_elsewhere' };
}
