import { type DataSource } from 'typeorm';
import { digestOf } from '#connectors/content-digest.js';
import { SnapshotHeld } from '#connectors/directory/snapshot.js';
import { importFormat } from '#connectors/registry.js';
import { UnreadableFileError } from '#connectors/rejection.js';
import { rowsOf } from '#storage/database.js';
import { holdImport, supersedeHeld } from '#storage/import/held-import.js';
import { finishImport, ImportCancelled, startImport } from '#storage/import/import-run.js';
import { createImport, declareThrough, noteHandedIn } from '#storage/import/imports.js';
import { sameContent } from '#storage/import/same-content.js';
import { PurposeGateClosed, requireOpenGate } from '#storage/purpose/purpose-gate.repository.js';
import { ensureSource, forgetUnusedSource, sourceNamed } from '#storage/source/sources.js';
import { type ImportReport, type ImportRequest, UnknownImportKind } from './import-request.js';
import { ImportTally } from './import-tally.js';
import { readFile, type Reading } from './read-file.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/**
 * Reads a file into the organisation and tells what became of each line. Safe to repeat, also after being cut off
 * halfway: what is known already changes nothing. Throws UnknownImportKind; a file that cannot be read is a report.
 */
export async function runImport(work: DataSource, request: ImportRequest): Promise<ImportReport> {
  return withinOrganization(request.organizationId, async () => {
    const { organizationId, kind, settings } = request;
    const format = importFormat(kind);
    if (!format) throw new UnknownImportKind(`There is no import of ${kind}.`);
    const importId = request.importId ?? (await begin(work, request));
    const givesEvents = format.gives.includes('event');
    const sourceId = givesEvents ? await sourceOf(work, request) : noSource;
    const digest = await digestOf(request.input);
    const isInElsewhere = givesEvents && (await isKnownElsewhere(work, organizationId, importId, sourceId, digest));
    const reading: Reading = { work, request, format, importId, sourceId, isInElsewhere };
    try {
      await startImport(work, organizationId, importId, sourceId === noSource ? null : sourceId, digest);
      if (givesEvents && settings.dryRun !== true) await requireOpenGate(work, organizationId);
      const pass = await readFile(reading);
      const isRefused = settings.strict === true && pass.tally.rejected > 0;
      if (isRefused) {
        pass.tally.accepted = 0;
        await pass.tally.flush();
      }
      const isStored = givesEvents && !isRefused && settings.dryRun !== true;
      const completeThrough = isStored
        ? await completeDay(work, organizationId, pass.last, settings.completeThrough, request.now)
        : null;
      if (pass.tally.snapshot && !isRefused && settings.dryRun !== true)
        await supersedeHeld(work, organizationId, importId);
      return await report(reading, pass.tally, completeThrough, isRefused ? refusedByStrict : null);
    } catch (error) {
      if (!isReport(error)) throw error;
      return await report(reading, null, null, error);
    } finally {
      // Where nothing of the file went in, its source is as if it had never been named.
      if (sourceId !== noSource) await forgetUnusedSource(work, organizationId, sourceId, importId);
    }
  });
}

/** A file that nobody handed in over HTTP. */
function begin(work: DataSource, { organizationId, kind, fileName, settings, input }: ImportRequest): Promise<number> {
  const given = { kind, fileName, options: { ...settings }, totalBytes: input.size };
  return work.transaction(async (tx) => {
    const id = await createImport(tx, organizationId, given);
    await noteHandedIn(tx, organizationId, id, given);
    return id;
  });
}

const isKnownElsewhere = async (
  work: DataSource,
  organizationId: string,
  besides: number,
  otherThan: number,
  digest: Buffer | null,
) => digest !== null && (await sameContent(work, organizationId, digest, { besides, otherThan })) !== null;

const isReport = (error: unknown) =>
  error instanceof UnreadableFileError || error instanceof ImportCancelled || error instanceof PurposeGateClosed;

/** No source has this number: nothing of it is known. */
const noSource = -1;

/** A trial creates none: it keeps nothing. */
async function sourceOf(work: DataSource, { organizationId, kind, settings }: ImportRequest): Promise<number> {
  const name = settings.source ?? kind;
  if (settings.dryRun === true) return (await sourceNamed(work, organizationId, name)) ?? noSource;
  return ensureSource(work, organizationId, { name, kind: 'file' });
}

const refusedByStrict = { code: 'strict_refused', message: 'A line was refused, so nothing went in.' };

async function completeDay(
  work: DataSource,
  organizationId: string,
  last: string | null,
  given: string | null | undefined,
  now: Date,
) {
  if (given) {
    await declareThrough(work, organizationId, given);
    return given;
  }
  if (last === null) return null;
  const [row] = await rowsOf<{ day: string | null }>(
    work,
    // A clock that is ahead makes no day complete that has not begun.
    `select (least($2::timestamptz, $3::timestamptz) at time zone timezone)::date as day from organization where id = $1`,
    [organizationId, last, now],
  );
  const day = row?.day ?? null;
  if (day !== null) await declareThrough(work, organizationId, day);
  return day;
}

/** What the file lacks, as we call it; any other field could be a word of the file, and is not kept. */
const missingColumnOf = (error: unknown) =>
  error instanceof UnreadableFileError && error.code === 'missing_column' ? error.field : null;

async function report(
  { work, request, importId }: Reading,
  read: ImportTally | null,
  completeThrough: string | null,
  error: { code: string; message: string } | null,
): Promise<ImportReport> {
  const tally = read ?? new ImportTally(work, request.organizationId, importId);
  const held = error instanceof SnapshotHeld ? error.held : null;
  let state: ImportReport['state'] = error === null ? 'done' : 'failed';
  if (error?.code === 'import_cancelled') state = 'cancelled';
  if (held) state = await holdImport(work, request.organizationId, importId, held, request.settings.dryRun !== true);
  else
    await finishImport(work, request.organizationId, importId, {
      completeThrough,
      errorCode: error?.code ?? null,
      errorField: missingColumnOf(error),
      notes: tally.notes,
    });
  request.onProgress?.(tally.counts());
  return {
    importId,
    state,
    errorCode: error?.code ?? null,
    errorMessage: error?.message ?? null,
    errorField: missingColumnOf(error),
    ...tally.counts(),
    skipped: tally.skipped,
    rejects: tally.rejects,
    completeThrough,
    notes: tally.notes,
    snapshot: error === null ? tally.snapshot : null,
    held,
  };
}
