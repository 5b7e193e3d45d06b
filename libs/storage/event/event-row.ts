/** An event as the ledger keeps it. The key is (organisation, day, source, id). */
export interface EventRow {
  sourceId: number;
  /** The file that brings it; null = a live source. */
  importId: number | null;
  id: string;
  /** UTC day of `occurredAt`. */
  day: string;
  /** 64 bits of the content, as a decimal number. */
  digest: string;
  occurredAt: string;
  kind: number;
  quantity: number;
  actor: string;
  object: string | null;
  parent: string | null;
  groupKey: string | null;
  target: string | null;
}

/**
 * duplicate: the same content is stored already. conflict: another content has the key, and stays. left_out: who acted was
 * erased or objected; nothing is wrong with the event, and nobody is told which it was.
 */
export type EventOutcome = 'accepted' | 'duplicate' | 'conflict' | 'sealed_day' | 'left_out';
