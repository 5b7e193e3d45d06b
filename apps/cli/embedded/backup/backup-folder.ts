import { randomUUID } from 'node:crypto';
import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { BackupError } from './backup-error.js';
import { readJson, writeWhole } from './copied-file.js';
import { isSegment } from './wal.js';

/** What is known of one base: a copy of the whole data folder, good from `stoppedAt` on. */
export interface Manifest {
  stoppedAt: string;
  /** First segment of the log without which it is nothing. */
  startWal: string;
  segmentBytes: number;
  /** Version of the server that wrote it: one of another major version cannot read it. */
  postgres: string;
  directories: string[];
  files: { path: string; bytes: number; sha256: string }[];
}

export type Base = Manifest & { name: string };

/** Up to when the log lies in the archive. */
export interface Through {
  at: string;
  position: string;
}

const own = 'backup.json';

/** Beside the database in the data folder; without them it cannot be opened, nor the names in it. */
export const besideDatabase = ['postgres.password', 'secret'];

/** Where this data folder is backed up; null = nowhere. */
export const placeOfBackups = (dataDir: string): Promise<{ to: string; id: string } | null> =>
  readJson(join(dataDir, own));

export const forgetBackups = (dataDir: string): Promise<void> => rm(join(dataDir, own), { force: true });

/** A folder of bases and of the log since; one data folder's and no other's. */
export class BackupFolder {
  readonly wal: string;

  constructor(readonly path: string) {
    this.wal = join(path, 'wal');
  }

  /** Makes it the folder of this data folder, or refuses that of another: the logs of two would overwrite each other. */
  static async bind(dataDir: string, to: string): Promise<BackupFolder> {
    await mkdir(to, { recursive: true, mode: 0o700 });
    const [path, data] = [await realpath(to), await realpath(dataDir)];
    if (`${path}${sep}`.startsWith(`${data}${sep}`))
      throw new BackupError(
        'inside_data',
        `${to} lies within the data folder: choose another disk, or another folder.`,
      );
    const folder = new BackupFolder(path);
    const known = await placeOfBackups(dataDir);
    const there = await readJson<{ id: string }>(join(path, 'archive.json'));
    if (there ? there.id !== known?.id : (await readdir(path)).length > 0)
      throw new BackupError(
        'foreign_folder',
        `${to} holds something else, or the backups of another Essor: choose an empty folder.`,
      );
    const id = there?.id ?? randomUUID();
    await mkdir(folder.wal, { recursive: true, mode: 0o700 });
    await writeWhole(join(path, 'archive.json'), JSON.stringify({ id }));
    if (known?.to !== path || known.id !== id) await writeWhole(join(dataDir, own), JSON.stringify({ to: path, id }));
    return folder;
  }

  /** Whether it still is the folder that was bound, and not an empty place where its disk should be. */
  async isThatOf(id: string): Promise<boolean> {
    return (await readJson<{ id: string }>(join(this.path, 'archive.json')))?.id === id;
  }

  file = (name: string): string => join(this.path, name);
  pathOf = (base: { name: string }): string => join(this.path, base.name);

  /** Oldest first. One without a manifest was never finished and is none. */
  async bases(): Promise<Base[]> {
    const names = (await readdir(this.path)).filter((name) => /^base-[0-9TZ]+$/.test(name)).sort();
    const found = await Promise.all(
      names.map(async (name) => ({ name, manifest: await readJson<Manifest>(join(this.path, name, 'manifest.json')) })),
    );
    return found.flatMap(({ name, manifest }) => (manifest ? [{ name, ...manifest }] : []));
  }

  /** Those whose log is archived up to their end; a base gets its name before, and until then is no backup. */
  async restorable({ at }: Through): Promise<Base[]> {
    return (await this.bases()).filter(({ stoppedAt }) => Date.parse(stoppedAt) <= Date.parse(at));
  }

  through = (): Promise<Through | null> => readJson(this.file('through.json'));
  tell = (through: Through): Promise<void> => writeWhole(this.file('through.json'), JSON.stringify(through));

  /** Names of the segments that are there, in their order; the last may be one that is still being written. */
  async segments(): Promise<{ name: string; file: string; whole: boolean }[]> {
    const files = (await readdir(this.wal)).sort();
    return files.flatMap((file) => {
      const [name = '', kind] = file.split('.');
      if (!isSegment(name) || (kind === 'partial' && files.includes(`${name}.gz`))) return [];
      return kind === 'gz' || kind === 'partial' ? [{ name, file: join(this.wal, file), whole: kind === 'gz' }] : [];
    });
  }

  /** Leaves the newest `keep` bases and the log from the oldest of them on. */
  async prune(keep: number): Promise<number> {
    const bases = await this.bases();
    const [kept] = bases.slice(-keep);
    const gone = bases.slice(0, -keep);
    const unfinished = (await readdir(this.path)).filter((name) => name.startsWith('draft-'));
    for (const name of [...gone.map((base) => base.name), ...unfinished])
      await rm(join(this.path, name), { recursive: true });
    for (const { name, file } of await this.segments()) {
      // The order of names is the order of the log, on one timeline as over several.
      if (kept && name < kept.startWal) await rm(file);
    }
    return gone.length;
  }
}
