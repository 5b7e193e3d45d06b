import { type ExemplarityLevel } from '#contract/exemplarity.js';
import { type Measured } from '#contract/published.js';
import { isTooWide } from '#domain/indicators/count-reading.js';
import { leadOver } from '#domain/rollout/exemplarity.js';

export const measures = ['daily', 'weekly', 'posting'] as const;
export type Measure = (typeof measures)[number];

export type Gesture = 'lag' | 'silent' | 'lead' | 'unknown';

/** What a level publishes of a measure: a figure, a band too wide to conclude from, or nothing. */
export function readingOf({ shown, value, numerator, denominator }: Measured): 'figure' | 'wide' | 'few' {
  if (shown !== 'value' || value === null || !numerator || !denominator) return 'few';
  return isTooWide({ numerator, denominator }) ? 'wide' : 'figure';
}

type Others = Record<Measure, Measured>;

/** Which side of the others a level stands on; null where its figures do not say, as in the diagnostic. */
export const sideOf = (level: ExemplarityLevel, others: Others | null, measure: Measure): 'above' | 'below' | null =>
  others && leadOver(level[measure], others[measure]);

/** Fewer than half of those present speak: present, but silent. */
const speakers = 0.5;

/** What a level asks for, from what is sure about it. */
export function gestureOf(level: ExemplarityLevel, others: Others | null): Gesture | null {
  if (measures.every((measure) => readingOf(level[measure]) !== 'figure')) return 'unknown';
  if (measures.some((measure) => sideOf(level, others, measure) === 'below')) return 'lag';
  const { weekly, posting } = level;
  const quiet =
    readingOf(posting) === 'figure' &&
    readingOf(weekly) === 'figure' &&
    posting.high !== null &&
    weekly.low !== null &&
    posting.high < speakers * weekly.low;
  if (quiet) return 'silent';
  return measures.some((measure) => sideOf(level, others, measure) === 'above') ? 'lead' : null;
}
