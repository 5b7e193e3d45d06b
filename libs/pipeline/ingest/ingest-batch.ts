import { type EventOutcome } from '#storage/event/event-row.js';
import { type SourceCount } from '#storage/source/source-hour.js';
import { type CheckedBatch } from './check-batch.js';
import { refusalOf, type Rejection } from './event-row-of.js';
import { aheadOf } from './ahead.js';
import { type GroupCommit } from './group-commit.js';

export interface IngestReport {
  received: number;
  accepted: number;
  duplicates: number;
  rejected: number;
  /** Documents that are no event although nothing is wrong with them, and events of people who are left out. */
  skipped: number;
  /** Fields that are none of ours, which were left out. */
  droppedFields: number;
  /** In the order of the batch. */
  errors: Rejection[];
}

export interface IngestTarget {
  organizationId: string;
  sourceId: number;
  now: Date;
  /** strict: all or nothing. dry: says what would happen, stores nothing. */
  mode: 'store' | 'strict' | 'dry' | 'dry_strict';
}

/** Stores what is good in a batch, and answers once it is on disk. Safe to repeat with the same ids. */
export async function ingestBatch(
  commit: GroupCommit,
  batch: CheckedBatch,
  target: IngestTarget,
): Promise<IngestReport> {
  const { organizationId, sourceId, now } = target;
  const isStrict = target.mode === 'strict' || target.mode === 'dry_strict';
  // A strict batch with a bad event is not even tried; what the ledger thinks of the rest is still worth knowing.
  const isHopeless = isStrict && batch.rejections.length > 0;
  const mode = target.mode.startsWith('dry') || isHopeless ? 'dry' : isStrict ? 'strict' : 'store';
  const count = (outcomes: readonly EventOutcome[]) => [countOf(batch, outcomes, sourceId, now)];
  const outcomes = await commit.submit({ organizationId, rows: batch.rows, mode, count });
  return reportOf(batch, outcomes, isStrict);
}

function reportOf(batch: CheckedBatch, outcomes: readonly EventOutcome[], isStrict: boolean): IngestReport {
  const refusals = outcomes.flatMap((outcome, place) => {
    const origin = batch.origins[place];
    const refusal = origin ? refusalOf(outcome, origin.index, origin.id) : null;
    return refusal ? [refusal] : [];
  });
  const errors = [...batch.rejections, ...refusals].sort((one, other) => one.index - other.index);
  const isRefused = isStrict && errors.length > 0;
  return {
    received: batch.received,
    accepted: isRefused ? 0 : outcomes.filter((outcome) => outcome === 'accepted').length,
    duplicates: outcomes.filter((outcome) => outcome === 'duplicate').length,
    rejected: errors.length,
    skipped: batch.skipped + outcomes.filter((outcome) => outcome === 'left_out').length,
    droppedFields: batch.droppedFields,
    errors,
  };
}

function countOf(batch: CheckedBatch, outcomes: readonly EventOutcome[], sourceId: number, at: Date): SourceCount {
  const accepted = outcomes.filter((outcome) => outcome === 'accepted').length;
  const duplicates = outcomes.filter((outcome) => outcome === 'duplicate').length;
  const skipped = batch.skipped + outcomes.filter((outcome) => outcome === 'left_out').length;
  return {
    sourceId,
    at,
    received: batch.received,
    accepted,
    duplicates,
    rejected: batch.received - skipped - accepted - duplicates,
    skipped,
    unmapped: batch.unmapped,
    droppedFields: batch.droppedFields,
    lagSeconds: batch.lagSeconds,
    conflicts: outcomes.filter((outcome) => outcome === 'conflict').length,
    ...aheadOf(batch.rows, at),
  };
}
