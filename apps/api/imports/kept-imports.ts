import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type HeldSnapshot, type Import, type Imports, type UndoCounts } from '#contract/imports.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { importJob } from '#runtime/jobs/jobs.js';
import { Problem } from '#runtime/problem.js';
import { decideHeld, heldChanges } from '#storage/import/held-import.js';
import { cancelImport } from '#storage/import/import-run.js';
import { findImport, listImports, type StoredImport } from '#storage/import/imports.js';
import { type UndoAhead, undoAhead } from '#storage/import/undo-along.js';
import { requestUndo, type UndoRefusal, undoRefusal } from '#storage/import/undo-request.js';
import { organizationById } from '#storage/organization/organization.js';
import { isCountingBeforeWord } from '#storage/publication/first-word.js';
import { APP_DB, INGEST_DB } from '../databases.js';
import { importAnswer } from './import-answer.js';

const reasons: Record<UndoRefusal, string> = {
  import_under_way: 'The import is under way: cancel it first.',
  no_events_to_undo: 'The import brought no event, so there is nothing to undo.',
  sealed_day: 'Events of this import are past their retention: what was counted of them stays.',
};

/** Imports as they are told, ended early, and undone. */
@Injectable()
export class KeptImports {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    @Inject(INGEST_DB) private readonly ledger: DataSource,
    private readonly jobs: JobQueue,
  ) {}

  async list(organizationId: string, limit: number): Promise<Imports> {
    const [imports, { sealedBefore }, counting] = await Promise.all([
      listImports(this.database, organizationId, limit),
      organizationById(this.database, organizationId),
      isCountingBeforeWord(this.database.manager, organizationId, new Date()),
    ]);
    return { imports: imports.map((one) => importAnswer(one, sealedBefore, new Date())), counting };
  }

  async find(organizationId: string, id: number): Promise<StoredImport> {
    const found = await findImport(this.database, organizationId, id);
    if (!found) throw new Problem('unknown_import', 404, 'There is no such import.');
    return found;
  }

  async tell(organizationId: string, id: number): Promise<Import> {
    const { sealedBefore } = await organizationById(this.database, organizationId);
    return importAnswer(await this.find(organizationId, id), sealedBefore, new Date());
  }

  /** The worker stops at its next sign of life; what it stored stays until the import is undone. */
  async cancel(organizationId: string, id: number, accountId: string): Promise<Import> {
    await this.find(organizationId, id);
    if (!(await cancelImport(this.database, organizationId, id, accountId)))
      throw new Problem('import_over', 409, 'The import is over: it can be undone instead.');
    return this.tell(organizationId, id);
  }

  async held(organizationId: string, id: number): Promise<HeldSnapshot> {
    await this.find(organizationId, id);
    const held = await heldChanges(this.database, organizationId, id);
    if (!held) throw new Problem('not_held', 404, 'This file is not, and was not, held.');
    return held;
  }

  /** Approved, it is read again; should more have changed meanwhile than was seen, it is held again. */
  async decide(organizationId: string, id: number, decision: 'approve' | 'refuse', accountId: string): Promise<Import> {
    await this.find(organizationId, id);
    if (!(await decideHeld(this.database, organizationId, id, decision, accountId)))
      throw new Problem('not_held', 409, 'The file is not held: somebody decided already, or a later one went in.');
    if (decision === 'approve') await this.jobs.request(importJob, { organizationId, importId: id });
    return this.tell(organizationId, id);
  }

  /** Counted when somebody asks: it changes with every other import of the source. */
  async undoCounts(organizationId: string, id: number): Promise<UndoCounts> {
    const { also, ...counts } = await this.ahead(organizationId, id);
    const alsoIn = also.map(({ file: { id: other, fileName, createdAt }, events, goesAlong }) => ({
      ...{ id: other, fileName, createdAt: createdAt.toISOString(), events, goesAlong },
    }));
    return { ...counts, alsoIn };
  }

  /** Those that go along go first, so that the import that brought the events is the one that takes them out. */
  async undo(organizationId: string, id: number, accountId: string, along: boolean): Promise<Import> {
    const { also } = along ? await this.ahead(organizationId, id) : { also: [] };
    await this.undoable(organizationId, id);
    const all = [...also.filter(({ goesAlong }) => goesAlong).map(({ file }) => file.id), id];
    // All or none: else the copies could be gone and the wrong file still there.
    await this.database.transaction(async (tx) => {
      for (const one of all) await requestUndo(tx, organizationId, one, accountId);
    });
    for (const importId of all) await this.jobs.request(importJob, { organizationId, importId });
    return this.tell(organizationId, id);
  }

  private async ahead(organizationId: string, id: number): Promise<UndoAhead> {
    const found = await this.undoable(organizationId, id);
    const { sealedBefore } = await organizationById(this.database, organizationId);
    return undoAhead({ app: this.database, ledger: this.ledger }, organizationId, found, sealedBefore);
  }

  private async undoable(organizationId: string, id: number): Promise<StoredImport> {
    const { sealedBefore } = await organizationById(this.database, organizationId);
    const found = await this.find(organizationId, id);
    const refusal = undoRefusal(found, sealedBefore);
    if (refusal) throw new Problem(refusal, 409, reasons[refusal]);
    return found;
  }
}
