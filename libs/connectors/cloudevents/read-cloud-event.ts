import { type InstantProblem, parseInstant } from '../event/instant.js';
import { type Fields, fieldsOf, keyIn, listOf, personKey, tellable, textOf, unread } from '../stream/json.js';
import { type Reading, refused, type StreamCode } from '../stream/reading.js';
import { type FieldNames, readAct, type Surroundings } from '../stream/read-act.js';

const fieldNames: FieldNames = {
  occurred_at: 'time',
  actor: 'subject',
  object: 'data.object',
  parent: 'data.parent',
  group: 'data.group',
  target: 'data.target',
};

const required = ['id', 'source', 'type'] as const;
const known: ReadonlySet<string> = new Set(['actor', 'object', 'parent', 'group', 'target', 'mentions', 'quantity']);

// RFC 3339, which wants seconds and whole offsets; without an offset it is read all the same, to say so.
const timestamp = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)?$/;
const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+ *(?:;.*)?$/;

/**
 * One CloudEvent 1.0 in its JSON form. Who did it is `data.actor`, else the extension `authid`, else `subject`; the
 * other things have the names of our own fields in `data`. `source` and `id` together are its identity.
 */
export function readCloudEvent(document: unknown, surroundings: Surroundings): Reading {
  const event = fieldsOf(document);
  if (event === null) return refused('wrong_type', null, 'An event must be an object.');
  const problem = problemOf(event);
  const id = textOf(event['id']);
  if (problem !== null) return refused(...problem, tellable(id));
  const data = fieldsOf(event['data']) ?? {};
  const subject = textOf(event['subject']);
  const named = keyIn(data, ['actor']) ?? textOf(event['authid']);
  const actor = named ?? subject;
  const target = keyIn(data, ['target']);
  const object = keyIn(data, ['object']) ?? (named === null ? null : subject);
  return readAct(
    {
      id,
      key: `${String(event['source'])}#${id}`,
      names: [String(event['type'])],
      time: event['time'],
      actor: actor === null ? null : personKey(actor),
      object,
      parent: keyIn(data, ['parent']),
      group: keyIn(data, ['group']),
      targets: target === null ? [] : [personKey(target)],
      mentions: listOf(data['mentions']).flatMap((one) => personKey(textOf(one) ?? '') || []),
      quantity: data['quantity'],
      dropped: unread(data, known),
    },
    surroundings,
    fieldNames,
  );
}

type Problem = readonly [code: StreamCode, field: string | null, message: string];

/** What the specification forbids, whatever the type means here. An attribute that is null is absent. */
function problemOf(event: Fields): Problem | null {
  if (event['specversion'] === undefined || event['specversion'] === null)
    return ['missing_field', 'specversion', 'An event must say its version.'];
  if (event['specversion'] !== '1.0') return ['unsupported_version', 'specversion', 'The only version known is 1.0.'];
  for (const name of required) {
    const value = event[name];
    if (value === undefined || value === null || value === '')
      return ['missing_field', name, 'This attribute must be given.'];
    if (typeof value !== 'string') return ['wrong_type', name, 'This attribute must be a text.'];
  }
  const { subject, time, datacontenttype, dataschema } = event;
  const texts = { subject, time, datacontenttype, dataschema };
  for (const [name, value] of Object.entries(texts)) {
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return ['wrong_type', name, 'This attribute must be a text.'];
    if (value === '') return ['bad_attribute', name, 'This attribute may be absent, not empty.'];
  }
  if (typeof datacontenttype === 'string' && !mediaType.test(datacontenttype))
    return ['bad_attribute', 'datacontenttype', 'This is no media type.'];
  const instant = typeof time === 'string' ? instantOf(time) : 0;
  if (typeof instant === 'string') return [instant, 'time', 'The instant is not written as RFC 3339 wants it.'];
  if ((event['data'] ?? null) !== null && (event['data_base64'] ?? null) !== null)
    return ['bad_attribute', 'data_base64', 'An event has data in one form only.'];
  return extensionProblem(event);
}

function instantOf(time: string): number | InstantProblem {
  return timestamp.test(time) ? parseInstant(time) : 'bad_timestamp';
}

const own: ReadonlySet<string> = new Set(['data', 'data_base64']);

/** The name of an extension may be anything, so it is not told. */
function extensionProblem(event: Fields): Problem | null {
  for (const [name, value] of Object.entries(event)) {
    if (own.has(name)) continue;
    if (!/^[a-z0-9]+$/.test(name))
      return ['bad_attribute', null, 'Attributes are named with small letters and digits only.'];
    if (typeof value === 'object' && value !== null) return ['bad_attribute', null, 'Attributes hold no objects.'];
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      return ['bad_attribute', null, 'Attributes hold whole numbers only.'];
  }
  return null;
}
