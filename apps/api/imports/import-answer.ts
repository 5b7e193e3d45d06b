import { type Import } from '#contract/imports.js';
import { type StoredImport } from '#storage/import/imports.js';
import { undoRefusal } from '#storage/import/undo-request.js';

/** How far an import is, for a page that asks again and again. */
export function importAnswer(stored: StoredImport, sealedBefore: string | null, now: Date): Import {
  const { id, kind, fileName, state, received, accepted, duplicates, rejected, completeThrough } = stored;
  const { errorCode, errorField } = stored;
  const { createdAt, startedAt, finishedAt, totalBytes, readBytes } = stored;
  const { attempts, firstDay, lastDay, undoneEvents } = stored;
  const share =
    state === 'done' ? 1 : totalBytes === null || totalBytes === 0 ? null : Math.min(1, readBytes / totalBytes);
  const seconds = startedAt === null ? null : ((finishedAt ?? now).getTime() - startedAt.getTime()) / 1000;
  return {
    id,
    kind,
    fileName,
    state,
    dryRun: stored.options['dryRun'] === true,
    strict: stored.options['strict'] === true,
    approved: typeof stored.options['approved'] === 'object' && stored.options['approved'] !== null,
    everybody: typeof stored.options['snapshot'] === 'string',
    received,
    accepted,
    duplicates,
    rejected,
    share,
    rowsPerSecond: seconds === null || seconds <= 0 ? null : Math.round(received / seconds),
    completeThrough,
    notes: stored.notes,
    refusals: stored.refusals,
    dateFormat: dateFormatOf(stored),
    ...{ errorCode, errorField },
    ...{ attempts, firstDay, lastDay, undoneEvents },
    undoRefusal: undoRefusal(stored, sealedBefore),
    secondsLeft: state === 'running' ? secondsLeft(share, seconds) : null,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** How the times of its file were said to be written; null = as ISO 8601. */
export const dateFormatOf = ({ options: { dateFormat } }: Pick<StoredImport, 'options'>): string | null =>
  typeof dateFormat === 'string' ? dateFormat : null;

/** The first moments say nothing of the rest, and what was read says nothing of how long keeping it takes. */
function secondsLeft(share: number | null, seconds: number | null): number | null {
  if (share === null || seconds === null || seconds < 2 || share < 0.01 || share === 1) return null;
  return Math.round((seconds * (1 - share)) / share);
}
