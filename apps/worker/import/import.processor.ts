import { WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type Job, UnrecoverableError } from 'bullmq';
import { DataSource } from 'typeorm';
import { runKept } from '#pipeline/import/run-kept.js';
import { undoImport, UndoRefused } from '#pipeline/import/undo-import.js';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { activityJob, importJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { failedOnOurSide, finishImport } from '#storage/import/import-run.js';
import { findImport, type StoredImport } from '#storage/import/imports.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { WORK_DB } from '../databases.js';

@Processes(importJob)
export class ImportProcessor extends WorkerHost {
  constructor(
    @Inject(WORK_DB) private readonly work: DataSource,
    private readonly queue: JobQueue,
  ) {
    super();
  }

  async process(job: Job): Promise<void> {
    const { organizationId, importId } = payloadOf(importJob, job);
    await withinOrganization(organizationId, () => this.end(job, organizationId, importId));
  }

  private async end(job: Job, organizationId: string, importId: number): Promise<void> {
    const stored = await findImport(this.work, organizationId, importId);
    if (!stored) throw new UnrecoverableError('the import is gone');
    if (isOver(stored)) return;
    if (stored.state === 'undoing') await this.undo(organizationId, importId);
    else await this.read(job, stored, organizationId, importId);
    await this.queue.request(activityJob, { organizationId });
  }

  private async undo(organizationId: string, importId: number): Promise<void> {
    try {
      await undoImport(this.work, organizationId, importId);
    } catch (error) {
      // Stored with the import: trying again would find the same.
      throw error instanceof UndoRefused ? new UnrecoverableError(error.message) : error;
    }
  }

  /** After the last attempt the import has failed for good: the sweep would ask for it for ever. */
  private async read(job: Job, stored: StoredImport, organizationId: string, importId: number): Promise<void> {
    const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    try {
      await runKept(this.work, organizationId, stored, new Date());
    } catch (error) {
      if (isLast)
        await finishImport(this.work, organizationId, importId, { completeThrough: null, errorCode: failedOnOurSide });
      throw error;
    }
  }
}

const isOver = ({ state }: StoredImport) => ['done', 'failed', 'cancelled', 'held', 'undone'].includes(state);
