import { PullProblem } from '#connectors/pull/pull-problem.js';

/** Whether a provider could not be asked, rather than answered what is not believed. */
export const isUnreachable = (error: unknown): boolean =>
  [error, (error as { cause?: unknown } | null)?.cause].some((one) => one instanceof PullProblem);
