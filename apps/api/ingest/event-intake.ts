import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { type IngestAnswer } from '#contract/events.js';
import { type Vocabulary } from '#domain/events/vocabulary.js';
import { checkBatch, type CheckedBatch } from '#pipeline/ingest/check-batch.js';
import { checkStream } from '#pipeline/ingest/check-stream.js';
import { GroupCommit } from '#pipeline/ingest/group-commit.js';
import { ingestBatch, type IngestTarget } from '#pipeline/ingest/ingest-batch.js';
import { IngestOverloaded, LedgerUnavailable } from '#pipeline/ingest/ingest-error.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { activityJob } from '#runtime/jobs/jobs.js';
import { PurposeGateClosed } from '#storage/purpose/purpose-gate.repository.js';
import { type KeyHolder } from '#storage/source/source-keys.js';
import { INGEST_DB } from '../databases.js';
import { ApiMetrics } from '../http/api-metrics.js';
import { INGEST_OPTIONS, type IngestOptions } from './ingest-options.js';
import { refuse } from './ingest-problem.js';
import { StreamNames } from './stream-names.js';

/** Names that a request gives beside its key; each must be the key's own. */
export interface NamesGiven {
  organizations: unknown[];
  sources: unknown[];
}

export interface Flags {
  dryRun: boolean;
  strict: boolean;
}

export interface Documents {
  vocabulary: Vocabulary;
  documents: readonly unknown[];
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
    private readonly names: StreamNames,
    private readonly metrics: ApiMetrics,
  ) {
    this.commit = new GroupCommit(database);
  }

  /** Events in our own form. */
  async take(holder: KeyHolder, events: readonly unknown[], names: NamesGiven, flags: Flags): Promise<IngestAnswer> {
    checkNames(holder, names);
    const now = this.options.now();
    return this.keep(holder, checkBatch(events, holder.sourceId, now), flags, now);
  }

  /** Documents of another vocabulary, read as the source of the key means them. */
  async takeStream(holder: KeyHolder, { vocabulary, documents }: Documents, given: NamesGiven, flags: Flags) {
    checkNames(holder, given);
    const now = this.options.now();
    const names = await this.names.of(holder, vocabulary);
    const batch = checkStream(documents, { vocabulary, names, sourceId: holder.sourceId, now });
    return this.keep(holder, batch, flags, now);
  }

  private async keep(
    holder: KeyHolder,
    batch: CheckedBatch,
    { dryRun, strict }: Flags,
    now: Date,
  ): Promise<IngestAnswer> {
    const mode = dryRun ? (strict ? 'dry_strict' : 'dry') : strict ? 'strict' : 'store';
    const { organizationId, sourceId } = holder;
    const report = await this.store(batch, { organizationId, sourceId, mode, now });
    if (report.accepted > 0 && !dryRun) this.askForActivity(organizationId);
    const { droppedFields, ...counts } = report;
    this.metrics.count({ ...counts, dry_run: dryRun });
    return { ...counts, dropped_fields: droppedFields, batch_id: randomUUID(), dry_run: dryRun };
  }

  private async store(batch: CheckedBatch, target: IngestTarget) {
    try {
      return await ingestBatch(this.commit, batch, target);
    } catch (error) {
      if (error instanceof LedgerUnavailable) throw refuse.unavailable();
      if (error instanceof IngestOverloaded) throw refuse.overloaded();
      if (error instanceof PurposeGateClosed) throw refuse.gateClosed(error.message);
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

function checkNames(holder: KeyHolder, { organizations, sources }: NamesGiven): void {
  if (organizations.some((name) => name !== undefined && name !== holder.slug)) throw refuse.otherOrganization();
  if (sources.some((name) => name !== undefined && name !== holder.sourceName)) throw refuse.otherSource();
}
