import { firstLedgerDay } from '#domain/events/first-ledger-day.js';
import { type EventKind, isEventKind } from '#domain/events/kind.js';
import { isUtcShaped, parseInstant } from './instant.js';
import { type LocalTimeProblem } from './local-clock.js';
import { textMessages, textProblem } from './text-problem.js';

/** What every source is turned into. `occurredAt` is in UTC with milliseconds; a field left empty is null, never ''. */
export interface CanonicalEvent {
  /** As the source gave it. */
  id: string;
  occurredAt: string;
  kind: EventKind;
  actor: string;
  object: string | null;
  parent: string | null;
  group: string | null;
  /** The person addressed. */
  target: string | null;
  quantity: number;
}

export type EventRejectionCode =
  | 'wrong_type'
  | 'missing_field'
  | 'too_long'
  | 'control_character'
  | 'bad_encoding'
  | 'naive_timestamp'
  | 'bad_timestamp'
  | 'early_timestamp'
  | 'future_timestamp'
  | 'no_such_local_time'
  | 'not_as_declared'
  | 'unknown_kind'
  | 'bad_quantity'
  | 'event_too_large'
  // Known to the ledger only, after the check.
  | 'conflict'
  | 'sealed_day';

/** `index` is the place in the batch from 0, or the line of the file from 1. */
export interface EventRejection {
  index: number;
  id: string | null;
  code: EventRejectionCode;
  field: string | null;
  message: string;
}

export type EventProblem = Omit<EventRejection, 'index'>;
export type CheckedEvent = { event: CanonicalEvent; dropped: number };

export const eventLimits = { idLength: 128, textLength: 256, quantity: 1_000_000, bytes: 32 * 1024, futureHours: 24 };
const firstInstant = Date.parse(firstLedgerDay);

const fields: ReadonlySet<string> = new Set([
  'id',
  'occurred_at',
  'kind',
  'actor',
  'object',
  'parent',
  'group',
  'target',
  'quantity',
]);

/** Checks one event as it came; what is not one of our fields is dropped and counted. */
export function checkEvent(raw: unknown, now: Date): CheckedEvent | EventProblem {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { id: null, code: 'wrong_type', field: null, message: 'An event must be an object.' };
  }
  const source = raw as Record<string, unknown>;
  let dropped = 0;
  for (const field in source) if (!fields.has(field)) dropped++;
  // Known fields are bounded one by one, so that only an event with others can be too large.
  if (dropped > 0 && isTooLarge(raw)) {
    return eventProblem(source, 'event_too_large', null, 'The event is larger than 32 KB.');
  }
  const result = checkFields(source, now.getTime());
  return 'code' in result ? result : { event: result, dropped };
}

/** Whether it takes more than 32 KB once written out. */
export function isTooLarge(raw: object): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(raw)) > eventLimits.bytes;
  } catch (error) {
    // Nested so deeply that it cannot even be written out again.
    if (error instanceof RangeError) return true;
    throw error;
  }
}

function checkFields(source: Record<string, unknown>, now: number): CanonicalEvent | EventProblem {
  const { id, occurred_at: occurredAt, kind, actor, object, parent, group, target, quantity } = source;
  if (!isText(id)) return notText(source, 'id', id);
  if (!isText(occurredAt)) return notText(source, 'occurred_at', occurredAt);
  if (!isText(kind)) return notText(source, 'kind', kind);
  if (!isText(actor)) return notText(source, 'actor', actor);
  const texts =
    badText(source, 'id', id, eventLimits.idLength) ??
    badText(source, 'actor', actor, eventLimits.textLength) ??
    badOptional(source, 'object', object) ??
    badOptional(source, 'parent', parent) ??
    badOptional(source, 'group', group) ??
    badOptional(source, 'target', target);
  if (texts !== null) return texts;
  if (!isEventKind(kind)) return eventProblem(source, 'unknown_kind', 'kind', 'The kind is not one of those known.');
  const instant = parseInstant(occurredAt);
  if (typeof instant === 'string') return eventProblem(source, instant, 'occurred_at', instantMessages[instant]);
  if (instant < firstInstant)
    return eventProblem(source, 'early_timestamp', 'occurred_at', instantMessages.early_timestamp);
  if (instant > now + eventLimits.futureHours * 3_600_000) {
    return eventProblem(source, 'future_timestamp', 'occurred_at', 'The instant is more than 24 hours ahead.');
  }
  const amount = quantity ?? 1;
  if (typeof amount !== 'number')
    return eventProblem(source, 'wrong_type', 'quantity', 'The quantity must be a number.');
  if (!Number.isInteger(amount) || amount < 1 || amount > eventLimits.quantity) {
    return eventProblem(source, 'bad_quantity', 'quantity', 'The quantity must be a whole number from 1 to 1,000,000.');
  }
  if (kind === 'invitation_sent' && !isText(target)) return notText(source, 'target', target);
  return {
    id,
    occurredAt: isUtcShaped(occurredAt) ? occurredAt : new Date(instant).toISOString(),
    kind,
    actor,
    object: textOrNull(object),
    parent: textOrNull(parent),
    group: textOrNull(group),
    target: textOrNull(target),
    quantity: amount,
  };
}

/** Why an instant was not understood; the declared format counts as well where there is one. */
export const instantMessages: Record<LocalTimeProblem, string> = {
  naive_timestamp: 'The instant has no offset from UTC, and no zone is declared.',
  bad_timestamp: 'The instant is not written as ISO 8601 or the declared format, or does not exist.',
  early_timestamp: `Events before ${firstLedgerDay} are not kept.`,
  not_as_declared: 'The instant is not written in the declared format.',
  no_such_local_time: 'The clocks were put forward over this local time: it did not exist.',
};

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.trim() !== '';
}

function textOrNull(value: unknown): string | null {
  return isText(value) ? value : null;
}

function notText(source: Record<string, unknown>, field: string, value: unknown): EventProblem {
  return value === undefined || value === null || typeof value === 'string'
    ? eventProblem(source, 'missing_field', field, 'This field must be given.')
    : eventProblem(source, 'wrong_type', field, 'This field must be a text.');
}

function badOptional(source: Record<string, unknown>, field: string, value: unknown): EventProblem | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') return eventProblem(source, 'wrong_type', field, 'This field must be a text.');
  return badText(source, field, value, eventLimits.textLength);
}

function badText(source: Record<string, unknown>, field: string, value: string, maximum: number): EventProblem | null {
  const found = textProblem(value, maximum);
  return found === null ? null : eventProblem(source, found, field, textMessages[found]);
}

/** The id is told only where it can be stored as it is. */
export function eventProblem(
  { id }: Record<string, unknown>,
  code: EventRejectionCode,
  field: string | null,
  message: string,
): EventProblem {
  const telling = isText(id) && textProblem(id, eventLimits.idLength) === null;
  return { id: telling ? id : null, code, field, message };
}
