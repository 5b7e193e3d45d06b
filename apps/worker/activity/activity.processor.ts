import { WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { buildActivity } from '#pipeline/activity/build-activity.js';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { activityJob, measuresJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { WORK_DB } from '../databases.js';

@Processes(activityJob)
export class ActivityProcessor extends WorkerHost {
  constructor(
    @Inject(WORK_DB) private readonly work: DataSource,
    private readonly queue: JobQueue,
  ) {
    super();
  }

  async process(job: Job): Promise<void> {
    const { organizationId } = payloadOf(activityJob, job);
    await buildActivity(this.work, organizationId, (done, total) => void job.updateProgress({ done, total }));
    await this.queue.request(measuresJob, { organizationId });
  }
}
