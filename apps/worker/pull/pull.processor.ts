import { WorkerHost } from '@nestjs/bullmq';
import { Inject, type OnModuleDestroy } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { type Network, openNetwork } from '#connectors/pull/network.js';
import { runPull } from '#pipeline/pull/run-pull.js';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { activityJob, pullJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { outgoingProxy, SETTINGS, type Settings } from '#runtime/settings.js';
import { WORK_DB } from '../databases.js';

@Processes(pullJob)
export class PullProcessor extends WorkerHost implements OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly network: Network;

  constructor(
    @Inject(WORK_DB) private readonly work: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly queue: JobQueue,
  ) {
    super();
    this.network = openNetwork({
      allowsPrivate: settings.PULL_ADDRESSES === 'private',
      signal: this.stopping.signal,
      proxy: outgoingProxy(settings),
    });
  }

  async process(job: Job): Promise<void> {
    const { organizationId, sourceId } = payloadOf(pullJob, job);
    const { signal } = this.stopping;
    const around = { appSecret: this.settings.APP_SECRET, network: this.network, clock: () => new Date(), signal };
    const outcome = await runPull(this.work, { organizationId, sourceId }, around);
    if (outcome !== 'idle') await this.queue.request(activityJob, { organizationId });
    if (outcome === 'partly' && !signal.aborted) await this.queue.request(pullJob, { organizationId, sourceId });
  }

  /** Before the worker waits for its jobs: a server that does not answer would hold it up. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.network.close();
  }
}
