import { type Installation } from '../../installation.js';
import { BackupFolder, placeOfBackups } from './backup-folder.js';
import { BackupError } from './backup-error.js';
import { serverOf } from './backup.command.js';
import { WalArchiver } from './wal-archiver.js';

/** So much may be lost with the disk, and a little more. */
const every = 10_000;
/** A disk that is away says so at every attempt. */
const complainEvery = 10 * 60_000;

/** While Essor runs, copies what is acknowledged to where `essor backup` said; nothing where it never did. */
export function keepArchive(installation: Installation, report: (line: string) => void): { end(): Promise<void> } {
  if (!installation.embedded) return { end: () => Promise.resolve() };
  let running: Promise<void> | undefined;
  let complained = -Infinity;
  let archiver: { to: string; wal: WalArchiver } | undefined;
  const once = async () => {
    try {
      const place = await placeOfBackups(installation.dataDir);
      if (!place) return;
      const folder = new BackupFolder(place.to);
      if (!(await folder.isThatOf(place.id)))
        throw new BackupError('folder_gone', `${place.to} is not there: nothing is backed up.`);
      if (archiver?.to !== place.to) archiver = { to: place.to, wal: new WalArchiver(serverOf(installation), folder) };
      await archiver.wal.archive();
    } catch (error) {
      if (Date.now() - complained < complainEvery) return;
      complained = Date.now();
      report(`The backup does not go on: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const tick = () => (running ??= once().finally(() => (running = undefined)));
  const timer = setInterval(() => void tick(), every).unref();
  return {
    end: async () => {
      clearInterval(timer);
      await running;
      await once();
    },
  };
}
