import { Processor } from '@nestjs/bullmq';
import { UnrecoverableError } from 'bullmq';
import { type AnyJob } from './define-job.js';
import { jobs } from './jobs.js';

/** Decorates the one class that does this kind of work: `@Processes(activityJob)` on a WorkerHost. */
export function Processes(definition: AnyJob): ClassDecorator {
  const processor = Processor(definition.name, {
    concurrency: definition.options.concurrency,
    // A killed worker's job is taken up again within seconds, however often: processors are safe to repeat.
    lockDuration: 10_000,
    stalledInterval: 5000,
    maxStalledCount: 20,
  });
  return (target) => {
    const host = target.prototype as unknown as { process: (this: unknown, ...given: unknown[]) => Promise<unknown> };
    const { process } = host;
    host.process = async function (...given) {
      try {
        return await process.apply(this, given);
      } catch (error) {
        throw asKept(error);
      }
    };
    processor(target);
  };
}

/** What is kept of a failure with its job: a database's sentence may quote what a person sent. The log has the cause. */
export class JobFailed extends Error {
  override readonly name = 'JobFailed';
}

function asKept(error: unknown): unknown {
  // Its sentences are ours, and the queue must know it.
  if (error instanceof UnrecoverableError) return error;
  const { name, code } =
    error instanceof Error ? (error as Error & { code?: unknown }) : { name: typeof error, code: '' };
  const failed = new JobFailed([name, code].filter(Boolean).join(' '), { cause: error });
  failed.stack = '';
  return failed;
}

/** A kind of job nobody does, or two do. */
export class ProcessorsDisagree extends Error {
  override readonly name = 'ProcessorsDisagree';
  readonly code = 'processors_disagree';
}

/** Every job has exactly one processor, or ProcessorsDisagree names those that have not. */
export function requireOneProcessorEach(
  processors: readonly (abstract new (...dependencies: never[]) => unknown)[],
  definitions: readonly { name: string }[] = jobs,
): void {
  const names = processors.map((processor) => processedBy(processor));
  const problems = definitions.flatMap(({ name }) => {
    const count = names.filter((other) => other === name).length;
    return count === 1 ? [] : [`${name} has ${count === 0 ? 'no processor' : `${count} processors`}`];
  });
  const known = new Set(definitions.map(({ name }) => name));
  processors.forEach((processor, at) => {
    if (!known.has(names[at] ?? '')) problems.push(`${processor.name} processes no job`);
  });
  if (problems.length > 0) throw new ProcessorsDisagree(problems.join('; '));
}

function processedBy(processor: object): string | undefined {
  const metadata: unknown = Reflect.getMetadata('bullmq:processor_metadata', processor);
  if (typeof metadata !== 'object' || metadata === null || !('name' in metadata)) return undefined;
  return String(metadata.name);
}
