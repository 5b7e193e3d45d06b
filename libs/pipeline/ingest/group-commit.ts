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
  /** Events in one transaction, unless a single request has more. */
  groupSize: number;
  /** Events that may wait; beyond, callers are told to come back. */
  waiting: number;
}

/**
 * Small requests that arrive together share a transaction: one wait for the disk instead of many. While a lane is
 * free a request starts at once; the others gather meanwhile. A group that fails is tried again one request at a
 * time, so that nobody fails for another's sake.
 */
export class GroupCommit {
  private readonly queue: Waiting[] = [];
  private waiting = 0;
  private running = 0;

  constructor(
    private readonly database: DataSource,
    private readonly options: GroupCommitOptions = { lanes: 2, groupSize: 20_000, waiting: 200_000 },
  ) {}

  /** When this resolves, the events are on disk. Rejects with LedgerUnavailable, IngestOverloaded, or what went wrong. */
  submit(submission: Submission): Promise<EventOutcome[]> {
    if (this.waiting > 0 && this.waiting + submission.rows.length > this.options.waiting) {
      return Promise.reject(new IngestOverloaded('Too many events are waiting to be stored.'));
    }
    return new Promise((resolve, reject) => {
      this.queue.push({ ...submission, resolve, reject });
      this.waiting += submission.rows.length;
      this.advance();
    });
  }

  private advance(): void {
    while (this.running < this.options.lanes && this.queue.length > 0) {
      const group = this.nextGroup();
      this.running++;
      void this.storeGroup(group).finally(() => {
        this.running--;
        this.advance();
      });
    }
  }

  /** The oldest request, and those of the same organisation that fit with it. All-or-nothing requests go alone. */
  private nextGroup(): Waiting[] {
    const group: Waiting[] = [];
    let size = 0;
    for (let index = 0; index < this.queue.length;) {
      const candidate = this.queue[index];
      const first = group[0];
      if (!candidate || (first && first.mode !== 'store')) break;
      const fits = !first || size + candidate.rows.length <= this.options.groupSize;
      if (!fits) break;
      if (first && (candidate.organizationId !== first.organizationId || candidate.mode !== 'store')) {
        index++;
        continue;
      }
      group.push(candidate);
      size += candidate.rows.length;
      this.queue.splice(index, 1);
    }
    this.waiting -= size;
    return group;
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
