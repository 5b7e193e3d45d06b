import { type Imports } from '#contract/imports.js';
import { type Pulls } from '#contract/pulls.js';
import { type PurposeGate } from '#contract/purpose-gate.js';
import { type Sources } from '#contract/sources.js';
import { needsSomebody } from '#domain/sources/pull.js';
import { arrivalOf, isEmptied } from './arrival.js';

export type Known = Sources & Imports & Pulls;

/** What the page found first: what moves, what asks for somebody, then how data arrives. */
export function findingOf({ sources, imports, pulls }: Known, now: Date, gate?: PurposeGate) {
  // A file that was only tried waits for nothing, and hides nothing: its row says how it went.
  // Nor does one that was taken back, with whatever was refused of it.
  const last = imports.find(({ dryRun, state }) => !dryRun && state !== 'undone' && state !== 'undoing');
  const moving = imports.filter(({ state }) => state === 'queued' || state === 'running').length;
  const held = imports.find(({ state }) => state === 'held');
  const stopped = pulls.find(({ paused, errorCode }) => !paused && errorCode !== null && needsSomebody(errorCode));
  const silent = sources.filter((source) => arrivalOf(source, now) === 'silent');
  const heard = sources
    .flatMap(({ lastHour }) => lastHour ?? [])
    .sort()
    .at(-1);
  if (moving > 0) return { says: 'running', count: moving } as const;
  // Before anything has come, the first steps say what to do; afterwards whatever comes is refused, and nobody saw it close.
  if (gate?.state === 'closed' && heard) return { says: 'closed', gate } as const;
  if (held) return { says: 'held', file: held.fileName, id: held.id } as const;
  if (stopped) return { says: 'stopped', name: stopped.name } as const;
  if (silent[0]?.lastHour && silent.length === 1)
    return { says: 'silent', name: silent[0].name, lastHour: silent[0].lastHour } as const;
  if (silent.length > 1) return { says: 'silentMany', count: silent.length } as const;
  if (last?.state === 'failed') return { says: 'failed', file: last.fileName, code: last.errorCode ?? '' } as const;
  if (last && last.rejected > 0) return { says: 'refused', count: last.rejected, file: last.fileName } as const;
  if (isEmptied({ sources, imports, pulls })) return { says: 'emptied' } as const;
  if (heard) return { says: 'fine', lastHour: heard } as const;
  const isDeclared = imports.some((one) => one.state === 'done' && !one.dryRun && one.received > one.rejected);
  return { says: isDeclared ? 'noActivity' : 'nothing' } as const;
}
