import { WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { payloadOf } from '#runtime/jobs/define-job.js';
import { reportJob } from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { Mailer } from '#runtime/mailer.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { APP_DB, READ_DB } from '../databases.js';
import { sendReports } from '#pages/send-reports.js';

@Processes(reportJob)
export class ReportProcessor extends WorkerHost {
  constructor(
    @Inject(APP_DB) private readonly app: DataSource,
    @Inject(READ_DB) private readonly read: DataSource,
    private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  async process(job: Job): Promise<void> {
    const { organizationId } = payloadOf(reportJob, job);
    const { app, read, mailer } = this;
    const publicUrl = this.settings.PUBLIC_URL;
    await sendReports({ app, read }, organizationId, { mailer, publicUrl, now: () => new Date() });
  }
}
