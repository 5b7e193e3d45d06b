import { WorkerHost } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { type Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { restsUntil } from '#runtime/jobs/dead-jobs.js';
import { type JobDefinition, payloadOf } from '#runtime/jobs/define-job.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import {
  activityJob,
  directoryJob,
  importJob,
  measuresJob,
  publicationJob,
  pullJob,
  qualityJob,
  reportJob,
  retentionJob,
  sweepJob,
} from '#runtime/jobs/jobs.js';
import { Processes } from '#runtime/jobs/processing.js';
import { auditHeadsPath, type Settings, SETTINGS } from '#runtime/settings.js';
import { auditHeads, AuditHeads } from '#storage/audit/audit-heads.js';
import { everyOrganization, leftOver } from '#storage/left-over/left-over.js';
import { WORK_DB } from '../databases.js';

const minute = 60_000;

/** Work that comes with time alone, and how often it is asked for. */
const regular: { job: JobDefinition<{ organizationId: string }>; every: number }[] = [
  { job: publicationJob, every: 5 * minute },
  { job: retentionJob, every: 6 * 60 * minute },
  { job: qualityJob, every: 24 * 60 * minute },
  { job: reportJob, every: minute },
];

@Processes(sweepJob)
export class SweepProcessor extends WorkerHost {
  private readonly asked = new Map<string, number>();
  /** The day whose ends of the audit log are kept. */
  private headsOf: string | undefined;

  constructor(
    @Inject(WORK_DB) private readonly work: DataSource,
    private readonly queue: JobQueue,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'AUDIT_HEADS' | 'ESSOR_DATA_DIR'>,
  ) {
    super();
  }

  async process(job: Job): Promise<void> {
    payloadOf(sweepJob, job);
    const { activity, directory, measures, imports, pulls } = await leftOver(this.work);
    const dead = await this.queue.dead();
    const ask = async <Payload>(job: JobDefinition<Payload>, payload: Payload) => {
      const deaths = dead.filter(({ kind, identity }) => kind === job.name && identity === job.identity(payload));
      if (restsUntil(deaths) <= Date.now()) await this.queue.addAgain(job, payload);
    };
    for (const one of imports) await ask(importJob, one);
    for (const one of pulls) await ask(pullJob, one);
    for (const organizationId of directory) await ask(directoryJob, { organizationId });
    for (const organizationId of activity) await ask(activityJob, { organizationId });
    for (const organizationId of measures) await ask(measuresJob, { organizationId });
    await this.askRegularly(Date.now());
    await this.keepHeads(new Date());
  }

  /** Once a day, and at every start: from then on the log before cannot be written anew unseen. */
  private async keepHeads(now: Date): Promise<void> {
    const today = now.toISOString().slice(0, 10);
    if (this.headsOf === today) return;
    await new AuditHeads(auditHeadsPath(this.settings)).add(...(await auditHeads(this.work, now)));
    this.headsOf = today;
  }

  private async askRegularly(now: number): Promise<void> {
    const due = regular.filter(({ job, every }) => now - (this.asked.get(job.name) ?? -Infinity) >= every);
    if (due.length === 0) return;
    const organizations = await everyOrganization(this.work);
    for (const { job } of due) {
      for (const organizationId of organizations) await this.queue.addAgain(job, { organizationId });
      this.asked.set(job.name, now);
    }
  }
}
