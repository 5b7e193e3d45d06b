import { type DataSource, type EntityManager } from 'typeorm';
import { lockOrganization } from '#storage/database.js';
import { lockSealing } from '#storage/event/sealing.js';
import { findImport } from '#storage/import/imports.js';
import { type Brought, daysBroughtBy, takeBackDeclared, takeOut } from '#storage/import/undo.repository.js';
import {
  addUndone,
  daysOfUndo,
  finishUndo,
  refuseUndo,
  type UndoRefusal,
  undoRefusal,
} from '#storage/import/undo-request.js';
import { forgetWeeksOutside } from '#storage/measures/forget-weeks.js';
import { horizonOf, organizationById } from '#storage/organization/organization.js';
import { tellUndone, tellUndoneOfGroups } from '#storage/publication/weeks-to-publish.js';
import { renewEvidence } from '#storage/source/source-evidence.js';
import { buildActivity } from '../activity/build-activity.js';
import { publishLasting } from '../refresh.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/** Days that leave in one transaction: while it lasts, nothing else of the organisation goes in. */
const daysAtOnce = 7;

/** The import cannot be undone, or no longer. */
export class UndoRefused extends Error {
  override readonly name = 'UndoRefused';

  constructor(readonly code: UndoRefusal | 'unknown_import') {
    super(`The import cannot be undone: ${code}.`);
  }
}

/**
 * Leaves the organisation as if the import had never been, but for what its directory rows said: events that somebody else
 * brought too become theirs, the others go, and their days are built again. No trace keeps the same file from coming
 * back. Safe to repeat, also after being cut off halfway. Returns the number of events removed. Throws UndoRefused.
 */
export async function undoImport(work: DataSource, organizationId: string, importId: number): Promise<number> {
  return withinOrganization(organizationId, async () => {
    const stored = await findImport(work, organizationId, importId);
    if (!stored) throw new UndoRefused('unknown_import');
    if (stored.sourceId === null) throw new UndoRefused('no_events_to_undo');
    const brought: Brought = { organizationId, importId, sourceId: stored.sourceId };
    const { sealedBefore } = await organizationById(work.manager, organizationId);
    const all = await work.transaction((tx) => daysBroughtBy(tx, brought));
    const days = all.filter((day) => sealedBefore === null || day >= sealedBefore);
    for (let at = 0; at < days.length; at += daysAtOnce) {
      const some = days.slice(at, at + daysAtOnce);
      // The refusal is stored before it is thrown: the transaction must not take it back.
      const refused = await work.transaction((tx) => takeOutSome(tx, brought, some));
      if (refused) throw new UndoRefused(refused);
    }
    await buildActivity(work, organizationId);
    return work.transaction((tx) => settle(tx, organizationId, importId));
  });
}

async function takeOutSome(tx: EntityManager, brought: Brought, days: readonly string[]): Promise<UndoRefusal | null> {
  const { organizationId, importId } = brought;
  // Whoever stores the same events now would note that they are known, and lose them.
  await lockSealing(tx, organizationId);
  const { sealedBefore } = await organizationById(tx, organizationId);
  const stored = await findImport(tx, organizationId, importId);
  const refusal = stored && undoRefusal(stored, sealedBefore);
  if (refusal) {
    await refuseUndo(tx, organizationId, importId, refusal);
    return refusal;
  }
  const { removed, shared } = await takeOut(tx, brought, days);
  const [first, last] = [shared[0], shared.at(-1)];
  if (first && last) await tellUndoneOfGroups(tx, organizationId, first, last);
  await addUndone(tx, organizationId, importId, removed);
  return null;
}

/** What is left speaks of fewer days: no week is shown before the first of them or after the last. */
async function settle(tx: EntityManager, organizationId: string, importId: number): Promise<number> {
  await lockOrganization(tx, organizationId);
  await takeBackDeclared(tx, organizationId, importId);
  const undone = await findImport(tx, organizationId, importId);
  const organization = await organizationById(tx, organizationId);
  const days = undone && daysOfUndo(undone, organization.sealedBefore);
  // What was in others too stays: then no week counts anything that is gone.
  if (undone?.undoneEvents && days) await tellUndone(tx, organizationId, ...days);
  if (organization.sealedBefore === null) {
    await forgetWeeksOutside(tx, organizationId, horizonOf(organization));
    await renewEvidence(tx, organizationId);
  }
  await publishLasting(tx, organization);
  return finishUndo(tx, organizationId, importId);
}
