import { type DataSource } from 'typeorm';
import { findImport, type StoredImport } from './imports.js';
import { closedWeeksAround } from '../publication/weeks-to-publish.js';
import { daysOfUndo, undoRefusal } from './undo-request.js';
import { alsoBroughtBy, undoCounts } from './undo.repository.js';

/** What an undo would come to, and which other files hold the same events. */
export interface UndoAhead {
  leaving: number;
  staying: number;
  also: { file: StoredImport; events: number; goesAlong: boolean }[];
  /** What would leave where those that brought nothing of their own are undone along with it. */
  leavingAlong: number;
  /** Told weeks that would keep their figures. */
  closedWeeks: number;
}

/** Counted when somebody asks: it changes with every other import of the source. */
export async function undoAhead(
  { app, ledger }: { app: DataSource; ledger: DataSource },
  organizationId: string,
  stored: StoredImport,
  sealedBefore: string | null,
): Promise<UndoAhead> {
  const { id, sourceId } = stored;
  const days = daysOfUndo(stored, sealedBefore);
  if (sourceId === null || days === null) return { leaving: 0, staying: 0, also: [], leavingAlong: 0, closedWeeks: 0 };
  const brought = { organizationId, importId: id, sourceId };
  const also: UndoAhead['also'] = [];
  for (const { importId, events } of await alsoBroughtBy(ledger, brought, days)) {
    const file = importId === 0 ? null : await findImport(app, organizationId, importId);
    // What brought only what was known cannot be undone by itself, and says nothing that this import does not.
    const mayGo = file && undoRefusal({ ...file, mayOwnEvents: true }, sealedBefore) === null;
    if (file) also.push({ file, events, goesAlong: mayGo === true && !file.mayOwnEvents });
  }
  const along = also.flatMap(({ file, goesAlong }) => (goesAlong ? [file.id] : []));
  const counts = await undoCounts(ledger, brought, days);
  const closedWeeks = await closedWeeksAround(app, organizationId, days);
  if (along.length === 0) return { ...counts, also, leavingAlong: counts.leaving, closedWeeks };
  const { leaving } = await undoCounts(ledger, brought, days, along);
  return { ...counts, also, leavingAlong: leaving, closedWeeks };
}
