import { WorkerHost } from '@nestjs/bullmq';
import { Inject, type OnModuleDestroy } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { measureAndPublish } from '#pipeline/refresh.js';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { measuresJob, publicationJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { WORK_DB } from '../databases.js';

@Processes(measuresJob)
export class MeasuresProcessor extends WorkerHost implements OnModuleDestroy {
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
    const { organizationId } = payloadOf(measuresJob, job);
    await measureAndPublish(this.work, organizationId, new Date(), undefined, this.stopping.signal);
    // A week that waited for what was counted now need not wait for the clock.
    await this.queue.request(publicationJob, { organizationId });
  }
}
