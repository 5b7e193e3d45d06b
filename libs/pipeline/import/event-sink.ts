import { type DataSource, type QueryRunner } from 'typeorm';
import { type CanonicalEvent } from '#connectors/event/canonical-event.js';
import { UnreadableFileError } from '#connectors/rejection.js';
import { bringersOf } from '#storage/event/bringers.js';
import { type EventOutcome, type EventRow } from '#storage/event/event-row.js';
import { foundingKinds, kindIndex } from '#domain/events/kind.js';
import { emptyIncoming } from '#storage/event/incoming.js';
import { storeEvents, storeWithin } from '#storage/event/store-events.js';
import { addToSourceHours, type SourceCount } from '#storage/source/source-hour.js';
import { aheadOf } from '../ingest/ahead.js';
import { eventRowOf, refusalOf, unkeepable } from '../ingest/event-row-of.js';
import { type ImportTally } from './import-tally.js';

/** As the ledger numbers them. */
const founding: ReadonlySet<number> = new Set(foundingKinds.map(kindIndex));
/** Events in one transaction. */
const batchSize = 20_000;
/** Events of the first batch that are looked for under other sources. */
const sampled = 200;

export interface SinkTarget {
  organizationId: string;
  sourceId: number;
  importId: number;
  now: Date;
  /** One transaction for the whole file; without it, each batch has its own. */
  runner: QueryRunner | null;
  isDry: boolean;
  /** The same file is in under another source. */
  isInElsewhere: boolean;
  /** Somebody wants the events to count once more. */
  again: boolean;
}

interface Batch {
  rows: EventRow[];
  origins: { line: number; id: string }[];
}

const knownElsewhere = () =>
  new UnreadableFileError(
    'known_elsewhere',
    null,
    'Most of its events are in under another source: they would count twice.',
  );

/** Gathers events into batches and stores them; the file is read on while one batch is on its way. */
export class EventSink {
  private batch: Batch = { rows: [], origins: [] };
  private underWay: { batch: Batch; outcomes: Promise<EventOutcome[]> } | null = null;
  private isBegun = false;
  /** Lines refused by the ledger, which its source has in its counters already. */
  private counted = 0;
  /** Days of the events that are in the ledger now, or would be. */
  readonly days = new Set<string>();
  /** The latest instant among them. */
  last: string | null = null;

  constructor(
    private readonly work: DataSource,
    private readonly target: SinkTarget,
    private readonly tally: ImportTally,
  ) {}

  async add(line: number, event: CanonicalEvent): Promise<void> {
    const refused = unkeepable(event, line);
    if (refused) {
      this.tally.reject({ ...refused, line });
      return;
    }
    this.batch.rows.push(eventRowOf(event, this.target.sourceId, this.target.importId));
    this.batch.origins.push({ line, id: event.id });
    if (this.batch.rows.length >= batchSize) await this.handOver();
  }

  /** Everything that was added is in the ledger, or refused, when this returns. */
  async flush(): Promise<void> {
    await this.handOver();
    await this.arrive();
  }

  /** The lines that never came to be events: its source refused as many as the report of the file says. */
  async countRefused(): Promise<void> {
    const { organizationId, sourceId, runner, isDry, now } = this.target;
    const refused = this.tally.rejected - this.counted;
    if (refused === 0 || isDry) return;
    const count = { sourceId, at: now, received: refused, accepted: 0, duplicates: 0, rejected: refused };
    const counts = [{ ...count, skipped: 0, droppedFields: 0, lagSeconds: null }];
    await addToSourceHours(runner?.manager ?? this.work.manager, organizationId, counts);
  }

  /** Waits for the batch on its way, whatever becomes of it: nothing may still be writing when the reading is over. */
  async settle(): Promise<void> {
    await this.underWay?.outcomes.catch(() => undefined);
  }

  private async handOver(): Promise<void> {
    await this.arrive();
    const { batch } = this;
    this.batch = { rows: [], origins: [] };
    if (batch.rows.length === 0) return;
    if (!this.isBegun) await this.lookElsewhere(batch.rows);
    this.isBegun = true;
    const outcomes = this.store(batch.rows);
    // Whoever waits for the batch is told; until then a failure is nobody's.
    outcomes.catch(() => undefined);
    this.underWay = { batch, outcomes };
  }

  /** The same events under another name of the source would count twice: they wait for whoever hands them in to say so. */
  private async lookElsewhere(rows: readonly EventRow[]): Promise<void> {
    const { organizationId, sourceId } = this.target;
    const step = Math.ceil(rows.length / sampled);
    const sample = rows.filter((_, index) => index % step === 0);
    const most = (await bringersOf(this.work, organizationId, sample)).filter(
      ({ events }) => events * 2 >= sample.length,
    );
    // Known under this source, they change nothing, wherever else they are known.
    if (most.some((one) => one.sourceId === sourceId)) return;
    if (!this.target.isInElsewhere && most.length === 0) return;
    if (!this.target.isDry && !this.target.again) throw knownElsewhere();
    this.tally.note('known_elsewhere');
  }

  /** What is on its way is in the ledger, and told; what waits is given up. */
  async abandon(): Promise<void> {
    this.batch = { rows: [], origins: [] };
    await this.arrive();
  }

  /** Waits for the batch on its way and tallies it: here, not when it is stored, so that a report has one order. */
  private async arrive(): Promise<void> {
    if (this.underWay === null) return;
    const { batch, outcomes } = this.underWay;
    this.underWay = null;
    const { rows, origins } = batch;
    for (const [place, outcome] of (await outcomes).entries()) {
      const origin = origins[place];
      const row = rows[place];
      if (!origin || !row) continue;
      const refusal = refusalOf(outcome, origin.line, origin.id);
      if (refusal) {
        this.tally.reject({ ...refusal, line: origin.line });
        this.counted++;
      } else if (outcome !== 'left_out') {
        this.days.add(row.day);
        if (!this.target.isDry) this.tally.stored(row.day, founding.has(row.kind));
        if (this.last === null || row.occurredAt > this.last) this.last = row.occurredAt;
      }
      if (outcome === 'accepted') this.tally.accepted++;
      else if (outcome === 'duplicate') this.tally.duplicates++;
      else if (outcome === 'left_out') this.tally.skipped++;
    }
  }

  private async store(rows: readonly EventRow[]): Promise<EventOutcome[]> {
    const { organizationId, runner, isDry } = this.target;
    const count = (outcomes: readonly EventOutcome[]) => [this.countOf(rows, outcomes)];
    if (runner === null) return storeEvents(this.work, organizationId, rows, { mode: isDry ? 'dry' : 'store', count });
    const outcomes = await storeWithin(runner, organizationId, rows, 'strict');
    await emptyIncoming(runner);
    await addToSourceHours(runner.manager, organizationId, count(outcomes));
    return outcomes;
  }

  private countOf(rows: readonly EventRow[], outcomes: readonly EventOutcome[]): SourceCount {
    const accepted = outcomes.filter((outcome) => outcome === 'accepted').length;
    const duplicates = outcomes.filter((outcome) => outcome === 'duplicate').length;
    const skipped = outcomes.filter((outcome) => outcome === 'left_out').length;
    const rejected = outcomes.length - accepted - duplicates - skipped;
    const { sourceId, now } = this.target;
    // A file brings the past: its delay says nothing of the source.
    return {
      sourceId,
      at: now,
      received: outcomes.length,
      accepted,
      duplicates,
      rejected,
      skipped,
      droppedFields: 0,
      lagSeconds: null,
      conflicts: outcomes.filter((outcome) => outcome === 'conflict').length,
      ...aheadOf(rows, now),
    };
  }
}
