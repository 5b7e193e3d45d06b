import { type CanonicalEvent } from '#connectors/event/canonical-event.js';
import { eventDigest, eventUuid, utcDay } from '#connectors/event/event-identity.js';
import { type EventKind, eventKinds } from '#domain/events/kind.js';
import { firstLedgerDay } from '#domain/events/first-ledger-day.js';
import { type EventOutcome, type EventRow } from '#storage/event/event-row.js';

/** `index` is the place in the batch from 0, or the line of the file. */
export interface Rejection {
  index: number;
  id: string | null;
  code: string;
  field: string | null;
  message: string;
}

const kindIndexes = new Map<EventKind, number>(eventKinds.map((kind, index) => [kind, index]));

/** The row of the ledger for a checked event. */
export function eventRowOf(event: CanonicalEvent, sourceId: number, importId: number | null): EventRow {
  return {
    sourceId,
    importId,
    id: eventUuid(event.id),
    day: utcDay(event.occurredAt),
    digest: eventDigest(event),
    occurredAt: event.occurredAt,
    kind: kindIndexes.get(event.kind) ?? -1,
    quantity: event.quantity,
    actor: event.actor,
    object: event.object,
    parent: event.parent,
    groupKey: event.group,
    target: event.target,
  };
}

/** What the ledger has no place for, although the event is well formed. */
export function unkeepable(event: CanonicalEvent, index: number): Rejection | null {
  if (utcDay(event.occurredAt) >= firstLedgerDay) return null;
  const message = `Events before ${firstLedgerDay} are not kept.`;
  return { index, id: event.id, code: 'early_timestamp', field: 'occurred_at', message };
}

/** The refusal that an outcome stands for, or null where the event is in. */
export function refusalOf(outcome: EventOutcome, index: number, id: string): Rejection | null {
  if (outcome === 'conflict') {
    return {
      index,
      id,
      code: 'conflict',
      field: 'id',
      message: 'The same id was sent for that day with other content, which stays.',
    };
  }
  if (outcome === 'sealed_day') {
    return {
      index,
      id,
      code: 'sealed_day',
      field: 'occurred_at',
      message: 'That day is closed: nothing more goes into it.',
    };
  }
  return null;
}
