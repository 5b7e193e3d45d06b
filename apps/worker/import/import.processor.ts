import { WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type Job, UnrecoverableError } from 'bullmq';
import { DataSource } from 'typeorm';
import { type ImportSettings } from '#pipeline/import/import-request.js';
import { runImport } from '#pipeline/import/run-import.js';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { activityJob, importJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { readChunks } from '#storage/import/import-chunks.js';
import { findImport } from '#storage/import/imports.js';
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
    const stored = await findImport(this.work, organizationId, importId);
    if (!stored) throw new UnrecoverableError('the import is gone');
    if (stored.state === 'done' || stored.state === 'failed') return;
    await runImport(this.work, {
      organizationId,
      importId,
      kind: stored.kind,
      fileName: stored.fileName,
      totalBytes: stored.totalBytes,
      settings: stored.options,
      input: () => readChunks(this.work, organizationId, importId),
      now: new Date(),
    });
    await this.queue.request(activityJob, { organizationId });
  }
}
