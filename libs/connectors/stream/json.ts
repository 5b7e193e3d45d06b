import { eventLimits } from '../event/canonical-event.js';
import { textProblem } from '../event/text-problem.js';

/** One object of a document, of which nothing is believed before it is looked at. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** A list, or the one thing that stands for a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A name of something: a text, or a whole number, which many systems use. */
export function keyOf(value: unknown): string | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : textOf(value);
}

/** The first of these fields that names something. */
export function keyIn(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const key = Object.hasOwn(fields, name) ? keyOf(fields[name]) : null;
    if (key !== null) return key;
  }
  return null;
}

/** People are named by their address where there is one: `mailto:a@b` is `a@b`. */
export function personKey(text: string): string {
  return /^mailto:/i.test(text) ? text.slice(7) : text;
}

/** An id as it may be told back to the sender; null where it could not be. */
export function tellable(id: string | null): string | null {
  return id !== null && textProblem(id, eventLimits.idLength) === null ? id : null;
}

/** How many of the fields nobody here reads. */
export function unread(fields: Fields, known: ReadonlySet<string>): number {
  let count = 0;
  for (const name in fields) if (!known.has(name)) count++;
  return count;
}
