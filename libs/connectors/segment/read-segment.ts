import { type Fields, fieldsOf, keyIn, keyOf, personKey, textOf, unread } from '../stream/json.js';
import { type Reading, refused, skipped } from '../stream/reading.js';
import { type FieldNames, readAct, type Surroundings } from '../stream/read-act.js';

const calls = ['track', 'page', 'screen', 'group', 'identify', 'alias'] as const;

const fieldNames: FieldNames = {
  id: 'messageId',
  occurred_at: 'timestamp',
  actor: 'userId',
  object: 'properties.objectId',
  parent: 'properties.parentId',
  group: 'properties.groupId',
  target: 'properties.targetId',
};

const objects = ['objectId', 'object_id', 'postId', 'post_id', 'articleId', 'article_id', 'fileId', 'file_id'];
const comments = ['commentId', 'comment_id', 'replyId', 'reply_id'];
const parents = ['parentId', 'parent_id', 'inReplyTo', 'in_reply_to'];
const groups = ['groupId', 'group_id', 'communityId', 'community_id', 'spaceId', 'space_id', 'channelId', 'channel_id'];
const people = [
  ...['targetId', 'target_id', 'mentionedUserId', 'mentioned_user_id', 'invitedUserId', 'invited_user_id'],
  ...['inviteeEmail', 'invitee_email', 'recipientId', 'recipient_id', 'authorId', 'author_id'],
];
const known: ReadonlySet<string> = new Set([...objects, ...comments, ...parents, ...groups, ...people, 'quantity']);

/**
 * One message of the Segment specification, which RudderStack shares. `identify` and `alias` describe people and are
 * left to the directory. No title, address of a page or other text is read.
 */
export function readSegment(document: unknown, surroundings: Surroundings): Reading {
  const message = fieldsOf(document);
  if (message === null) return refused('wrong_type', null, 'A message must be an object.');
  const id = textOf(message['messageId']);
  const call = calls.find((one) => one === message['type']);
  if (call === undefined) return refused('unknown_kind', 'type', 'The call is none of those known.', id);
  if (call === 'identify' || call === 'alias') return skipped('directory', id);
  const name = call === 'track' ? textOf(message['event']) : `${call}()`;
  if (name === null) return refused('missing_field', 'event', 'A track call must name its event.', id);
  const actor = keyOf(message['userId']);
  if (actor === null && keyOf(message['anonymousId']) !== null) return skipped('no_person', id);
  const properties = fieldsOf(message['properties']) ?? {};
  return readAct(
    {
      id,
      key: id,
      names: [name],
      // When it was sent changes with every attempt, so that it cannot be when it happened.
      time: message['timestamp'] ?? message['originalTimestamp'],
      actor: actor === null ? null : personKey(actor),
      ...thingsOf(properties, message),
      quantity: properties['quantity'],
      dropped: unread(properties, known),
    },
    surroundings,
    fieldNames,
  );
}

/** A comment is named by itself and belongs to the post; anything else is about the post. */
function thingsOf(properties: Fields, message: Fields) {
  const comment = keyIn(properties, comments);
  const other = keyIn(properties, objects);
  const parent = keyIn(properties, parents) ?? (comment === null ? null : other);
  const target = keyIn(properties, people);
  const group = keyIn(properties, groups) ?? keyOf(message['groupId']) ?? contextGroup(message);
  return { object: comment ?? other, parent, group, targets: target === null ? [] : [personKey(target)] };
}

function contextGroup(message: Fields): string | null {
  const context = fieldsOf(message['context']);
  return context === null ? null : keyOf(context['groupId']);
}
