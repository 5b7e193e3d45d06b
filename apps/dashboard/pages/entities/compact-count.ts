import { type Measured } from '#contract/published.js';
import { readCount } from '../../format/count-phrase.js';
import { type Format } from '../../i18n/use-format.js';

/** A published share, short enough for a cell. */
export interface CompactCount {
  text: string;
  /** The same in full. */
  phrase: string;
  /** 0 to 1; null where the number says too little to be shaded. */
  shade: number | null;
}

// Beyond this width in people, the middle of a band is nobody's figure.
const widest = 0.35;

/** True where a published band is so wide that its middle would mislead. */
export function isTooWide({ numerator, denominator }: Pick<Measured, 'numerator' | 'denominator'>): boolean {
  if (!numerator || !denominator || denominator.high <= 0) return false;
  return (numerator.high - numerator.low) / denominator.high > widest;
}

/** Null where nothing is published. Below sixty people, people instead of a percentage. */
export function compactCount(measured: Measured, format: Format): CompactCount | null {
  const { numerator, denominator, value, shown } = measured;
  if (shown !== 'value' || value === null || !numerator || !denominator) return null;
  const of = format.number((denominator.low + denominator.high) / 2);
  const phrase = format.people(numerator, denominator);
  if (isTooWide(measured)) return { text: '–', phrase: `${format.range(numerator)} / ${of}`, shade: null };
  const reading = readCount(numerator, denominator);
  switch (reading.kind) {
    case 'exact':
      return { text: format.percent(reading.share), phrase, shade: value };
    case 'about':
      return { text: `≈ ${format.percent(reading.share)}`, phrase, shade: value };
    case 'atMost':
      return { text: `≤ ${format.number(numerator.high)} / ${of}`, phrase, shade: value };
    case 'atLeast':
    case 'nearlyAll':
      return { text: `≥ ${format.number(numerator.low)} / ${of}`, phrase, shade: value };
    case 'words':
      return { text: `${format.number(numerator.low)}–${format.number(numerator.high)} / ${of}`, phrase, shade: value };
    default:
      return { text: '–', phrase, shade: null };
  }
}
