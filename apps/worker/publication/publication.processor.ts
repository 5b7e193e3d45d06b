import { WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { publishDue } from '#pipeline/publication/publish-due.js';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { publicationJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { WORK_DB } from '../databases.js';

@Processes(publicationJob)
export class PublicationProcessor extends WorkerHost {
  constructor(@Inject(WORK_DB) private readonly work: DataSource) {
    super();
  }

  async process(job: Job): Promise<void> {
    const { organizationId } = payloadOf(publicationJob, job);
    await publishDue(this.work, organizationId, new Date());
  }
}
