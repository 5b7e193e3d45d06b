import { checkEvent } from '#connectors/event/canonical-event.js';
import { type EventRow } from '#storage/event/event-row.js';
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
  droppedFields: number;
  /** Largest delay between an event and now; null without events. */
  lagSeconds: number | null;
}

export function checkBatch(events: readonly unknown[], sourceId: number, now: Date): CheckedBatch {
  const batch: CheckedBatch = {
    received: events.length,
    rows: [],
    origins: [],
    rejections: [],
    droppedFields: 0,
    lagSeconds: null,
  };
  let earliest = '';
  for (const [index, raw] of events.entries()) {
    const checked = raw instanceof UnreadableEvent ? unreadable(raw) : checkEvent(raw, now);
    if ('code' in checked) {
      batch.rejections.push({ index, ...checked });
      continue;
    }
    batch.droppedFields += checked.dropped;
    const refused = unkeepable(checked.event, index);
    if (refused) {
      batch.rejections.push(refused);
      continue;
    }
    const row = eventRowOf(checked.event, sourceId, null);
    if (earliest === '' || row.occurredAt < earliest) earliest = row.occurredAt;
    batch.rows.push(row);
    batch.origins.push({ index, id: checked.event.id });
  }
  if (earliest !== '') {
    const seconds = Math.floor((now.getTime() - Date.parse(earliest)) / 1000);
    batch.lagSeconds = Math.max(0, Math.min(seconds, 2_147_483_647));
  }
  return batch;
}

function unreadable({ code, message }: UnreadableEvent) {
  return { id: null, code, field: null, message };
}
