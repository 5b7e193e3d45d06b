import { WorkerHost } from '@nestjs/bullmq';
import { Inject, type OnModuleDestroy } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { buildActivity } from '#pipeline/activity/build-activity.js';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { activityJob, measuresJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { WORK_DB } from '../databases.js';

@Processes(activityJob)
export class ActivityProcessor extends WorkerHost implements OnModuleDestroy {
  private readonly stopping = new AbortController();

  constructor(
    @Inject(WORK_DB) private readonly work: DataSource,
    private readonly queue: JobQueue,
  ) {
    super();
  }

  /** A year of weeks must not hold up the end of the process. */
  onModuleDestroy(): void {
    this.stopping.abort();
  }

  async process(job: Job): Promise<void> {
    const { organizationId } = payloadOf(activityJob, job);
    await buildActivity(this.work, organizationId, undefined, this.stopping.signal);
    await this.queue.request(measuresJob, { organizationId });
  }
}
