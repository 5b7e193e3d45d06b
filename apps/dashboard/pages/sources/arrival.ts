import { hoursShown, shownSince, type Source, type SourceHour } from '#contract/sources.js';

const hourLength = 3_600_000;
/** A live source that says nothing for a day is worth a call. */
const silentAfter = 24 * hourLength;

export type Arrival = 'live' | 'silent' | 'never' | 'files';

/**
 * Whether a source is still heard. Files come when somebody hands them in, and what is fetched tells by itself how it fares:
 * neither is ever silent.
 */
export function arrivalOf({ kind, lastHour }: Pick<Source, 'kind' | 'lastHour'>, now: Date): Arrival {
  if (kind !== 'http') return 'files';
  if (lastHour === null) return 'never';
  // The counter says the hour, not the minute: something may have come until its end.
  return now.getTime() - Date.parse(lastHour) - hourLength > silentAfter ? 'silent' : 'live';
}

/**
 * At most how long ago something came. The counter says the hour, not the minute: a thing of this hour came less than
 * one hour ago, one of the hour before less than two.
 */
export function heardWithin(lastHour: string, now: Date): { unit: 'hours' | 'days'; n: number } {
  const hours = Math.floor(now.getTime() / hourLength) - Math.floor(Date.parse(lastHour) / hourLength) + 1;
  return hours <= 48 ? { unit: 'hours', n: hours } : { unit: 'days', n: Math.floor(hours / 24) };
}

export interface HourColumn {
  hour: string;
  received: number;
  rejected: number;
}

/** One column per hour up to the current one; an hour without a counter received nothing. */
export function hourColumns(hours: readonly SourceHour[], now: Date): HourColumn[] {
  const first = shownSince(now).getTime();
  const known = new Map(hours.map((hour) => [Date.parse(hour.hour), hour]));
  return Array.from({ length: hoursShown }, (_, i) => {
    const at = first + i * hourLength;
    const { received = 0, rejected = 0 } = known.get(at) ?? {};
    return { hour: new Date(at).toISOString(), received, rejected };
  });
}

export interface Totals {
  received: number;
  accepted: number;
  duplicates: number;
  /** Lines refused for the first time. */
  refused: number;
  /** Lines that the same file had refused before. */
  again: number;
  skipped: number;
}

/** What arrived of some sources in the hours shown. */
export function totalsOf(sources: readonly Pick<Source, 'hours' | 'refusedAgain'>[]): Totals {
  const totals = { received: 0, accepted: 0, duplicates: 0, refused: 0, again: 0, skipped: 0 };
  for (const { hours, refusedAgain } of sources) {
    totals.again += refusedAgain;
    totals.refused -= refusedAgain;
    for (const hour of hours) {
      totals.received += hour.received;
      totals.accepted += hour.accepted;
      totals.duplicates += hour.duplicates;
      totals.refused += hour.rejected;
      totals.skipped += hour.skipped;
    }
  }
  return totals;
}

/** Events of files handed in within the hours shown that were taken back since: the counters of arrivals keep them. */
export function takenBack(imports: readonly { createdAt: string; undoneEvents: number | null }[], now: Date): number {
  const since = shownSince(now).getTime();
  return imports
    .filter(({ createdAt }) => Date.parse(createdAt) >= since)
    .reduce((sum, { undoneEvents }) => sum + (undoneEvents ?? 0), 0);
}

/** Of the events accepted, those that are still in. Of what was taken back within the hours shown, some was accepted before them. */
export const stillIn = (accepted: number, removed: number): number => Math.max(0, accepted - removed);

/** A delay in the largest unit that keeps it readable. */
export function delayOf(seconds: number): { unit: 'seconds' | 'minutes' | 'hours' | 'days'; n: number } {
  if (seconds < 120) return { unit: 'seconds', n: Math.round(seconds) };
  if (seconds < 7200) return { unit: 'minutes', n: Math.round(seconds / 60) };
  if (seconds < 172_800) return { unit: 'hours', n: Math.round(seconds / 3600) };
  return { unit: 'days', n: Math.round(seconds / 86_400) };
}

interface Brought {
  sources: readonly { kind: string; lastHour: string | null }[];
  imports: readonly { state: string; dryRun: boolean; completeThrough: string | null; undoneEvents: number | null }[];
  pulls: readonly unknown[];
}

/** Whether all that ever came, came by files of activity that were undone since. */
export function isEmptied({ sources, imports, pulls }: Brought): boolean {
  const isByFile = pulls.length === 0 && sources.every(({ kind, lastHour }) => kind === 'file' || lastHour === null);
  const wasUndone = imports.some(({ undoneEvents }) => (undoneEvents ?? 0) > 0);
  const isLeft = imports.some(
    ({ state, dryRun, completeThrough }) => !dryRun && state !== 'undone' && completeThrough !== null,
  );
  return isByFile && wasUndone && !isLeft;
}
