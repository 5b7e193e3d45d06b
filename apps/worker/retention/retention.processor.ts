import { WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { retain } from '#pipeline/retention/retain.js';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { retentionJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { WORK_DB } from '../databases.js';

@Processes(retentionJob)
export class RetentionProcessor extends WorkerHost {
  constructor(@Inject(WORK_DB) private readonly work: DataSource) {
    super();
  }

  async process(job: Job): Promise<void> {
    const { organizationId } = payloadOf(retentionJob, job);
    await retain(this.work, organizationId, new Date());
  }
}
