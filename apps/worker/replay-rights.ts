import { rightsLedgerPath, type Settings } from '#runtime/settings.js';
import { doorUrl } from '#storage/access/door.js';
import { openDatabase } from '#storage/database.js';
import { replay } from '#storage/rights/leave-out.js';
import { RightsLedger } from '#storage/rights/rights-ledger.js';

/** Before the first job: a backup that was put back must not bring anybody back who was erased or objected since. */
export async function replayRights(settings: Settings): Promise<void> {
  const lines = await new RightsLedger(rightsLedgerPath(settings)).read();
  if (lines.length === 0) return;
  const rights = await openDatabase(doorUrl(settings, 'rights'), {
    ...{ poolSize: 2, name: 'essor rights' },
    secret: settings.APP_SECRET,
  });
  try {
    await replay(rights, lines);
  } finally {
    await rights.destroy();
  }
}
