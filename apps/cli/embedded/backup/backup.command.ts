import { type Command } from 'commander';
import { resolve } from 'node:path';
import { auditHeadsPath, rightsLedgerPath } from '#runtime/settings.js';
import { readRecord } from '../placement.js';
import { type Installation } from '../../installation.js';
import { answer, CommandError } from '../../output.js';
import { copyBase } from './base-backup.js';
import { BackupFolder, besideDatabase, forgetBackups, placeOfBackups } from './backup-folder.js';
import { addRestore } from './restore.command.js';
import { endArchive, type Server, WalArchiver } from './wal-archiver.js';

export interface BackupOptions {
  to?: string;
  keep: number;
  end?: boolean;
  json?: boolean;
}

type On = (
  command: (installation: Installation, options: BackupOptions) => Promise<number>,
) => (options: BackupOptions) => Promise<void>;

/** `essor backup` and `essor restore`. */
export function addBackups(program: Command, on: On, whole: (text: string) => number): void {
  program
    .command('backup')
    .description('copies the embedded database while it runs; from then on Essor archives its log every ten seconds')
    .option('--to <folder>', 'where backups go (default: where the last one went)')
    .option('--keep <number>', 'how many are kept', whole, 7)
    .option('--end', 'archive nothing any more; what is there stays')
    .option('--json', 'machine-readable answer')
    .action(on(backup));
  addRestore(program);
}

/** The embedded server, and what lies beside it. */
export function serverOf({ settings, dataDir }: Installation): Server {
  return {
    url: settings.DATABASE_URL,
    cluster: readRecord(dataDir).cluster ?? '',
    dataDir,
    beside: [
      { file: resolve(rightsLedgerPath(settings)), as: 'rights.ndjson' },
      { file: resolve(auditHeadsPath(settings)), as: 'audit-heads.ndjson' },
    ],
  };
}

/** A base and the log that belongs to it. Exit code 0 means: it can be restored. */
export async function backup(installation: Installation, options: BackupOptions): Promise<number> {
  if (!installation.embedded)
    throw new CommandError(
      'This database is a PostgreSQL of yours: back it up with pg_basebackup and a log archive, or with pg_dump (docs/operations.md).',
      'not_embedded',
      2,
    );
  const { dataDir } = installation;
  const server = serverOf(installation);
  if (options.end) {
    await endArchive(server.url);
    await forgetBackups(dataDir);
    answer(options.json, { ended: true }, () => ['nothing is archived any more; the backups there are stay']);
    return 0;
  }
  const to = options.to ?? (await placeOfBackups(dataDir))?.to;
  if (to === undefined)
    throw new CommandError('Name a folder for the backups: --to FOLDER, best on another disk.', 'no_folder', 2);
  if (options.keep < 1) throw new CommandError('At least one backup is kept: --keep 1.', 'keep', 2);
  const folder = await BackupFolder.bind(dataDir, resolve(to));
  const archiver = new WalArchiver(server, folder);
  await archiver.begin();
  const base = await copyBase(server, folder, besideDatabase);
  await archiver.archive();
  const pruned = await folder.prune(options.keep);
  const bytes = base.files.reduce((sum, file) => sum + file.bytes, 0);
  const told = { base: folder.pathOf(base), from: base.stoppedAt, files: base.files.length, bytes, pruned };
  answer(options.json, told, () => [
    `${told.base}: ${told.files} files, ${Math.ceil(bytes / 1024 / 1024)} MB`,
    `every moment from ${told.from} on can be restored; Essor archives what follows while it runs (essor start)`,
    ...(pruned > 0 ? [`${pruned} older removed`] : []),
  ]);
  return 0;
}
