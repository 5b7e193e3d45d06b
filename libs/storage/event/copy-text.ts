import { type EventRow } from './event-row.js';

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function field(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character) : text;
}

function optional(text: string | null): string {
  return text === null ? '\\N' : field(text);
}

/** Columns of `incoming_event`, in the order of `copyLine`. */
export const copyColumns =
  'position, day, source_id, id, digest, import_id, occurred_at, kind, quantity, actor, object, parent, group_key, target';

/** One line of COPY's text format, ended by a line feed. */
export function copyLine(position: number, row: EventRow): string {
  return (
    `${position}\t${row.day}\t${row.sourceId}\t${row.id}\t${row.digest}\t${row.importId ?? '\\N'}\t${row.occurredAt}\t` +
    `${row.kind}\t${row.quantity}\t${field(row.actor)}\t${optional(row.object)}\t${optional(row.parent)}\t` +
    `${optional(row.groupKey)}\t${optional(row.target)}\n`
  );
}
