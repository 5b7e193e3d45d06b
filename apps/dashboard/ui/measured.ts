import { type Measured } from '#contract/published.js';
import { type Format } from '../i18n/use-format.js';

/** What a figure shows of a published rate: words and people where the mask leaves a band, a percentage where it does not. */
export interface WrittenRate {
  value: string | null;
  /** Its people; null where the value already says them. */
  people: string | null;
  interval: { low: string; high: string } | null;
}

const middle = ({ low, high }: { low: number; high: number }) => Math.round((low + high) / 2);

export function writeRate(rate: Measured, format: Format): WrittenRate {
  const { numerator, denominator, value, low, high } = rate;
  if (rate.shown !== 'value' || value === null) return { value: null, people: null, interval: null };
  const interval = low === null || high === null ? null : { low: format.percent(low), high: format.percent(high) };
  if (!numerator || !denominator) return { value: format.percent(value), people: null, interval };
  const words = format.people(numerator, denominator);
  const exact = numerator.low === numerator.high;
  const people = format.countOf(numerator, middle(denominator));
  const saysPeople = !exact && !words.includes('%');
  return { value: words, people: saysPeople ? null : people, interval };
}
