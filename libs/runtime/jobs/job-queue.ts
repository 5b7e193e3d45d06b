import { type Job, type JobsOptions, Queue } from 'bullmq';
import { type Logger } from '../logger.js';
import { type DeadJob, deadIn, deadKept } from './dead-jobs.js';
import { type JobDefinition } from './define-job.js';
import { jobs, sweepEvery, sweepJob } from './jobs.js';
import { openPlace, type QueuePlace } from './queue-backend.js';

/** How long a caller waits for a queue that does not answer. */
const patience = 1000;

/** Clocks that are set by a time server differ by less. */
const tolerated = 60_000;

/** The queue did not answer in time. The work is not lost: the sweep asks for it again. */
export class QueueSilent extends Error {
  override readonly name = 'QueueSilent';
  readonly code = 'queue_silent';
}

type Kind = Pick<JobDefinition, 'name' | 'options'>;

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
    await this.put(definition, definition.identity(payload), payload);
  }

  /**
   * As `add`, after clearing a mark of "already asked for" whose job is gone: a crash can leave one behind. One that waits
   * by a clock which is ahead of ours waits no longer.
   */
  async addAgain<Payload>(definition: JobDefinition<Payload>, payload: Payload): Promise<void> {
    await this.putAgain(definition, definition.identity(payload), payload);
  }

  private async put(definition: Kind, identity: string, data: unknown): Promise<void> {
    await this.queue(definition.name).add(definition.name, data, optionsOf(definition, identity));
  }

  private async putAgain(definition: Kind, id: string, data: unknown): Promise<void> {
    const queue = this.queue(definition.name);
    const holder = await queue.getDeduplicationJobId(id);
    if (holder) {
      const state = await queue.getJobState(holder);
      if (['completed', 'failed', 'unknown'].includes(state)) await queue.removeDeduplicationKey(id);
      if (state === 'delayed') await hasten(await queue.getJob(holder));
    }
    await this.put(definition, id, data);
  }

  /** Safe to repeat, and to be repeated: a queue that was emptied has forgotten its schedule too. */
  async scheduleSweep(): Promise<void> {
    const { attempts, ...rest } = optionsOf(sweepJob, sweepJob.identity({}));
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

  /** Jobs that are dead, the latest of each kind first. Throws QueueSilent. */
  async dead(): Promise<DeadJob[]> {
    const found = jobs.map(async (definition) => {
      const queue = this.queue(definition.name);
      return (await queue.getFailedCount()) === 0 ? [] : deadIn(definition, queue);
    });
    return (await within(5 * patience, Promise.all(found))).flat();
  }

  /**
   * Asks for the dead ones again that are wanted, each once, and buries them. One that cannot be read is only buried.
   * `before` makes ready what the job needs. Returns how many are asked for.
   */
  async replay(wanted: (dead: DeadJob) => boolean, before: (dead: DeadJob) => Promise<void>): Promise<number> {
    const chosen = (await this.dead()).filter(wanted);
    const asked = new Set<string>();
    for (const dead of chosen) {
      const queue = this.queue(dead.kind);
      const job = await queue.getJob(dead.id);
      if (dead.identity !== null && job && !asked.has(`${dead.kind} ${dead.identity}`)) {
        await before(dead);
        const definition = jobs.find(({ name }) => name === dead.kind)!;
        await this.putAgain(definition, dead.identity, job.data);
        asked.add(`${dead.kind} ${dead.identity}`);
      }
      await job?.remove();
    }
    return asked.size;
  }

  /** What was done is dead no more, however it was asked for. Best effort: the next time does it as well. */
  async bury(kind: string, data: unknown): Promise<void> {
    try {
      const definition = jobs.find(({ name }) => name === kind);
      const queue = this.queue(kind);
      if (!definition || (await queue.getFailedCount()) === 0) return;
      const identity = definition.identify(data);
      for (const dead of await deadIn(definition, queue))
        if (dead.identity !== null && dead.identity === identity) await (await queue.getJob(dead.id))?.remove();
    } catch (error) {
      this.complain(error, kind);
    }
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

/** A job begins when its delay is over by the clock of who asked for it; that clock may be hours ahead of all others. */
async function hasten(job: Job | undefined): Promise<void> {
  if (job && job.timestamp > Date.now() + tolerated) await job.promote();
}

function optionsOf(definition: Kind, identity: string): JobsOptions {
  const { attempts, delay } = definition.options;
  return {
    attempts,
    delay,
    backoff: { type: 'exponential', delay: 2000 },
    deduplication: { id: identity, keepLastIfActive: true },
    removeOnComplete: 100,
    removeOnFail: deadKept,
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
