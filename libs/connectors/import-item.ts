import {
  type EntityRow,
  type GroupRow,
  type MandateRow,
  type MemberRow,
  type PersonRow,
  type WaveRow,
} from './csv/rows.js';
import { type Fact } from './declared/fact-kind.js';
import { type CanonicalEvent } from './event/canonical-event.js';
import { type FileRejection } from './rejection.js';

export interface RowTypes {
  event: CanonicalEvent;
  entity: EntityRow;
  person: PersonRow;
  wave: WaveRow;
  member: MemberRow;
  group: GroupRow;
  mandate: MandateRow;
  fact: Fact;
}

export type RowType = keyof RowTypes;

/** One row of any type, with the line it comes from. */
export type TypedRow<K extends RowType = RowType> = { [T in K]: { type: T; line: number; row: RowTypes[T] } }[K];

/** Something a source holds on purpose that is not an act of a person. */
export interface Skipped {
  type: 'skipped';
  line: number;
  reason: string;
}

/** What comes out of a source, in the order of its lines. One line may give several. */
export type ImportItem = TypedRow | Skipped | { type: 'rejection'; rejection: FileRejection };

/** A refused line; `id` is told only where it is one that could be stored. */
export function reject(
  line: number,
  code: string,
  field: string | null,
  message: string,
  id: string | null = null,
): ImportItem {
  return { type: 'rejection', rejection: { line, id, code, field, message } };
}
