import { createReadStream, createWriteStream } from 'node:fs';
import {
  appendFile,
  chown,
  copyFile as copyPlain,
  lstat,
  mkdir,
  readdir,
  rename,
  rm,
  statfs,
  truncate,
} from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type RunAs, versionOf } from '../binaries.js';
import { diskFull } from '../cluster.js';
import { BackupError } from './backup-error.js';
import { type BackupFolder, type Base } from './backup-folder.js';
import { copyFile } from './copied-file.js';
import { Segments } from './wal.js';

/** The newest base that was whole by then; `until` null = the newest. Throws where nothing reaches that far back, or on. */
export async function chooseBase(folder: BackupFolder, until: Date | null): Promise<Base> {
  const through = await folder.through();
  const bases = through ? await folder.restorable(through) : [];
  const [oldest] = bases;
  if (!oldest || !through) throw new BackupError('no_backup', `There is no whole backup in ${folder.path}.`);
  if (until && until.getTime() >= Date.parse(through.at))
    throw new BackupError('not_archived', `The archive ends at ${through.at}: leave out --until to have all of it.`);
  const chosen = bases.findLast(({ stoppedAt }) => !until || Date.parse(stoppedAt) <= until.getTime());
  if (chosen) return chosen;
  throw new BackupError(
    'too_early',
    `The oldest backup in ${folder.path} was whole at ${oldest.stoppedAt}: nothing before can be restored.`,
  );
}

/** Throws where the server of this Essor, at `native`, cannot read what the one of the base wrote. */
export function assertReadable(base: Base, native: string): void {
  const [made, ships] = [base.postgres, versionOf(native)].map((version) => Number.parseInt(version, 10));
  if (made === ships) return;
  throw new BackupError(
    'wrong_version',
    `The backup ${base.name} was made by PostgreSQL ${made}, this Essor ships ${ships}: restore it with the Essor that made it.`,
  );
}

/** The log from the base on, without a gap. */
export async function logSince(folder: BackupFolder, base: Base, toTheEnd: boolean) {
  const all = (await folder.segments()).filter(({ name }) => name >= base.startWal);
  const segments = new Segments(base.startWal.slice(0, 8), BigInt(base.segmentBytes));
  let next = segments.startOf(base.startWal);
  const run = [];
  for (const segment of all) {
    if (segment.name !== segments.nameAt(next)) break;
    run.push(segment);
    next += segments.size;
  }
  if (run.length === 0 || (toTheEnd && run.length < all.length))
    throw new BackupError(
      'log_gap',
      `The segment ${segments.nameAt(next)} of the log is missing in ${folder.wal}: restore with --until an earlier time, or from another backup.`,
    );
  return run;
}

/** Puts base and log where the server expects its data, told to replay up to `until`. Nothing of it bears the final name until it is whole. */
export async function layOut(
  folder: BackupFolder,
  base: Base,
  place: { cluster: string; runAs: RunAs },
  until: Date | null,
): Promise<void> {
  const log = await logSince(folder, base, until === null);
  const draft = `${place.cluster}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const { bavail, bsize } = await statfs(draft);
  const size = base.files.reduce((sum, { bytes }) => sum + bytes, 0) + log.length * base.segmentBytes;
  if (bavail * bsize < size + 64 * 1024 * 1024) throw diskFull(draft);
  for (const directory of base.directories) await mkdir(join(draft, directory), { recursive: true, mode: 0o700 });
  const from = join(folder.pathOf(base), 'data');
  for (const { path, sha256 } of base.files) {
    const copied = await copyFile(join(from, path), join(draft, path));
    if (copied?.sha256 !== sha256)
      throw new BackupError('damaged', `${join(from, path)} is not what was backed up: take another backup.`);
  }
  await copyPlain(join(from, 'backup_label'), join(draft, 'backup_label'));
  for (const { name, file, whole } of log) {
    const target = join(draft, 'pg_wal', name);
    const steps = whole ? [createReadStream(file), createGunzip()] : [createReadStream(file)];
    await pipeline([...steps, createWriteStream(target, { mode: 0o600 })]);
    // One that was still being written ends where it ends: the server stops at the first place that says nothing.
    await truncate(target, base.segmentBytes);
  }
  await appendFile(
    join(draft, 'postgresql.auto.conf'),
    `${recovery(until)
      .map(([name, value]) => `${name} = '${value}'`)
      .join('\n')}\n`,
  );
  await appendFile(join(draft, 'recovery.signal'), '');
  await giveAll(draft, place.runAs);
  await rename(draft, place.cluster);
}

/** The log lies where the server looks by itself; it only insists on being told a command that might bring more. */
export const recovery = (until: Date | null): [string, string][] => [
  ['restore_command', 'exit 1'],
  ['recovery_target_timeline', 'current'],
  ['recovery_target_action', 'promote'],
  // Nobody is let in before all is replayed.
  ['hot_standby', 'off'],
  ...(until ? ([['recovery_target_time', until.toISOString().replace('Z', '+00')]] as [string, string][]) : []),
];

async function giveAll(path: string, { uid, gid }: RunAs): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  await chown(path, uid, gid);
  if (!(await lstat(path)).isDirectory()) return;
  for (const name of await readdir(path)) await giveAll(join(path, name), { uid, gid });
}
