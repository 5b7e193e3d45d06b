import { type DataSource, type QueryRunner } from 'typeorm';
import { type CanonicalEvent } from '#connectors/event/canonical-event.js';
import { type EventOutcome, type EventRow } from '#storage/event/event-row.js';
import { emptyIncoming } from '#storage/event/incoming.js';
import { storeEvents, storeWithin } from '#storage/event/store-events.js';
import { addToSourceHours, type SourceCount } from '#storage/source/source-hour.js';
import { eventRowOf, refusalOf, unkeepable } from '../ingest/event-row-of.js';
import { type ImportTally } from './import-tally.js';

/** Events in one transaction. */
const batchSize = 20_000;

export interface SinkTarget {
  organizationId: string;
  sourceId: number;
  importId: number;
  now: Date;
  /** One transaction for the whole file; without it, each batch has its own. */
  runner: QueryRunner | null;
  isDry: boolean;
}

/** Gathers events into batches and stores them. */
export class EventSink {
  private rows: EventRow[] = [];
  private origins: { line: number; id: string }[] = [];
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
    this.rows.push(eventRowOf(event, this.target.sourceId, this.target.importId));
    this.origins.push({ line, id: event.id });
    if (this.rows.length >= batchSize) await this.flush();
  }

  async flush(): Promise<void> {
    const { rows, origins } = this;
    this.rows = [];
    this.origins = [];
    if (rows.length === 0) return;
    const outcomes = await this.store(rows);
    for (const [place, outcome] of outcomes.entries()) {
      const origin = origins[place];
      const row = rows[place];
      if (!origin || !row) continue;
      const refusal = refusalOf(outcome, origin.line, origin.id);
      if (refusal) this.tally.reject({ ...refusal, line: origin.line });
      else {
        this.days.add(row.day);
        if (this.last === null || row.occurredAt > this.last) this.last = row.occurredAt;
      }
      if (outcome === 'accepted') this.tally.accepted++;
      else if (outcome === 'duplicate') this.tally.duplicates++;
    }
  }

  private async store(rows: readonly EventRow[]): Promise<EventOutcome[]> {
    const { organizationId, runner, isDry } = this.target;
    const count = (outcomes: readonly EventOutcome[]) => [this.countOf(outcomes)];
    if (runner === null) return storeEvents(this.work, organizationId, rows, { mode: isDry ? 'dry' : 'store', count });
    const outcomes = await storeWithin(runner, organizationId, rows, 'strict');
    await emptyIncoming(runner);
    await addToSourceHours(runner.manager, organizationId, count(outcomes));
    return outcomes;
  }

  private countOf(outcomes: readonly EventOutcome[]): SourceCount {
    const accepted = outcomes.filter((outcome) => outcome === 'accepted').length;
    const duplicates = outcomes.filter((outcome) => outcome === 'duplicate').length;
    const rejected = outcomes.length - accepted - duplicates;
    const { sourceId, now } = this.target;
    // A file brings the past: its delay says nothing of the source.
    return {
      sourceId,
      at: now,
      received: outcomes.length,
      accepted,
      duplicates,
      rejected,
      droppedFields: 0,
      lagSeconds: null,
    };
  }
}
