import { type Measured } from '#contract/published.js';
import { isMiddleMisleading, percentFrom, readCount } from '#domain/indicators/count-reading.js';
import { wholeCentreOf } from '#domain/statistics/interval.js';
import { type Format } from '../../i18n/use-format.js';

/** A published share, short enough for a cell. */
export interface CompactCount {
  text: string;
  /** The same in full. */
  phrase: string;
  /** 0 to 1; null where the number says too little to be shaded. */
  shade: number | null;
}

/** True where a published count is so wide that its middle would mislead. */
export const isTooWide = ({ numerator, denominator }: Pick<Measured, 'numerator' | 'denominator'>): boolean =>
  isMiddleMisleading(numerator, denominator);

/** Null where nothing is published. Below sixty people, people instead of a percentage. */
export function compactCount(measured: Measured, format: Format): CompactCount | null {
  const { numerator, denominator, value, shown } = measured;
  if (shown !== 'value' || value === null || !numerator || !denominator) return null;
  const of = format.number(wholeCentreOf(denominator));
  const phrase = format.people(numerator, denominator);
  // The middle of a wide band shades nothing: its ends are told instead.
  const shade = isTooWide(measured) ? null : value;
  const reading = readCount(numerator, denominator);
  switch (reading.kind) {
    case 'exact':
      // Of so few, a percentage would make one person look like a movement.
      return wholeCentreOf(denominator) < percentFrom
        ? { text: `${format.number(numerator.low)} / ${of}`, phrase, shade }
        : { text: format.percent(reading.share), phrase, shade };
    case 'about':
      return { text: `≈ ${format.percent(reading.share)}`, phrase, shade };
    case 'atMost':
      return { text: `≤ ${format.number(numerator.high)} / ${of}`, phrase, shade };
    case 'atLeast':
    case 'nearlyAll':
      return { text: `≥ ${format.number(numerator.low)} / ${of}`, phrase, shade };
    case 'words':
    case 'between':
    case 'unknown':
      return { text: `${format.number(numerator.low)}–${format.number(numerator.high)} / ${of}`, phrase, shade };
    default:
      return { text: '–', phrase, shade: null };
  }
}
