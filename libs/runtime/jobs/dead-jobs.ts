import { type Job, type Queue } from 'bullmq';
import { type AnyJob } from './define-job.js';

/** A job that failed as often as it is tried, and that nobody has done since. */
export interface DeadJob {
  kind: string;
  /** Of BullMQ, within its kind. */
  id: string;
  /** Null: the job cannot be read, and will never be done. */
  identity: string | null;
  organizationId: string | null;
  importId: number | null;
  attempts: number;
  failedAt: Date;
  /** Name and code of the error. Its sentence may quote what a person sent. */
  reason: string;
}

/** As many of a kind are kept. */
export const deadKept = 500;

/** The latest first. */
export async function deadIn(definition: AnyJob, queue: Queue): Promise<DeadJob[]> {
  const failed = (await queue.getFailed(0, deadKept - 1)) as Job<Record<string, unknown>>[];
  return failed.map((job) => {
    const { organizationId, importId } = job.data;
    return {
      kind: definition.name,
      id: job.id ?? '',
      identity: definition.identify(job.data),
      organizationId: typeof organizationId === 'string' ? organizationId : null,
      importId: typeof importId === 'number' ? importId : null,
      attempts: job.attemptsMade,
      failedAt: new Date(job.finishedOn ?? job.timestamp),
      reason: (job.failedReason ?? '').slice(0, 100),
    };
  });
}

/** After the first death of a job it is asked for again at once, then after ever longer: it must not take every turn of the others. */
export function restsUntil(deaths: readonly DeadJob[]): number {
  if (deaths.length === 0) return -Infinity;
  const last = Math.max(...deaths.map(({ failedAt }) => failedAt.getTime()));
  return last + (deaths.length === 1 ? 0 : Math.min(shortest * 2 ** (deaths.length - 2), longest));
}

const shortest = 30_000;
const longest = 30 * 60_000;
