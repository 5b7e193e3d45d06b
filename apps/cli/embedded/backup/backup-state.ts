import { BackupFolder, placeOfBackups } from './backup-folder.js';

/** Older than this, and a copy that goes on every ten seconds does not. */
const stale = 5 * 60_000;
const dayLong = 24 * 60 * 60_000;
/** Every base older than this lets the log since grow, and a restore take long. */
const oldBase = 8 * dayLong;

/** Whether what is acknowledged now could be restored tomorrow. `runs`: an Essor that should be archiving. */
export async function backupState(
  dataDir: string,
  { now, runs }: { now: Date; runs: boolean },
): Promise<{ ok: boolean; detail: string }> {
  const place = await placeOfBackups(dataDir);
  if (!place) return { ok: true, detail: 'none: essor backup --to FOLDER' };
  const folder = new BackupFolder(place.to);
  if (!(await folder.isThatOf(place.id))) return { ok: false, detail: `${place.to} is not there` };
  const through = await folder.through();
  const base = through ? (await folder.restorable(through)).at(-1) : undefined;
  if (!base || !through) return { ok: false, detail: `nothing whole in ${place.to} yet` };
  const since = now.getTime() - Date.parse(through.at);
  const age = now.getTime() - Date.parse(base.stoppedAt);
  const minute = (at: string) => `${at.slice(0, 16).replace('T', ' ')} UTC`;
  const detail = `last ${minute(base.stoppedAt)}, log up to ${minute(through.at)} in ${place.to}`;
  if (runs && since > stale) return { ok: false, detail: `${detail}: nothing has been archived since` };
  return { ok: age <= oldBase, detail: age <= oldBase ? detail : `${detail}: take a new one` };
}
