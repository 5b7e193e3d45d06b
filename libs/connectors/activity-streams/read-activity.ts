import { type Fields, fieldsOf, textOf, unread } from '../stream/json.js';
import { type Reading, refused, skipped } from '../stream/reading.js';
import { type Act, type FieldNames, readAct, type Surroundings } from '../stream/read-act.js';
import { groupIn, idOf, isMachine, peopleIn, thingsIn, typesOf } from './activity-object.js';

const fieldNames: FieldNames = { occurred_at: 'published', parent: 'object.inReplyTo', group: 'target' };

const activities: ReadonlySet<string> = new Set([
  ...['Accept', 'Activity', 'Add', 'Announce', 'Arrive', 'Block', 'Create', 'Delete', 'Dislike', 'Flag', 'Follow'],
  ...['Ignore', 'IntransitiveActivity', 'Invite', 'Join', 'Leave', 'Like', 'Listen', 'Move', 'Offer', 'Question'],
  ...['Read', 'Reject', 'Remove', 'TentativeAccept', 'TentativeReject', 'Travel', 'Undo', 'Update', 'View'],
]);

const known: ReadonlySet<string> = new Set([
  ...['@context', 'id', '@id', 'type', '@type', 'actor', 'object', 'target', 'published', 'tag', 'audience', 'context'],
]);

/**
 * One activity of Activity Streams 2.0 in its usual, compact form. People are known by the id of their actor, which is
 * their address where it begins with `mailto:`; names, summaries and contents are not read.
 */
export function readActivity(document: unknown, surroundings: Surroundings): Reading {
  const activity = fieldsOf(document);
  if (activity === null) return refused('wrong_type', null, 'An activity must be an object.');
  const given = activity['id'] ?? activity['@id'] ?? null;
  if (given !== null && typeof given !== 'string') return refused('wrong_type', 'id', 'An id must be a text.');
  const id = textOf(given);
  const types = typesOf(activity);
  const actors = thingsIn(activity, 'actor').filter((actor) => actor !== null);
  const verb = types.find((type) => activities.has(type)) ?? (actors.length > 0 ? types[0] : undefined);
  if (verb === undefined) return skipped('not_an_activity', id);
  // A question that nobody asks is a thing to be answered.
  if (verb === 'Question' && actors.length === 0) return skipped('not_an_activity', id);
  const [actor] = actors;
  if (typeof actor === 'number' || typeof actor === 'boolean')
    return refused('wrong_type', 'actor', 'An actor must be named or written out.', id);
  if (isMachine(typesOf(actor))) return skipped('no_person', id);
  return readAct(actOf(activity, verb, id, peopleIn([actor])[0] ?? null), surroundings, fieldNames);
}

function actOf(activity: Fields, verb: string, id: string | null, actor: string | null): Act {
  const things = thingsIn(activity, 'object');
  const [thing] = things;
  const [type] = typesOf(thing);
  const written = fieldsOf(thing);
  const around = ['target', 'audience', 'context'].flatMap((name) => thingsIn(activity, name));
  const tags = [...thingsIn(activity, 'tag'), ...(written ? thingsIn(written, 'tag') : [])];
  return {
    id,
    key: id,
    names: type === undefined ? [verb] : [`${verb}+${type}`, verb],
    time: activity['published'] ?? undefined,
    actor,
    object: objectOf(verb, thing, written),
    parent: written === null ? null : idOf(thingsIn(written, 'inReplyTo')[0]),
    group: groupIn([...things, ...around]) ?? (verb === 'Join' || verb === 'Leave' ? idOf(thing) : null),
    targets: verb === 'Invite' ? invited(things, thingsIn(activity, 'target')) : author(written),
    mentions: peopleIn(tags.filter((tag) => typesOf(tag).includes('Mention'))),
    dropped: unread(activity, known),
  };
}

/** What is taken back is known by what it was done to. */
function objectOf(verb: string, thing: unknown, written: Fields | null): string | null {
  const undone = verb === 'Undo' && written !== null ? thingsIn(written, 'object')[0] : undefined;
  return undone === undefined ? (thing === undefined ? null : idOf(thing)) : idOf(undone);
}

/** Somebody is invited to something, or something is what somebody is invited as. */
function invited(things: readonly unknown[], targets: readonly unknown[]): string[] {
  const persons = things.filter((thing) => typesOf(thing).includes('Person'));
  return peopleIn(persons.length > 0 ? persons : targets);
}

function author(written: Fields | null): string[] {
  return written === null
    ? []
    : peopleIn([...thingsIn(written, 'attributedTo'), ...thingsIn(written, 'actor')]).slice(0, 1);
}
