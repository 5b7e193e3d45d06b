import { type DataSource, type EntityManager } from 'typeorm';
import { type NoteCode } from '#connectors/import-note.js';
import { type PulledPage } from '#connectors/pull/pull-plan.js';
import { rowsOf } from '#storage/database.js';
import { type EventOutcome, type EventRow } from '#storage/event/event-row.js';
import { storeEvents } from '#storage/event/store-events.js';
import { declareThrough } from '#storage/import/imports.js';
import { type SourceCount } from '#storage/source/source-hour.js';
import { advancePull, type PullCounts, type TakenPull } from '#storage/pull/pull-run.js';
import { applyDirectory } from '../import/apply-directory.js';
import { DirectoryRows } from '../import/directory-rows.js';
import { aheadOf } from '../ingest/ahead.js';
import { eventRowOf, refusalOf, unkeepable } from '../ingest/event-row-of.js';

/** More codes than there are means a fault of ours; they are counted all the same. */
const codesAtMost = 20;

/** Stores page after page of one fetch: acts, accounts, groups, counters and the cursor in one transaction each. */
export class PageSink {
  private counts: Totals;
  private refused: ReadonlyMap<string, number>;
  private readonly notes: Set<string>;

  constructor(
    private readonly work: DataSource,
    private readonly turn: TakenPull,
    private readonly clock: () => Date,
  ) {
    const { received, accepted, rejected, refusals, notes } = turn.counts;
    this.counts = { received, accepted, rejected };
    this.refused = new Map(refusals.map(({ code, times }) => [code, times]));
    this.notes = new Set(notes);
  }

  note(code: NoteCode): void {
    this.notes.add(code);
  }

  /** Throws TurnLost where the source is somebody else's by now: then nothing of the page is stored. */
  async store(page: PulledPage): Promise<void> {
    const { organizationId } = this.turn;
    const { rows, directory, refusals, received } = this.sorted(page);
    let totals = this.counts;
    let refused = this.refused;
    await storeEvents(this.work, organizationId, rows, {
      count: (outcomes) => this.countOf(rows, outcomes, refusals.length),
      alongside: async (tx, outcomes) => {
        const said = [...refusals, ...outcomes.flatMap((outcome) => refusalOf(outcome, 0, '')?.code ?? [])];
        const applied = await this.applyRows(tx, directory);
        said.push(...applied.rejections.map(({ code }) => code));
        const accepted = outcomes.filter((outcome) => outcome === 'accepted').length + applied.accepted;
        // Counted once, however often the transaction is tried.
        totals = added(this.counts, { received, accepted, rejected: said.length });
        refused = withCodes(this.refused, said);
        await advancePull(tx, this.turn, page.cursor, this.told(totals, refused), this.clock());
      },
    });
    this.counts = totals;
    this.refused = refused;
  }

  private told(totals: Totals, refused: ReadonlyMap<string, number>): PullCounts {
    return { ...totals, refusals: [...refused].map(([code, times]) => ({ code, times })), notes: [...this.notes] };
  }

  private sorted({ items }: PulledPage) {
    const rows: EventRow[] = [];
    const directory = new DirectoryRows();
    const refusals: string[] = [];
    let received = 0;
    for (const item of items) {
      if (item.type === 'skipped') continue;
      received++;
      if (item.type === 'rejection') {
        refusals.push(item.rejection.code);
        directory.refused.add(item.rejection.id);
      } else if (item.type !== 'event') directory.add(item);
      else {
        const refusal = unkeepable(item.row, 0);
        if (refusal) refusals.push(refusal.code);
        else rows.push(eventRowOf(item.row, this.turn.sourceId, null));
      }
    }
    return { rows, directory, refusals, received };
  }

  private async applyRows(tx: EntityManager, rows: DirectoryRows) {
    if (rows.people.length + rows.groups.length === 0) return { accepted: 0, rejections: [] };
    const options = { now: this.clock(), keepsPlaces: true, importId: -1, snapshot: null };
    return applyDirectory(tx, this.turn.organizationId, rows, options);
  }

  private countOf(rows: readonly EventRow[], outcomes: readonly EventOutcome[], refusals: number): SourceCount[] {
    const received = outcomes.length + refusals;
    if (received === 0) return [];
    const accepted = outcomes.filter((outcome) => outcome === 'accepted').length;
    const duplicates = outcomes.filter((outcome) => outcome === 'duplicate').length;
    const skipped = outcomes.filter((outcome) => outcome === 'left_out').length;
    const counts = { received, accepted, duplicates, rejected: received - accepted - duplicates - skipped };
    // What is fetched comes late by design: its delay says nothing of the source.
    const rest = { skipped, droppedFields: 0, lagSeconds: null };
    const at = this.clock();
    const conflicts = outcomes.filter((outcome) => outcome === 'conflict').length;
    return [{ sourceId: this.turn.sourceId, at, ...counts, ...rest, conflicts, ...aheadOf(rows, at) }];
  }
}

type Totals = Record<'received' | 'accepted' | 'rejected', number>;

function added(one: Totals, other: Totals): Totals {
  return {
    received: one.received + other.received,
    accepted: one.accepted + other.accepted,
    rejected: one.rejected + other.rejected,
  };
}

function withCodes(known: ReadonlyMap<string, number>, codes: readonly string[]): Map<string, number> {
  const counted = new Map(known);
  for (const code of codes) {
    const name = counted.has(code) || counted.size < codesAtMost ? code : 'other';
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  return counted;
}

/** The last local day that ended before that instant is whole as far as this source goes. */
export async function declareRead(work: DataSource, organizationId: string, through: string): Promise<void> {
  const [row] = await rowsOf<{ day: string }>(
    work,
    `select ($2::timestamptz at time zone timezone)::date - 1 as day from organization where id = $1`,
    [organizationId, through],
  );
  if (row) await declareThrough(work, organizationId, row.day);
}
