import { BullModule, type WorkerHost } from '@nestjs/bullmq';
import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type Worker } from 'bullmq';
import { DataSource } from 'typeorm';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { openPlace, type QueuePlace } from '#runtime/jobs/queue-backend.js';
import { requireOneProcessorEach } from '#runtime/jobs/processing.js';
import { type Logger, LOGGER } from '#runtime/logger.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { Mailer } from '#runtime/mailer.js';
import { doorUrl } from '#storage/access/door.js';
import { accessTables } from '#storage/access/tables.js';
import { openDatabase } from '#storage/database.js';
import { APP_DB, READ_DB, WORK_DB } from './databases.js';
import { WorkerMetrics } from './worker-metrics.js';
import { processors } from './processors.js';

/** A queue that was emptied has forgotten its schedule: it is told again this often. */
const reschedule = 30_000;

@Global()
@Module({})
export class WorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(WORK_DB) private readonly work: DataSource,
    @Inject(READ_DB) private readonly read: DataSource,
    @Inject(APP_DB) private readonly app: DataSource,
    private readonly queue: JobQueue,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly module: ModuleRef,
    private readonly metrics: WorkerMetrics,
  ) {}

  /** Throws ProcessorsDisagree before anything is opened. */
  static in(settings: Settings, logger: Logger, metrics: WorkerMetrics): DynamicModule {
    requireOneProcessorEach(processors);
    const place: QueuePlace =
      settings.REDIS_URL === undefined ? { postgresUrl: doorUrl(settings, 'jobs') } : { redisUrl: settings.REDIS_URL };
    const workUrl = doorUrl(settings, 'work');
    return {
      module: WorkerModule,
      // The second registers no queue of its own: it brings what finds the processors.
      imports: [BullModule.forRoot(openPlace(place)), BullModule.registerQueue()],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: LOGGER, useValue: logger },
        { provide: WorkerMetrics, useValue: metrics },
        {
          provide: WORK_DB,
          useFactory: () => openDatabase(workUrl, { poolSize: 10, name: 'essor work', secret: settings.APP_SECRET }),
        },
        {
          provide: READ_DB,
          useFactory: () => openDatabase(doorUrl(settings, 'read'), { poolSize: 4, name: 'essor report read' }),
        },
        {
          provide: APP_DB,
          useFactory: () =>
            openDatabase(doorUrl(settings, 'app'), {
              ...{ poolSize: 4, name: 'essor report app', tables: accessTables },
              secret: settings.APP_SECRET,
            }),
        },
        Mailer,
        { provide: JobQueue, useFactory: () => new JobQueue(place, logger) },
        ...processors,
      ],
    };
  }

  onApplicationBootstrap(): void {
    for (const worker of this.workers()) this.report(worker);
    this.metrics.watch({ work: this.work, read: this.read, app: this.app }, this.workers());
    const tell = () => {
      this.queue.scheduleSweep().catch((err: unknown) => this.logger.warn({ err }, 'cannot schedule the sweep'));
    };
    this.timer = setInterval(tell, reschedule);
    tell();
  }

  /** Jobs that run are waited for while everything they need is still open. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.workers().map((worker) => worker.close()));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
    await Promise.all([this.work.destroy(), this.read.destroy(), this.app.destroy()]);
  }

  private workers(): Worker[] {
    return processors.map((processor) => this.module.get<WorkerHost>(processor, { strict: false }).worker);
  }

  private report(worker: Worker): void {
    let complained = 0;
    worker.on('failed', (job, err) =>
      this.logger.error({ err: err.cause ?? err, job: worker.name, attempt: job?.attemptsMade }, 'job failed'),
    );
    worker.on('completed', ({ data, processedOn = 0, finishedOn = 0 }) => {
      void this.queue.bury(worker.name, data);
      this.logger.debug({ job: worker.name, ms: finishedOn - processedOn }, 'job done');
    });
    // A queue that is down says so at every attempt.
    worker.on('error', (err) => {
      if (Date.now() - complained < 10_000) return;
      complained = Date.now();
      this.logger.warn({ err, job: worker.name }, 'the job queue does not answer');
    });
  }
}
