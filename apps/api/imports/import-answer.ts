import { type Import } from '#contract/imports.js';
import { type StoredImport } from '#storage/import/imports.js';

/** How far an import is, for a page that asks again and again. */
export function importAnswer(stored: StoredImport, now: Date): Import {
  const { id, kind, fileName, state, received, accepted, duplicates, rejected, completeThrough, errorCode } = stored;
  const { createdAt, startedAt, finishedAt, totalBytes, readBytes } = stored;
  const seconds = startedAt === null ? null : ((finishedAt ?? now).getTime() - startedAt.getTime()) / 1000;
  return {
    id,
    kind,
    fileName,
    state,
    dryRun: stored.options['dryRun'] === true,
    strict: stored.options['strict'] === true,
    received,
    accepted,
    duplicates,
    rejected,
    share: state === 'done' ? 1 : totalBytes === null || totalBytes === 0 ? null : Math.min(1, readBytes / totalBytes),
    rowsPerSecond: seconds === null || seconds <= 0 ? null : Math.round(received / seconds),
    completeThrough,
    notes: stored.notes,
    errorCode,
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}
