import { type DataSource, type QueryRunner } from 'typeorm';
import { type NoteCode } from '#connectors/import-note.js';
import { type ImportFormat } from '#connectors/registry.js';
import { ensureMonths } from '#storage/event/event-partitions.js';
import { prepareIncoming } from '#storage/event/incoming.js';
import { ImportCancelled } from '#storage/import/import-run.js';
import { applyDirectory } from './apply-directory.js';
import { DirectoryRows } from './directory-rows.js';
import { EventSink } from './event-sink.js';
import { type ImportRequest, type ImportSettings } from './import-request.js';
import { ImportTally } from './import-tally.js';

/** Everything that a reading of the file needs to know. */
export interface Reading {
  work: DataSource;
  request: ImportRequest;
  format: ImportFormat;
  importId: number;
  sourceId: number;
  /** The same file is in under another source. */
  isInElsewhere: boolean;
}

/** What a reading came to. */
export interface Pass {
  tally: ImportTally;
  days: ReadonlySet<string>;
  last: string | null;
}

/** Reads the file in the way that its settings ask for. */
export async function readFile(reading: Reading): Promise<Pass> {
  const { settings } = reading.request;
  if (settings.dryRun === true) return readOnce(reading, null, true);
  if (settings.strict !== true) return readOnce(reading, null, false);
  if (reading.format.gives.includes('event')) {
    // Tells most of what strict refuses without holding a long transaction, and which months there must be.
    const trial = await readOnce(reading, null, true);
    if (trial.tally.rejected > 0) return trial;
    await withRunner(reading.work, (runner) => ensureMonths(runner, trial.days));
  }
  return withRunner(reading.work, async (runner) => {
    await prepareIncoming(runner);
    await runner.startTransaction();
    try {
      const pass = await readOnce(reading, runner, false);
      await (pass.tally.rejected > 0 ? runner.rollbackTransaction() : runner.commitTransaction());
      return pass;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  });
}

async function withRunner<T>(work: DataSource, use: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = work.createQueryRunner();
  try {
    return await use(runner);
  } finally {
    await runner.release();
  }
}

/** An export of several kinds of lines says how many of each: of its lines, only some are acts. */
const partOf: Partial<Record<string, NoteCode>> = {
  event: 'read_events',
  person: 'read_accounts',
  group: 'read_groups',
};

async function readOnce(reading: Reading, runner: QueryRunner | null, isDry: boolean): Promise<Pass> {
  const { work, request, format, importId, sourceId, isInElsewhere } = reading;
  const { organizationId, settings, now } = request;
  const tally = new ImportTally(work, organizationId, importId, request.onProgress);
  const target = { organizationId, sourceId, importId, now, runner, isDry, isInElsewhere };
  const sink = new EventSink(work, { ...target, again: settings.again === true }, tally);
  const directory = new DirectoryRows();
  try {
    const onNote = (code: NoteCode) => tally.note(code);
    const reading = { now, onNote, ...howToRead(settings) };
    for await (const items of format.parse(tally.counting(request.input), reading)) {
      for (const item of items) {
        if (item.type === 'skipped') {
          tally.skipped++;
          tally.note('left_aside');
          continue;
        }
        tally.received++;
        const part = format.gives.length > 1 ? partOf[item.type] : undefined;
        if (part) tally.note(part);
        if (item.type === 'rejection') {
          // Numbers that a reader makes of records hold those of accounts; a table's own are its author's to know.
          tally.reject(format.columns === null ? { ...item.rejection, id: null } : item.rejection);
          directory.refused.add(item.rejection.id);
        } else if (item.type === 'event') await sink.add(item.line, item.row);
        else directory.add(item);
      }
      await tally.tell();
    }
    await sink.flush();
    if (format.gives.includes('event')) await sink.countRefused();
  } catch (error) {
    // A strict import takes all of it back.
    if (error instanceof ImportCancelled && runner === null) {
      await sink.abandon();
      await tally.save();
    }
    throw error;
  } finally {
    await sink.settle();
  }
  await putDirectory(reading, directory, tally, runner, isDry);
  await tally.flush();
  return { tally, days: sink.days, last: sink.last };
}

function howToRead(settings: ImportSettings) {
  const { map, kinds, encoding, dateFormat, zone, fixed, grain, ids, counts } = settings;
  return {
    ...(map ? { map } : {}),
    ...(kinds ? { kinds } : {}),
    ...(encoding ? { encoding } : {}),
    ...(dateFormat ? { dateFormat } : {}),
    ...(zone ? { zone } : {}),
    ...(fixed ? { fixed } : {}),
    ...(grain ? { grain } : {}),
    ...(ids ? { ids } : {}),
    ...(counts ? { counts } : {}),
  };
}

const snapshotOf = ({ snapshot, approve, approved }: ImportSettings) =>
  snapshot === undefined ? null : { day: snapshot, approved: approve === true ? true : (approved ?? false) };

async function putDirectory(
  reading: Reading,
  rows: DirectoryRows,
  tally: ImportTally,
  runner: QueryRunner | null,
  isDry: boolean,
) {
  const { work, request, format, importId } = reading;
  if (format.gives.every((type) => type === 'event')) return;
  const apply = (own: QueryRunner) =>
    applyDirectory(own.manager, request.organizationId, rows, {
      now: request.now,
      keepsPlaces: format.keepsPlaces === true,
      importId,
      snapshot: snapshotOf(request.settings),
      adopts: request.settings.adopts === true,
    });
  const applied = runner ? await apply(runner) : await inTransaction(work, apply, isDry);
  for (const rejection of applied.rejections) tally.reject(rejection);
  tally.accepted += applied.accepted;
  tally.duplicates += applied.duplicates;
  tally.snapshot = applied.snapshot ?? null;
  for (const { code, times } of applied.notes ?? []) tally.note(code, times);
}

async function inTransaction<T>(
  work: DataSource,
  use: (runner: QueryRunner) => Promise<T>,
  isDry: boolean,
): Promise<T> {
  return withRunner(work, async (runner) => {
    await runner.startTransaction();
    try {
      const result = await use(runner);
      await (isDry ? runner.rollbackTransaction() : runner.commitTransaction());
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  });
}
