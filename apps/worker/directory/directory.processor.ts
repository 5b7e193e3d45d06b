import { WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { applyScim } from '#pipeline/import/apply-scim.js';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { activityJob, directoryJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { WORK_DB } from '../databases.js';

@Processes(directoryJob)
export class DirectoryProcessor extends WorkerHost {
  constructor(
    @Inject(WORK_DB) private readonly work: DataSource,
    private readonly queue: JobQueue,
  ) {
    super();
  }

  async process(job: Job): Promise<void> {
    const { organizationId } = payloadOf(directoryJob, job);
    while ((await applyScim(this.work, organizationId, new Date())).more);
    await this.queue.request(activityJob, { organizationId });
  }
}
