import { type JobsOptions, Queue } from 'bullmq';
import { type Logger } from '../logger.js';
import { type JobDefinition } from './define-job.js';
import { jobs, sweepEvery, sweepJob } from './jobs.js';
import { openPlace, type QueuePlace } from './queue-backend.js';

/** How long a caller waits for a queue that does not answer. */
const patience = 1000;

/** The queue did not answer in time. The work is not lost: the sweep asks for it again. */
export class QueueSilent extends Error {
  override readonly name = 'QueueSilent';
  readonly code = 'queue_silent';
}

/** Asks for work. Never more than one waiting and one running job per identity. */
export class JobQueue {
  private readonly queues: Map<string, Queue>;
  private complained = 0;

  constructor(
    place: QueuePlace,
    private readonly logger: Logger,
  ) {
    this.queues = new Map(jobs.map(({ name }) => [name, this.open(name, place)]));
  }

  /** Best effort and bounded: false when the queue is down, which costs a delay and nothing else. */
  async request<Payload>(definition: JobDefinition<Payload>, payload: Payload): Promise<boolean> {
    try {
      await within(patience, this.add(definition, payload));
      return true;
    } catch (error) {
      this.complain(error, definition.name);
      return false;
    }
  }

  /** Throws when the queue is down. */
  async add<Payload>(definition: JobDefinition<Payload>, payload: Payload): Promise<void> {
    await this.queue(definition.name).add(definition.name, payload, optionsOf(definition, payload));
  }

  /** As `add`, after clearing a mark of "already asked for" whose job is gone: a crash can leave one behind. */
  async addAgain<Payload>(definition: JobDefinition<Payload>, payload: Payload): Promise<void> {
    const queue = this.queue(definition.name);
    const id = definition.identity(payload);
    const holder = await queue.getDeduplicationJobId(id);
    if (holder) {
      const state = await queue.getJobState(holder);
      if (['completed', 'failed', 'unknown'].includes(state)) await queue.removeDeduplicationKey(id);
    }
    await this.add(definition, payload);
  }

  /** Safe to repeat, and to be repeated: a queue that was emptied has forgotten its schedule too. */
  async scheduleSweep(): Promise<void> {
    const { attempts, ...rest } = optionsOf(sweepJob, {});
    await this.queue(sweepJob.name).upsertJobScheduler(
      sweepJob.name,
      { every: sweepEvery },
      {
        name: sweepJob.name,
        data: {},
        opts: { removeOnComplete: rest.removeOnComplete, removeOnFail: rest.removeOnFail, attempts },
      },
    );
  }

  /** Resolves when the queue answers; for `/readyz`. */
  async reachable(): Promise<void> {
    await within(patience, this.queue(sweepJob.name).getJobCounts('waiting'));
  }

  /** Jobs that wait, run or failed, per kind; for `essor doctor`. */
  async counts(): Promise<Record<string, Record<string, number>>> {
    const pairs = [...this.queues].map(async ([name, queue]) => {
      return [name, await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')] as const;
    });
    return Object.fromEntries(await Promise.all(pairs));
  }

  async close(): Promise<void> {
    const closing = [...this.queues.values()].map((queue) => queue.close());
    // A queue that is down cannot be closed politely.
    await within(patience, Promise.allSettled(closing)).catch(() => undefined);
  }

  private queue(name: string): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`no such job: ${name}`);
    return queue;
  }

  private open(name: string, place: QueuePlace): Queue {
    const queue = new Queue(name, openPlace(place, 1));
    queue.on('error', (error) => this.complain(error, name));
    return queue;
  }

  /** A queue that is down says so at every attempt; once in ten seconds is enough. */
  private complain(error: unknown, job: string): void {
    if (Date.now() - this.complained < 10_000) return;
    this.complained = Date.now();
    this.logger.warn({ err: error, job }, 'the job queue does not answer');
  }
}

function optionsOf<Payload>(definition: JobDefinition<Payload>, payload: Payload): JobsOptions {
  const { attempts, delay } = definition.options;
  return {
    attempts,
    delay,
    backoff: { type: 'exponential', delay: 2000 },
    deduplication: { id: definition.identity(payload), keepLastIfActive: true },
    removeOnComplete: 100,
    removeOnFail: 500,
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  // A late failure of the work has already been told as silence.
  work.catch(() => undefined);
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueSilent('the job queue did not answer in time')), milliseconds);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
