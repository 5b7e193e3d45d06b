import { type Flags } from './event-intake.js';
import { refuse } from './ingest-problem.js';

/** `?dry_run` and `?strict`. */
export function flagsIn(query: Record<string, unknown>): Flags {
  return { dryRun: flag(query, 'dry_run'), strict: flag(query, 'strict') };
}

function flag(query: Record<string, unknown>, name: string): boolean {
  const value = query[name];
  if (value === undefined || value === 'false' || value === '0') return false;
  if (value === 'true' || value === '1' || value === '') return true;
  throw refuse.badFlag(name);
}
