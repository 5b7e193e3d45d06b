import { type Fields, fieldsOf, listOf, personKey, textOf, unread } from '../stream/json.js';
import { type Reading, refused, skipped } from '../stream/reading.js';
import { type FieldNames, readAct, type Surroundings } from '../stream/read-act.js';

const fieldNames: FieldNames = {
  occurred_at: 'timestamp',
  object: 'object.id',
  parent: 'object.id',
  group: 'context.contextActivities.grouping',
  target: 'object',
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const known: ReadonlySet<string> = new Set([
  ...['id', 'actor', 'verb', 'object', 'timestamp', 'context', 'version', 'stored', 'authority'],
]);

/**
 * One statement of xAPI 1.0 or 2.0. An agent is known by its mailbox, its OpenID, the name of its account, or the hash
 * of its mailbox, in this order; results, extensions and displayed names are not read.
 */
export function readStatement(document: unknown, surroundings: Surroundings): Reading {
  const statement = fieldsOf(document);
  if (statement === null) return refused('wrong_type', null, 'A statement must be an object.');
  const id = textOf(statement['id']);
  if (statement['id'] !== undefined && (id === null || !uuid.test(id)))
    return refused('wrong_type', 'id', 'The id of a statement must be a UUID.');
  const actor = fieldsOf(statement['actor']);
  if (actor === null) return refused('missing_field', 'actor', 'A statement must name its actor.', id);
  const verb = textOf(fieldsOf(statement['verb'])?.['id']);
  if (verb === null) return refused('missing_field', 'verb.id', 'A statement must name its verb.', id);
  const object = fieldsOf(statement['object']);
  if (object === null) return refused('missing_field', 'object', 'A statement must have an object.', id);
  if (actor['objectType'] === 'Group') return skipped('no_person', id);
  const agent = agentKey(actor);
  if (agent === null) return refused('missing_field', 'actor', 'An agent must have something to be known by.', id);
  const type = textOf(fieldsOf(object['definition'])?.['type']);
  return readAct(
    {
      id,
      key: id,
      names: type === null ? [verb] : [`${verb}+${type}`, verb],
      time: statement['timestamp'],
      actor: agent,
      ...thingsOf(object, id, /\/(?:commented|answered)\/?$/.test(verb)),
      group: groupOf(statement),
      dropped: unread(statement, known),
    },
    surroundings,
    fieldNames,
  );
}

function agentKey(agent: Fields): string | null {
  const account = fieldsOf(agent['account']);
  const mailbox = textOf(agent['mbox']);
  if (mailbox !== null) return personKey(mailbox);
  return textOf(agent['openid']) ?? (account && textOf(account['name'])) ?? textOf(agent['mbox_sha1sum']);
}

/** What the object is a part of, such as the forum of a thread. */
function groupOf(statement: Fields): string | null {
  const activities = fieldsOf(fieldsOf(statement['context'])?.['contextActivities']);
  return textOf(fieldsOf(listOf(activities?.['grouping'])[0])?.['id']);
}

/** Whoever comments names what is commented on; the comment itself has the id of its statement. */
function thingsOf(object: Fields, id: string | null, answers: boolean) {
  const isAgent = object['objectType'] === 'Agent';
  const person = isAgent ? agentKey(object) : null;
  const about = isAgent ? null : textOf(object['id']);
  const targets = person === null ? [] : [person];
  return answers ? { object: id, parent: about, targets } : { object: about, targets };
}
