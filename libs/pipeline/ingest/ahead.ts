import { type EventRow } from '#storage/event/event-row.js';

/** Clocks that are set by a time server differ by less. */
const tolerated = 60_000;

/** Events dated after they arrived, and by how much at most: the clock of the source, or its zone, is wrong. */
export function aheadOf(
  rows: readonly Pick<EventRow, 'occurredAt'>[],
  now: Date,
): { ahead: number; aheadSeconds: number | null } {
  const latest = new Date(now.getTime() + tolerated).toISOString();
  let [ahead, last] = [0, ''];
  for (const { occurredAt } of rows) {
    if (occurredAt <= latest) continue;
    ahead++;
    if (occurredAt > last) last = occurredAt;
  }
  return { ahead, aheadSeconds: ahead === 0 ? null : Math.round((Date.parse(last) - now.getTime()) / 1000) };
}
