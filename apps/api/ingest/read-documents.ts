import { unfoldCollection } from '#connectors/activity-streams/unfold-collection.js';
import { ingestLimits } from '#contract/events.js';
import { type Documents } from './event-intake.js';
import { refuse } from './ingest-problem.js';
import { isBlank, parseBody } from './parse-json.js';

export type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** What the body of `POST /v1/events` is written in; undefined = nothing that is known here. */
export type BodyForm = 'event' | 'lines' | 'cloudevent' | 'cloudevents' | 'cloudevent-headers' | 'activity';

const forms: Readonly<Record<string, BodyForm>> = {
  'application/json': 'event',
  'application/x-ndjson': 'lines',
  'application/cloudevents+json': 'cloudevent',
  'application/cloudevents-batch+json': 'cloudevents',
  'application/activity+json': 'activity',
  'application/ld+json': 'activity',
};

export function mediaTypeOf(headers: RequestHeaders): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** A CloudEvent in binary mode is known by its headers; its content may be of any type. */
export function formOf(headers: RequestHeaders): BodyForm | undefined {
  const type = mediaTypeOf(headers);
  const form = Object.hasOwn(forms, type) ? forms[type] : undefined;
  const isStructured = form === 'cloudevent' || form === 'cloudevents';
  return headers['ce-specversion'] !== undefined && !isStructured ? 'cloudevent-headers' : form;
}

/** The documents of a body in one of the foreign forms. Throws a problem for what is not JSON, or too much of it. */
export function readDocuments(body: Buffer, form: BodyForm, headers: RequestHeaders): Documents {
  const isBinary = form === 'cloudevent-headers';
  const documents = isBinary ? [cloudEventIn(headers, body)] : unfold(documentIn(body), form);
  if (documents.length > ingestLimits.events) throw refuse.tooManyEvents();
  return { vocabulary: form === 'activity' ? 'activity-streams' : 'cloudevents', documents };
}

/** The one JSON document that a body is. */
export function documentIn(body: Buffer): unknown {
  if (isBlank(body)) throw refuse.emptyBatch();
  const document = parseBody(body);
  if (document === undefined) throw refuse.malformedJson();
  return document;
}

function unfold(document: unknown, form: BodyForm): readonly unknown[] {
  const documents = form === 'activity' ? unfoldCollection(document) : Array.isArray(document) ? document : [document];
  const isWrong = documents === null || (form === 'cloudevents') !== Array.isArray(document);
  if (isWrong) throw refuse.badDocument();
  return documents as readonly unknown[];
}

/** The same event as in the JSON form: attributes from the headers, data from the body if that is JSON. */
function cloudEventIn(headers: RequestHeaders, body: Buffer): Record<string, unknown> {
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith('ce-') && value !== undefined ? [[name.slice(3), decoded(value)] as const] : [],
  );
  const type = headers['content-type'];
  const isJson = /^[\w.+-]+\/(?:[\w.+-]+\+)?json$/.test(mediaTypeOf(headers));
  const event = { ...Object.fromEntries(attributes), ...(type === undefined ? {} : { datacontenttype: type }) };
  return isJson && body.length > 0 ? { ...event, data: documentIn(body) } : event;
}

/** Headers hold what is not ASCII with percent signs; what cannot be read stays as it is. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}
