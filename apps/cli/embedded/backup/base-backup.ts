import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Base, type BackupFolder, type Manifest } from './backup-folder.js';
import { BackupError } from './backup-error.js';
import { copyFile, writeWhole } from './copied-file.js';
import { connected, type Server } from './wal-archiver.js';
import { positionOf, Segments } from './wal.js';

/** Folders whose content the server makes again; the log comes from the archive. */
const emptied = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
/** Folders of the log that the server does not make by itself. */
const needed = ['pg_wal/archive_status', 'pg_wal/summaries'];
const left =
  /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|current_logfiles.*|recovery\.signal|standby\.signal|postgresql\.auto\.conf\.tmp)$/;
const temporary = /(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*|t\d+_\d+[^/]*)$/;
/** Last: it says how far the rest was when it was copied. */
const control = 'global/pg_control';

/**
 * A copy of the data folder while the server works, by PostgreSQL's low-level way. Without the log up to its end it is
 * nothing: whoever calls archives it afterwards.
 */
export async function copyBase(server: Server, folder: BackupFolder, keep: readonly string[]): Promise<Base> {
  return connected(server.url, async (client) => {
    const { rows: spaces } = await client.query(
      `select from pg_tablespace where spcname not in ('pg_default', 'pg_global')`,
    );
    if (spaces.length > 0)
      throw new BackupError('tablespaces', 'The database has tablespaces of its own: back it up with pg_basebackup.');
    const { rows } = await client.query<{ at: Date; version: string; start: string; name: string; size: string }>(
      `select clock_timestamp() as at, current_setting('server_version') as version, lsn as start,
              pg_walfile_name(lsn) as name, pg_size_bytes(current_setting('wal_segment_size')) as size
         from pg_backup_start('essor', true) as started(lsn)`,
    );
    const begun = rows[0]!;
    const name = `base-${begun.at.toISOString().replace(/[-:]|\.\d+/g, '')}`;
    const draft = folder.file(`draft-${name}`);
    const manifest = await copyTree(server.cluster, draft);
    const { rows: ends } = await client.query<{ label: string; at: Date }>(
      `select labelfile as label, clock_timestamp() as at from pg_backup_stop(false)`,
    );
    const { label, at } = ends[0]!;
    await writeWhole(join(draft, 'data', 'backup_label'), label);
    for (const file of keep) await copyFile(join(server.dataDir, file), join(draft, file));
    const segments = new Segments(begun.name.slice(0, 8), BigInt(begun.size));
    const told: Manifest = {
      stoppedAt: at.toISOString(),
      startWal: segments.nameAt(positionOf(begun.start)),
      segmentBytes: Number(begun.size),
      postgres: begun.version,
      ...manifest,
    };
    await writeWhole(join(draft, 'manifest.json'), JSON.stringify(told));
    await rm(folder.file(name), { recursive: true, force: true });
    await rename(draft, folder.file(name));
    await syncFolder(folder.path);
    return { name, ...told };
  });
}

async function copyTree(cluster: string, draft: string): Promise<Pick<Manifest, 'directories' | 'files'>> {
  await rm(draft, { recursive: true, force: true });
  const target = join(draft, 'data');
  await mkdir(target, { recursive: true, mode: 0o700 });
  const directories: string[] = [];
  const paths: string[] = [];
  const walk = async (under: string): Promise<void> => {
    for (const entry of await entriesOf(join(cluster, under))) {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      if (temporary.test(path) || (under === '' && left.test(entry.name))) continue;
      if (!entry.isDirectory()) {
        if (path !== control) paths.push(path);
        continue;
      }
      directories.push(path);
      if (!emptied.includes(path)) await walk(path);
    }
  };
  await walk('');
  directories.push(...needed);
  for (const directory of directories) await mkdir(join(target, directory), { recursive: true, mode: 0o700 });
  const files: Manifest['files'] = [];
  const waiting = paths.toReversed();
  const copy = async (path: string) => {
    const copied = await copyFile(join(cluster, path), join(target, path));
    if (copied) files.push({ path, ...copied });
  };
  // Waiting for the disk is most of the work.
  const lane = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await copy(path);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  await copy(control);
  for (const directory of ['', ...directories]) await syncFolder(join(target, directory));
  return { directories, files };
}

/** A folder may go while we look: its table was dropped, and the log says so. */
async function entriesOf(path: string) {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Names in a folder are on the disk when the folder is. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
