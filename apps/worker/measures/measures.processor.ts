import { WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { measureAndPublish } from '#pipeline/refresh.js';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { measuresJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { WORK_DB } from '../databases.js';

@Processes(measuresJob)
export class MeasuresProcessor extends WorkerHost {
  constructor(@Inject(WORK_DB) private readonly work: DataSource) {
    super();
  }

  async process(job: Job): Promise<void> {
    const { organizationId } = payloadOf(measuresJob, job);
    await measureAndPublish(
      this.work,
      organizationId,
      new Date(),
      (stage, done, total) => void job.updateProgress({ stage, done, total }),
    );
  }
}
