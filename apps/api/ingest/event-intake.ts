import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { type IngestAnswer } from '#contract/events.js';
import { GroupCommit } from '#pipeline/ingest/group-commit.js';
import { ingestBatch, type IngestTarget } from '#pipeline/ingest/ingest-batch.js';
import { IngestOverloaded, LedgerUnavailable } from '#pipeline/ingest/ingest-error.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { activityJob } from '#runtime/jobs/jobs.js';
import { type KeyHolder } from '#storage/source/source-keys.js';
import { INGEST_DB } from '../databases.js';
import { INGEST_OPTIONS, type IngestOptions } from './ingest-options.js';
import { refuse } from './ingest-problem.js';

/** Names that a request gives beside its key; each must be the key's own. */
export interface NamesGiven {
  organizations: unknown[];
  sources: unknown[];
}

/** Takes batches in: acknowledged means committed, then asks for the work that follows. */
@Injectable()
export class EventIntake {
  private readonly commit: GroupCommit;
  private readonly asked = new Map<string, number>();

  constructor(
    @Inject(INGEST_DB) database: DataSource,
    private readonly jobs: JobQueue,
    @Inject(INGEST_OPTIONS) private readonly options: IngestOptions,
  ) {
    this.commit = new GroupCommit(database);
  }

  async take(
    holder: KeyHolder | undefined,
    events: readonly unknown[],
    names: NamesGiven,
    { dryRun, strict }: { dryRun: boolean; strict: boolean },
  ): Promise<IngestAnswer> {
    if (!holder) throw refuse.noKey();
    if (names.organizations.some((name) => name !== undefined && name !== holder.slug))
      throw refuse.otherOrganization();
    if (names.sources.some((name) => name !== undefined && name !== holder.sourceName)) throw refuse.otherSource();
    const mode = dryRun ? (strict ? 'dry_strict' : 'dry') : strict ? 'strict' : 'store';
    const { organizationId, sourceId } = holder;
    const report = await this.store(events, { organizationId, sourceId, mode, now: this.options.now() });
    if (report.accepted > 0 && !dryRun) this.askForActivity(organizationId);
    const { droppedFields, ...counts } = report;
    return { ...counts, dropped_fields: droppedFields, batch_id: randomUUID(), dry_run: dryRun };
  }

  private async store(events: readonly unknown[], target: IngestTarget) {
    try {
      return await ingestBatch(this.commit, events, target);
    } catch (error) {
      if (error instanceof LedgerUnavailable) throw refuse.unavailable();
      if (error instanceof IngestOverloaded) throw refuse.overloaded();
      throw error;
    }
  }

  /** Not waited for: the dirty marks say the same, and the sweep reads them. The job asked for last has not begun yet. */
  private askForActivity(organizationId: string): void {
    const now = performance.now();
    const last = this.asked.get(organizationId);
    if (last !== undefined && now - last < this.options.requestEvery) return;
    this.asked.set(organizationId, now);
    void this.jobs.request(activityJob, { organizationId });
  }
}
