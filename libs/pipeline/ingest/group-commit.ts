import { type DataSource } from 'typeorm';
import { type EventOutcome, type EventRow } from '#storage/event/event-row.js';
import { isUnavailable } from '#storage/event/repeatable.js';
import { storeEvents, type StoreOptions } from '#storage/event/store-events.js';
import { type SourceCount } from '#storage/source/source-hour.js';
import { IngestOverloaded, LedgerUnavailable } from './ingest-error.js';

export interface Submission {
  organizationId: string;
  rows: readonly EventRow[];
  mode: 'store' | 'strict' | 'dry';
  count: (outcomes: readonly EventOutcome[]) => SourceCount[];
}

interface Waiting extends Submission {
  resolve: (outcomes: EventOutcome[]) => void;
  reject: (error: unknown) => void;
}

export interface GroupCommitOptions {
  /** Transactions at once, each on a connection of its own. */
  lanes: number;
  /** Of these, what one organisation takes at most: another finds one free, however much the first sends. */
  lanesOfOne: number;
  /** Events in one transaction, unless a single request has more. */
  groupSize: number;
  /** Events that may wait; beyond, callers are told to come back. */
  waiting: number;
}

/**
 * Small requests that arrive together share a transaction: one wait for the disk instead of many. While a lane is
 * free a request starts at once; the others gather meanwhile. Organisations take turns: nobody waits behind all that
 * another has sent. A group that fails is tried again one request at a time, so that nobody fails for another's sake.
 */
export class GroupCommit {
  /** By organisation, the one whose turn is next first. */
  private readonly queues = new Map<string, Waiting[]>();
  private readonly running = new Map<string, number>();
  private waiting = 0;
  private lanes = 0;

  constructor(
    private readonly database: DataSource,
    private readonly options: GroupCommitOptions = { lanes: 3, lanesOfOne: 2, groupSize: 20_000, waiting: 200_000 },
  ) {}

  /** When this resolves, the events are on disk. Rejects with LedgerUnavailable, IngestOverloaded, or what went wrong. */
  submit(submission: Submission): Promise<EventOutcome[]> {
    if (this.waiting > 0 && this.waiting + submission.rows.length > this.options.waiting) {
      return Promise.reject(new IngestOverloaded('Too many events are waiting to be stored.'));
    }
    return new Promise((resolve, reject) => {
      const waiting = { ...submission, resolve, reject };
      const queue = this.queues.get(submission.organizationId);
      if (queue) queue.push(waiting);
      else this.queues.set(submission.organizationId, [waiting]);
      this.waiting += submission.rows.length;
      this.advance();
    });
  }

  private advance(): void {
    for (const [organizationId, queue] of this.queues) {
      if (this.lanes >= this.options.lanes) return;
      const own = this.running.get(organizationId) ?? 0;
      if (own >= this.options.lanesOfOne) continue;
      // To the end of the row; a map is gone through in the order of what was put in, this one again if it is left.
      this.queues.delete(organizationId);
      const group = this.takeGroup(queue);
      if (queue.length > 0) this.queues.set(organizationId, queue);
      this.lanes++;
      this.running.set(organizationId, own + 1);
      void this.storeGroup(group).finally(() => this.end(organizationId));
    }
  }

  private end(organizationId: string): void {
    this.lanes--;
    const left = (this.running.get(organizationId) ?? 1) - 1;
    if (left > 0) this.running.set(organizationId, left);
    else this.running.delete(organizationId);
    this.advance();
  }

  /** The oldest request of an organisation and those that fit with it. All-or-nothing requests go alone. */
  private takeGroup(queue: Waiting[]): Waiting[] {
    let size = queue[0]?.rows.length ?? 0;
    let count = 1;
    for (; queue[0]?.mode === 'store'; count++) {
      const next = queue[count];
      if (next?.mode !== 'store' || size + next.rows.length > this.options.groupSize) break;
      size += next.rows.length;
    }
    this.waiting -= size;
    return queue.splice(0, count);
  }

  private async storeGroup(group: Waiting[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    try {
      const outcomes = await this.store(first, group);
      let start = 0;
      for (const { rows, resolve } of group) resolve(outcomes.slice(start, (start += rows.length)));
    } catch (error) {
      if (isUnavailable(error)) {
        for (const { reject } of group)
          reject(new LedgerUnavailable('The database does not answer.', { cause: error }));
      } else if (group.length > 1) {
        for (const one of group) await this.storeGroup([one]);
      } else {
        first.reject(error);
      }
    }
  }

  private store({ organizationId, mode }: Waiting, group: readonly Waiting[]): Promise<EventOutcome[]> {
    const rows = group.length === 1 ? (group[0]?.rows ?? []) : group.flatMap((one) => one.rows);
    const options: StoreOptions = {
      mode,
      count: (outcomes) => {
        let start = 0;
        return group.flatMap((one) => one.count(outcomes.slice(start, (start += one.rows.length))));
      },
    };
    return storeEvents(this.database, organizationId, rows, options);
  }
}
