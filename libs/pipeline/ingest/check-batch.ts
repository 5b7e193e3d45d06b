import { type CanonicalEvent, checkEvent } from '#connectors/event/canonical-event.js';
import { type EventRow } from '#storage/event/event-row.js';
import { type UnmappedName } from '#storage/source/unmapped-names.js';
import { eventRowOf, type Rejection, unkeepable } from './event-row-of.js';

/** Stands in a batch for what could not even be read. */
export class UnreadableEvent {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

/** A batch of which every event was looked at before any is written. */
export interface CheckedBatch {
  received: number;
  rows: EventRow[];
  /** Index in the batch, and id as sent, of each row. */
  origins: { index: number; id: string }[];
  rejections: Rejection[];
  /** Documents that are no event although nothing is wrong with them. */
  skipped: number;
  /** Names that mean nothing to this source, with how often each came. */
  unmapped: UnmappedName[];
  droppedFields: number;
  /** Largest delay between an event and now; null without events. */
  lagSeconds: number | null;
}

export function checkBatch(events: readonly unknown[], sourceId: number, now: Date): CheckedBatch {
  const batch = emptyBatch(events.length);
  for (const [index, raw] of events.entries()) {
    const checked = raw instanceof UnreadableEvent ? unreadable(raw) : checkEvent(raw, now);
    if ('code' in checked) {
      batch.rejections.push({ index, ...checked });
      continue;
    }
    batch.droppedFields += checked.dropped;
    addEvent(batch, checked.event, { index, id: checked.event.id }, sourceId);
  }
  return timed(batch, now);
}

export function emptyBatch(received: number): CheckedBatch {
  const lists = { rows: [], origins: [], rejections: [], unmapped: [] };
  return { received, ...lists, skipped: 0, droppedFields: 0, lagSeconds: null };
}

/** One that was found good; refused where the ledger has no place for it. */
export function addEvent(
  batch: CheckedBatch,
  event: CanonicalEvent,
  origin: { index: number; id: string },
  sourceId: number,
): void {
  const refused = unkeepable(event, origin.index);
  if (refused) {
    batch.rejections.push({ ...refused, id: origin.id });
    return;
  }
  batch.rows.push(eventRowOf(event, sourceId, null));
  batch.origins.push(origin);
}

/** The batch with its largest delay, once all of its events are in. */
export function timed(batch: CheckedBatch, now: Date): CheckedBatch {
  let earliest = '';
  for (const { occurredAt } of batch.rows) if (earliest === '' || occurredAt < earliest) earliest = occurredAt;
  if (earliest === '') return batch;
  const seconds = Math.floor((now.getTime() - Date.parse(earliest)) / 1000);
  return { ...batch, lagSeconds: Math.max(0, Math.min(seconds, 2_147_483_647)) };
}

function unreadable({ code, message }: UnreadableEvent) {
  return { id: null, code, field: null, message };
}
