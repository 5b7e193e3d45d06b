import { ingestLimits } from '#contract/events.js';
import { UnreadableEvent } from '#pipeline/ingest/check-batch.js';
import { refuse } from './ingest-problem.js';
import { isBlank, parseBody, parseJson, textIn } from './parse-json.js';

/** What a body holds: events not yet looked at, and the names that it gives itself. */
export interface Envelope {
  events: unknown[];
  organization?: unknown;
  source?: unknown;
}

export function readEvents(body: Buffer, isLines: boolean): Envelope {
  const envelope = isLines ? { events: readLines(textIn(body)) } : readDocument(body);
  if (envelope.events.length === 0) throw refuse.emptyBatch();
  if (envelope.events.length > ingestLimits.events) throw refuse.tooManyEvents();
  return envelope;
}

function readDocument(body: Buffer): Envelope {
  if (isBlank(body)) throw refuse.emptyBatch();
  const document = parseBody(body);
  if (document === undefined) throw refuse.malformedJson();
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw refuse.badEnvelope();
  if (!Object.hasOwn(document, 'events')) return { events: [document] };
  const { events, organization, source } = document as Record<string, unknown>;
  if (!Array.isArray(events)) throw refuse.badEnvelope();
  return { events, organization, source };
}

/** A line that cannot be read costs its own event only; its place counts. */
function readLines(text: string): unknown[] {
  const events: unknown[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (events.length > ingestLimits.events) break;
    events.push(readLine(line));
  }
  return events;
}

function readLine(line: string): unknown {
  if (Buffer.byteLength(line) > ingestLimits.eventBytes) {
    return new UnreadableEvent('event_too_large', 'The event is larger than 32 KB.');
  }
  const event = parseJson(line);
  return event === undefined ? new UnreadableEvent('malformed_json', 'The line is not valid JSON.') : event;
}
