import { atMost, centreOf, type Interval, wholeCentreOf } from '../statistics/interval.js';
import { differenceOver } from '../statistics/two-proportions.js';
import { wilson, wilsonOver } from '../statistics/wilson.js';
import { type Note, type Outcome } from './indicator.js';
import { type Reading } from './reading.js';

const nothing = { value: null, low: null, high: null, n: null } as const;

/** Nobody to divide by, or nothing to compare with: undefined, which is not zero. */
export const undefinedFor = (note?: Note): Outcome => ({
  ...{ numerator: null, denominator: null, ...nothing, shown: 'none' },
  ...(note ? { note } : {}),
});

export const masked = (note: Note, denominator: Interval | null = null): Outcome => ({
  ...{ numerator: null, denominator, ...nothing, shown: 'masked', note },
});

/** A proportion with its Wilson interval; a part that exceeds its whole is cut to it. Hidden where a count is, or where fewer than `k` may be eligible (rules 3.5). */
export function share(part: Interval | null, denominator: Interval | null, k: number, note?: Note): Outcome {
  if (denominator && denominator.high <= 0) return { ...undefinedFor(note), denominator };
  // Counts of what people did may hold somebody who has left the whole meanwhile: never more than the whole.
  const numerator = atMost(part, denominator);
  if (!denominator || !numerator) return masked('not_published', denominator);
  if (denominator.low < k) return masked('too_few_eligible', denominator);
  const n = centreOf(denominator);
  // An interval over more than half of the people has no centre worth printing.
  if (numerator.high - numerator.low > n / 2) return masked('not_published', denominator);
  const value = Math.min(1, centreOf(numerator) / n);
  const interval = wilsonOver(numerator, denominator) ?? { low: 0, high: 1 };
  return { numerator, denominator, value, ...interval, n, shown: 'value', ...(note ? { note } : {}) };
}

/**
 * A share of what people wrote. Messages of one person are no independent voices: there are as many of these as people
 * who wrote (`writers`), not as messages. With people of both sides who write as much on average, and differ in it by a
 * coefficient of variation of 1, the variance of the share is p (1 − p) / writers: that of a design effect of the mean
 * number of messages (Kish 1965, Survey Sampling, ch. 5; Wilson at that effective n). Without a published number of
 * writers there is no interval.
 */
export function shareOfWritten(part: Interval | null, whole: Interval | null, writers: Interval | null): Outcome {
  const outcome = share(part, whole, 1);
  const { numerator, denominator } = outcome;
  if (outcome.shown !== 'value' || !numerator || !denominator) return outcome;
  const voices = Math.min(writers?.low ?? 0, denominator.low);
  if (voices <= 0) return { ...outcome, low: null, high: null };
  const [low, high] = [numerator.low / denominator.high, Math.min(1, numerator.high / denominator.low)].map((end) =>
    wilson(end * voices, voices),
  );
  return { ...outcome, low: low!.low, high: high!.high };
}

/** Of the people planned. Where nobody is, no wave says so: there are people, and that is not why. */
export function shareOfPlanned(part: Interval | null, planned: Interval | null, k: number): Outcome {
  const outcome = share(part, planned, k);
  return outcome.shown === 'none' ? { ...outcome, note: 'nobody_planned' } : outcome;
}

/** Share of the people activated; someone seen before their activation was known is in no more than the whole. */
export function shareOfActivated(reading: Reading, part: Interval | null): Outcome {
  const activated = reading.state('activated');
  return share(atMost(part, activated), activated, reading.k);
}

/** A count of people or acts: no denominator, its ends are the published ones, and it is whole. */
export function count(people: Interval | null): Outcome {
  if (!people) return masked('not_published');
  const value = wholeCentreOf(people);
  return { numerator: people, denominator: null, value, ...people, n: null, shown: 'value' };
}

/** A quotient that is not a proportion of independent people: its ends are those of the published counts only. */
export function quotient(numerator: Interval | null, denominator: Interval | null, n: Interval | null): Outcome {
  if (denominator && denominator.high <= 0) return { ...undefinedFor(), denominator };
  if (!numerator || !denominator || denominator.low <= 0) return masked('not_published', denominator);
  return {
    ...{ numerator, denominator, value: centreOf(numerator) / centreOf(denominator) },
    ...{ low: numerator.low / denominator.high, high: numerator.high / denominator.low },
    ...{ n: n && centreOf(n), ...(n && n.low < n.high ? { around: n } : {}), shown: 'value' },
  };
}

/** Of days that were possible: done on all of them at most, whatever the ends of both leave. */
export function shareOfDays(done: Interval | null, possible: Interval | null, n: Interval | null): Outcome {
  const outcome = quotient(done, possible, n);
  const { value, low, high } = outcome;
  if (value === null || low === null || high === null) return outcome;
  return { ...outcome, value: Math.min(1, value), low: Math.min(1, low), high: Math.min(1, high) };
}

/** First share less the second, with Newcombe's interval; hidden or undefined as soon as one of them is. */
export function gap(first: Outcome, second: Outcome): Outcome {
  const worst =
    [first, second].find((one) => one.shown === 'none') ?? [first, second].find((one) => one.shown === 'masked');
  if (worst) return { ...worst, numerator: null };
  const [one, other] = [first, second].map(({ numerator, denominator }) => ({
    numerator: numerator!,
    denominator: denominator!,
  }));
  const difference = differenceOver(one!, other!);
  if (!difference) return masked('not_published');
  return { ...first, ...difference, against: other! };
}

/**
 * The share of one part in the sum of two that exclude each other. Deeds, not people: they depend on one another, so
 * the ends are those of the published counts only.
 */
export function partOfSum(part: Interval | null, rest: Interval | null): Outcome {
  if (!part || !rest) return masked('not_published');
  const whole = { low: part.low + rest.low, high: part.high + rest.high };
  if (whole.high <= 0) return { ...undefinedFor(), denominator: whole };
  const value = centreOf(part) / centreOf(whole);
  const low = part.low === 0 ? 0 : part.low / (part.low + rest.high);
  const high = part.high === 0 ? 0 : part.high / (part.high + rest.low);
  return { numerator: part, denominator: whole, value, low, high, n: centreOf(whole), shown: 'value' };
}

/** A share of lists that are whole: between the ends of the published counts, with nothing left to chance (decision 060). */
export function asListed(outcome: Outcome): Outcome {
  const { low, high } = exactShare(outcome.numerator, outcome.denominator);
  return outcome.shown !== 'value' || low === null || high === null ? outcome : { ...outcome, low, high };
}

/** A share of declared counts, no sample of anything: the ends of what is published, which are one where it is exact. */
export function exactShare(numerator: Interval | null, denominator: Interval | null): Outcome {
  if (denominator && denominator.high <= 0) return { ...undefinedFor(), denominator };
  if (!numerator || !denominator) return masked('not_published', denominator);
  const value = centreOf(numerator) / centreOf(denominator);
  const ends = { low: numerator.low / denominator.high, high: numerator.high / Math.max(1, denominator.low) };
  return { numerator, denominator, value, ...ends, n: centreOf(denominator), shown: 'value' };
}
