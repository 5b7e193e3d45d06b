import { WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { checkIds } from '#pipeline/quality/check-ids.js';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { qualityJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { WORK_DB } from '../databases.js';

@Processes(qualityJob)
export class QualityProcessor extends WorkerHost {
  constructor(@Inject(WORK_DB) private readonly work: DataSource) {
    super();
  }

  async process(job: Job): Promise<void> {
    const { organizationId } = payloadOf(qualityJob, job);
    await checkIds(this.work, organizationId);
  }
}
