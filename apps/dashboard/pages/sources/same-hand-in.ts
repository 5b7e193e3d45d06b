import { readingParameters } from './reading.js';
import { type HandedIn } from './use-sources.js';

/** Whether what was tried is what would be handed in now: a trial of another reading says nothing of this one. */
export function sameHandIn(tried: HandedIn, now: HandedIn): boolean {
  const said = ({ kind, completeThrough, strict, again, snapshot, reading }: HandedIn) =>
    JSON.stringify([kind, completeThrough, strict, again, snapshot, reading.source, readingParameters(reading)]);
  return tried.file === now.file && said(tried) === said(now);
}
