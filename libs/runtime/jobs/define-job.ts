import { UnrecoverableError } from 'bullmq';
import { type z } from 'zod';

export interface JobOptions {
  /** How many of these run at once in one worker; those with the same identity never do. */
  concurrency: number;
  /** Milliseconds to wait before it starts, so that a burst of requests becomes one run. */
  delay: number;
  attempts: number;
}

/** A kind of work. Two requests with the same identity are one job; one made while it runs makes it run again after. */
export interface JobDefinition<Payload = unknown> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly identity: (payload: Payload) => string;
  readonly options: JobOptions;
}

/** A definition whose payload does not matter to who holds it. */
export interface AnyJob extends Pick<JobDefinition, 'name' | 'options'> {
  /** Of a job's data; null for data in another form. */
  readonly identify: (data: unknown) => string | null;
}

export function defineJob<Payload>(
  definition: Omit<JobDefinition<Payload>, 'options'> & { options?: Partial<JobOptions> },
): JobDefinition<Payload> & AnyJob {
  const identify = (data: unknown) => {
    const read = definition.payload.safeParse(data);
    return read.success ? definition.identity(read.data) : null;
  };
  return { ...definition, identify, options: { concurrency: 1, delay: 0, attempts: 5, ...definition.options } };
}

/** A job's data in the promised form. Another form will not mend itself, so it is not tried again. */
export function payloadOf<Payload>(definition: JobDefinition<Payload>, job: { data: unknown }): Payload {
  const result = definition.payload.safeParse(job.data);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.') || 'payload');
  throw new UnrecoverableError(`malformed_payload of ${definition.name}: ${fields.join(', ')}`);
}
