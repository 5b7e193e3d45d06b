import { undoImport } from '#pipeline/import/undo-import.js';
import { refresh } from '#pipeline/refresh.js';
import { findImport } from '#storage/import/imports.js';
import { undoAhead } from '#storage/import/undo-along.js';
import { requestUndo, type UndoRefusal, undoRefusal } from '#storage/import/undo-request.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { hasWorker, type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

const reasons: Record<UndoRefusal, string> = {
  import_under_way: 'is under way: wait for its end, or cancel it on the page of sources',
  no_events_to_undo: 'brought no event; directory files and declared facts are corrected by a later file instead',
  sealed_day: 'has events past their retention: what was counted of them stays',
};

/** Takes a whole import back; with no worker about, also rebuilds what it changes. */
export async function undoFile(
  installation: Installation,
  number: string,
  options: { org: string; json?: boolean },
): Promise<number> {
  const work = await installation.as('work');
  const { id: organizationId, sealedBefore } = await organizationBySlug(work, options.org);
  const importId = /^\d{1,9}$/.test(number) ? Number(number) : null;
  const within = <T>(step: () => Promise<T>) => withinOrganization(organizationId, step);
  const stored = importId === null ? null : await within(() => findImport(work, organizationId, importId));
  if (!stored) throw new CommandError(`There is no import ${number} in ${options.org}.`, 'unknown_import', 2);
  const refusal = undoRefusal(stored, sealedBefore);
  if (refusal) throw new CommandError(`Import ${number} ${reasons[refusal]}.`, refusal);
  const { also } = await within(() => undoAhead({ app: work, ledger: work }, organizationId, stored, sealedBefore));
  await within(() => requestUndo(work, organizationId, stored.id, null));
  const removed = await undoImport(work, organizationId, stored.id);
  if (!(await hasWorker(work))) await refresh(work, organizationId, new Date());
  answer(options.json, { importId: stored.id, removed, alsoIn: also.map(({ file }) => file.id) }, () => [
    `import ${stored.id} (${stored.fileName}) undone: ${removed} events removed`,
    ...also.map(
      ({ file, events }) => `${events} of its events stay: import ${file.id} (${file.fileName}) holds them too`,
    ),
  ]);
  return 0;
}
