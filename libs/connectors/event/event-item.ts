import { type ImportItem, reject } from '../import-item.js';
import { type CanonicalEvent, checkEvent } from './canonical-event.js';

/** What a source says of one event, of which nothing is believed before it is checked. */
export type RawEvent = Partial<Record<keyof Omit<CanonicalEvent, 'occurredAt'>, unknown>> & { occurred_at: unknown };

/** The event, or why it is none. */
export function eventItem(line: number, raw: RawEvent, now: Date): ImportItem {
  const checked = checkEvent(raw, now);
  if ('event' in checked) return { type: 'event', line, row: checked.event };
  return reject(line, checked.code, checked.field, checked.message, checked.id);
}
