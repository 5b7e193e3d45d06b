import { type Command } from 'commander';
import { copyFile, mkdir, readdir, realpath } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { auditHeadsPath, readGivenSettings, rightsLedgerPath } from '#runtime/settings.js';
import { AuditHeads } from '#storage/audit/audit-heads.js';
import { rowsOf } from '#storage/database.js';
import { replay } from '#storage/rights/leave-out.js';
import { RightsLedger } from '#storage/rights/rights-ledger.js';
import { doctor } from '../../doctor.command.js';
import { packagedBinaries } from '../binaries.js';
import { choosePlacement, writeRecord } from '../placement.js';
import { type Installation, openInstallation } from '../../installation.js';
import { CommandError } from '../../output.js';
import { BackupFolder, besideDatabase } from './backup-folder.js';
import { assertReadable, chooseBase, layOut, recovery } from './restore-files.js';

export interface RestoreOptions {
  from: string;
  until?: Date;
  json?: boolean;
}

const instant = (text: string): Date => {
  const at = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(at.getTime()))
    throw new CommandError(`"${text}" is no time: write it as 2026-11-23T18:00:00Z, or with an offset.`, 'bad_time', 2);
  return at;
};

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('a new data folder (--data-dir) from a backup, as it was at a time')
    .requiredOption('--from <folder>', 'the folder of backups')
    .option('--until <time>', 'such as 2026-11-23T18:00:00Z (default: the end of the archive)', instant)
    .option('--json', 'machine-readable answer')
    .action(async (options: RestoreOptions) => {
      process.exitCode = await restore(program.opts<{ dataDir?: string }>().dataDir, options);
    });
}

/** Restores, does again what people asked for since, and looks at everything as the doctor does: its exit code. */
export async function restore(into: string | undefined, options: RestoreOptions): Promise<number> {
  const given = readGivenSettings();
  if (given.DATABASE_URL !== undefined)
    throw new CommandError(
      'DATABASE_URL names a PostgreSQL of yours: restore it with its own means (docs/operations.md).',
      'not_embedded',
      2,
    );
  if (into === undefined) throw new CommandError('Name a new folder: --data-dir FOLDER.', 'no_folder', 2);
  const dataDir = resolve(into);
  if (existsSync(dataDir) && (await readdir(dataDir)).length > 0)
    throw new CommandError(`${dataDir} is not empty: a backup is restored into a new folder.`, 'not_empty', 2);
  const folder = new BackupFolder(await realpath(options.from));
  const until = options.until ?? null;
  const base = await chooseBase(folder, until);
  const { projectDir } = await import('../location.js');
  const native = packagedBinaries(projectDir);
  assertReadable(base, native);
  const placement = choosePlacement(dataDir, native, '/var/lib/essor');
  if (existsSync(placement.cluster))
    throw new CommandError(
      `${placement.cluster} holds the database of an earlier folder of this name: move it away.`,
      'not_empty',
      2,
    );
  await layOut(folder, base, placement, until);
  for (const file of besideDatabase) {
    const kept = join(folder.pathOf(base), file);
    if (existsSync(kept)) await copyFile(kept, join(dataDir, file));
  }
  writeRecord(await realpath(dataDir), { cluster: placement.cluster });
  const places = { ...given, ESSOR_DATA_DIR: dataDir };
  await mkdir(join(rightsLedgerPath(places), '..'), { recursive: true });
  const requests = await bringBack(
    new RightsLedger(folder.file('rights.ndjson')),
    new RightsLedger(rightsLedgerPath(places)),
  );
  const installation = await openInstallation({ dataDir });
  try {
    return await settle(
      installation,
      { folder, base: base.name, until, requests, heads: auditHeadsPath(places) },
      options.json,
    );
  } finally {
    await installation.close();
  }
}

/** Lines of the one that the other lacks. What lies there already may be newer: a request counts wherever it stands. */
async function bringBack<Line>(
  from: { read(): Promise<Line[]> },
  to: { read(): Promise<Line[]>; add(...lines: Line[]): Promise<void> },
): Promise<Line[]> {
  const there = await to.read();
  const known = new Set(there.map((line) => JSON.stringify(line)));
  const missing = (await from.read()).filter((line) => !known.has(JSON.stringify(line)));
  if (missing.length > 0) await to.add(...missing);
  return [...there, ...missing];
}

async function settle(
  installation: Installation,
  told: {
    folder: BackupFolder;
    base: string;
    until: Date | null;
    requests: Awaited<ReturnType<RightsLedger['read']>>;
    heads: string;
  },
  json: boolean | undefined,
): Promise<number> {
  const owner = await installation.as('owner');
  const [state] = await rowsOf<{ recovering: boolean; at: Date | null }>(
    owner,
    `select pg_is_in_recovery() as recovering, pg_last_xact_replay_timestamp() as at`,
  );
  if (state?.recovering)
    throw new CommandError('The server still replays its log: start Essor on the folder later.', 'recovering');
  for (const [name] of recovery(told.until)) await owner.query(`alter system reset ${name}`);
  const done = await replay(await installation.as('rights'), told.requests);
  await keepHeads(told.folder, told.heads, told.until);
  if (!json) {
    console.log(`restored from ${told.base}${told.until ? ` as it was at ${told.until.toISOString()}` : ''}`);
    console.log(`${done} requests of people (erasure, objection) made since were done again`);
  }
  return doctor(installation, json ? { json } : {});
}

/** Where the audit log ended on the days that are restored; of later ones it knows nothing any more. */
async function keepHeads(folder: BackupFolder, path: string, until: Date | null): Promise<void> {
  const kept = await new AuditHeads(folder.file('audit-heads.ndjson')).read();
  const before = kept.filter(({ at }) => !until || Date.parse(at) <= until.getTime());
  await bringBack({ read: () => Promise.resolve(before) }, new AuditHeads(path));
}
