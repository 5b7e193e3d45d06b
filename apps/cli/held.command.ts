import { runKept } from '#pipeline/import/run-kept.js';
import { refresh } from '#pipeline/refresh.js';
import { decideHeld } from '#storage/import/held-import.js';
import { findImport } from '#storage/import/imports.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { summary } from './import-summary.js';
import { hasWorker, type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

/**
 * What the page of sources decides of a file of everybody that waits. Approved, it is read again: by the worker, or here
 * where there is none. Should more have changed meanwhile than was seen, it is held again (exit code 1).
 */
export async function decideFile(
  installation: Installation,
  decision: 'approve' | 'refuse',
  number: string,
  options: { org: string; json?: boolean },
): Promise<number> {
  const work = await installation.as('work');
  const { id: organizationId } = await organizationBySlug(work, options.org);
  const find = () =>
    withinOrganization(organizationId, async () =>
      /^\d{1,9}$/.test(number) ? await findImport(work, organizationId, Number(number)) : null,
    );
  const known = await find();
  if (!known) throw new CommandError(`There is no import ${number} in ${options.org}.`, 'unknown_import', 2);
  const owner = await installation.as('owner');
  if (!(await decideHeld(owner, organizationId, known.id, decision, null)))
    throw new CommandError(
      `Import ${number} is not held: it was decided already, or a later file went in.`,
      'not_held',
    );
  if (decision === 'refuse' || (await hasWorker(work))) {
    const state = decision === 'refuse' ? 'refused' : 'approved';
    const rest = decision === 'refuse' ? '' : ': the worker reads it';
    answer(options.json, { importId: known.id, state }, () => [
      `import ${known.id} (${known.fileName}) ${state}${rest}`,
    ]);
    return 0;
  }
  const report = await runKept(work, organizationId, (await find()) ?? known, new Date());
  if (report.state === 'done') await refresh(work, organizationId, new Date());
  answer(options.json, report, () => summary(report));
  return report.state === 'done' ? 0 : 1;
}
