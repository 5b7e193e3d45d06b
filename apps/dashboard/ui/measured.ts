import { type Measured } from '#contract/published.js';
import { hoursOfWork } from '#domain/communities/lag-bins.js';
import { isTooWide } from '#domain/indicators/count-reading.js';
import { type Unit } from '#domain/indicators/indicator.js';
import { isUnmeasurable } from '#domain/indicators/measurable.js';
import { isWhy, noteTexts } from '#domain/indicators/notes.js';
import { peopleEnds } from '#domain/indicators/told.js';
import { ratePhrase } from '#domain/sentences/count-phrase.js';
import { type Format } from '../i18n/use-format.js';

/** A published number in words. */
export interface Written {
  value: string | null;
  /** Its people; undefined where the value already says them. */
  people?: string;
  interval?: { low: string; high: string };
  /** Why there is no value, where the mask took it. */
  masked?: string;
  /** Why no source can tell it. */
  unmeasurable?: string;
  /** What the reader should know of its base. */
  note?: string;
}

/** Hours up to two days, then days: « 5 h », « 3,2 j ». */
export const hoursText = (hours: number, format: Format): string => {
  if (hours < 48) return `${format.number(hours, hours < 10 ? 1 : 0)} h`;
  return `${format.number(hours / 24, 1)} ${format.language === 'fr' ? 'j' : 'd'}`;
};

/** Hours of work up to two working days, then working days with their length: « 5,6 j de 9 h ». */
export const workingHoursText = (hours: number, format: Format): string => {
  if (hours < 2 * hoursOfWork) return `${format.number(hours, hours < 10 ? 1 : 0)} h`;
  const days = format.number(hours / hoursOfWork, 1);
  return format.language === 'fr' ? `${days} j de ${hoursOfWork} h` : `${days} d of ${hoursOfWork} h`;
};

const writerOf = (unit: Unit, format: Format) => (value: number) => {
  if (unit === 'percent') return format.percent(value);
  if (unit === 'points') return format.points(value);
  if (unit === 'hours') return hoursText(value, format);
  if (unit === 'working_hours') return workingHoursText(value, format);
  if (unit === 'days') return `${format.number(value)} ${format.language === 'fr' ? 'j' : 'd'}`;
  if (unit === 'weeks') return `${format.number(value)} ${format.language === 'fr' ? 'sem.' : 'wk'}`;
  return unit === 'ratio' ? format.number(value, 2) : format.number(value);
};

/** Both ends in words; none where they read the same, which is no interval. */
function writtenEnds(low: number | null, high: number | null, text: (end: number) => string): Written['interval'] {
  if (low === null || high === null) return undefined;
  const ends = { low: text(low), high: text(high) };
  return ends.low === ends.high ? undefined : ends;
}

/** The people behind a figure, with both ends where they are published as a band; null where it has none. */
export function peopleText(measured: Pick<Measured, 'n' | 'around' | 'denominator'>, format: Format): string | null {
  const ends = peopleEnds(measured);
  return ends ? format.range(ends) : measured.n === null ? null : format.number(Math.round(measured.n));
}

/** A mean share of person-days: no count of people stands behind it, so it is told with its n. */
export function writeShare(measured: Measured, of: string, format: Format): Written {
  const { value, low, high } = measured;
  const people = peopleText(measured, format);
  const written = write(measured, 'ratio', format);
  if (written.value === null || value === null) return written;
  return {
    ...written,
    value: format.percent(value),
    people: [of, people && `n = ${people}`].filter(Boolean).join(', '),
    interval: writtenEnds(low, high, (end) => format.percent(end)),
  };
}

/** A dash says why it is one. */
const noBase = { fr: 'aucun effectif auquel le rapporter', en: 'nobody to divide by' };

const pointsBetween = ({ low, high }: { low: string; high: string }, { language }: Format) => {
  const bare = low.replace(/\s?points?$/, '');
  return language === 'fr' ? `de ${bare} à ${high}` : `${bare} to ${high}`;
};

/** Percentages where the publication allows them, people and words where it leaves a band, a reason where it hides. */
export function write(measured: Measured, unit: Unit, format: Format): Written {
  const { numerator, denominator, value, low, high, shown } = measured;
  const note = measured.note && format.say(noteTexts[measured.note]);
  if (shown === 'masked') return { value: null, masked: note ?? format.say(noteTexts.not_published) };
  if (shown === 'none' && isUnmeasurable(measured.note)) return { value: null, unmeasurable: note };
  // Who is divided by tells no reason where there is nobody.
  if (shown === 'none' || value === null)
    return { value: null, people: (isWhy(measured.note) && note) || noBase[format.language], note };

  const text = writerOf(unit, format);
  const interval = writtenEnds(low, high, text);
  if (unit === 'people' && numerator && numerator.low < numerator.high)
    return { value: format.range(numerator), interval: undefined, note };
  // A gap over ends too far apart has no middle to speak of.
  if (unit === 'points' && interval && numerator && denominator && isTooWide({ numerator, denominator }))
    return { value: pointsBetween(interval, format), interval: undefined, note };
  if (unit !== 'percent' || !numerator || !denominator) return { value: text(value), interval, note };

  const words = ratePhrase(numerator, denominator, measured.note, format.language);
  const saysPeople = !words.includes('%');
  return {
    value: words,
    people: saysPeople ? undefined : format.countOf(numerator, denominator),
    interval,
    note,
  };
}

/** Published between two ends that are not one. */
export const isBetween = (measured: Measured | undefined): boolean =>
  measured?.numerator != null && measured.numerator.low < measured.numerator.high;
