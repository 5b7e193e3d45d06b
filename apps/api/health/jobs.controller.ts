import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type DeadJobs, type JobsReplayed } from '#contract/jobs.js';
import { type DeadJob } from '#runtime/jobs/dead-jobs.js';
import { JobQueue, QueueSilent } from '#runtime/jobs/job-queue.js';
import { Problem } from '#runtime/problem.js';
import { noteAudit } from '#storage/audit/audit-log.js';
import { rowsOf } from '#storage/database.js';
import { reopenFailed } from '#storage/import/import-run.js';
import { enterOrganization } from '#storage/wall/within-organization.js';
import { Allow } from '../access/allow.js';
import { Account, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';

@Controller('v1/jobs')
export class JobsController {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly queue: JobQueue,
  ) {}

  @Get()
  @Allow('jobs')
  async dead(): Promise<DeadJobs> {
    const organizations = await rowsOf<{ id: string; slug: string }>(this.db, `select id, slug from organization`);
    const slugs = new Map(organizations.map(({ id, slug }) => [id, slug]));
    const jobs = (await this.deadOnes()).map(({ kind, organizationId, importId, attempts, failedAt, reason }) => ({
      ...{ kind, importId, attempts, reason, failedAt: failedAt.toISOString() },
      organization: slugs.get(organizationId ?? '') ?? null,
    }));
    return { jobs };
  }

  /** A queue takes part in no transaction: it is asked last, when nothing else can fail but the note's own commit. */
  @Post('replay')
  @HttpCode(200)
  @Allow('jobs')
  async replay(@Account() by: SignedIn): Promise<JobsReplayed> {
    return this.db.transaction(async (tx) => {
      const dead = await this.deadOnes();
      await noteAudit(tx, {
        ...{ organizationId: null, accountId: by.id, action: 'jobs_replayed' },
        detail: { jobs: dead.length },
      });
      for (const { organizationId, importId } of dead) {
        if (organizationId === null || importId === null) continue;
        await enterOrganization(tx, organizationId);
        await reopenFailed(tx, organizationId, importId);
      }
      const known = new Set(dead.map(({ kind, id }) => `${kind} ${id}`));
      const asked = await this.queue.replay(
        ({ kind, id }) => known.has(`${kind} ${id}`),
        () => Promise.resolve(),
      );
      return { asked };
    });
  }

  private deadOnes(): Promise<DeadJob[]> {
    return this.queue.dead().catch((error: unknown) => {
      if (!(error instanceof QueueSilent)) throw error;
      throw new Problem('queue_silent', 503, 'The queue of jobs does not answer.', {}, { 'retry-after': '10' });
    });
  }
}
