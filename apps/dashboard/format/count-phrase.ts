import { type Language } from '#domain/sentences/language.js';
import { formatNumber, formatPercent, formatRange } from '#domain/sentences/number-text.js';

/** A published count of people: exact when both ends are equal. */
export interface Band {
  low: number;
  high: number;
}

/** The neighbours with which a set too small to publish is read. */
export interface ReadWith {
  names: string[];
  people: number;
}

/** What a share may be called. `none` and `all` keep their people instead of a percentage. */
export type CountReading =
  | { kind: 'tooFew'; readWith: ReadWith | null }
  | { kind: 'exact'; share: number }
  | { kind: 'unknown' }
  | { kind: 'atMost' }
  | { kind: 'nearlyAll' }
  | { kind: 'atLeast' }
  | { kind: 'about'; share: number }
  | { kind: 'words'; words: number };

const smallest = 10;
const percentFrom = 60;

/** Shares that have a name, in the order of `wordings`. */
export const namedShares = [1 / 10, 1 / 5, 1 / 4, 1 / 3, 2 / 5, 1 / 2, 3 / 5, 2 / 3, 3 / 4, 4 / 5, 9 / 10];

const centre = ({ low, high }: Band) => (low + high) / 2;
const isExact = ({ low, high }: Band) => low === high;

/** Decides how a count may be read without saying more than its band holds. */
export function readCount(count: Band, of: Band, readWith: ReadWith | null = null): CountReading {
  const size = centre(of);
  if (size < smallest && (readWith || !isExact(count) || !isExact(of))) return { kind: 'tooFew', readWith };
  if (isExact(count) && isExact(of)) return { kind: 'exact', share: size === 0 ? 0 : count.low / size };
  if (count.low <= 0 && count.high >= of.high) return { kind: 'unknown' };
  if (count.low <= 0) return { kind: 'atMost' };
  if (count.high >= of.high) return { kind: count.low >= 0.9 * of.high ? 'nearlyAll' : 'atLeast' };
  const share = centre(count) / size;
  if (size >= percentFrom) return { kind: 'about', share };
  const distances = namedShares.map((named) => Math.abs(named - share));
  return { kind: 'words', words: distances.indexOf(Math.min(...distances)) };
}

const wordings = {
  fr: [
    'environ un sur dix',
    'environ un sur cinq',
    'environ un quart',
    'environ un tiers',
    'un peu moins de la moitié',
    'environ la moitié',
    'un peu plus de la moitié',
    'environ les deux tiers',
    'environ les trois quarts',
    'environ quatre sur cinq',
    'environ neuf sur dix',
  ],
  en: [
    'about one in ten',
    'about one in five',
    'about a quarter',
    'about a third',
    'a little less than half',
    'about half',
    'a little more than half',
    'about two thirds',
    'about three quarters',
    'about four in five',
    'about nine in ten',
  ],
};

const joined = (names: string[], and: string) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;

/** « environ la moitié : 18 à 22 personnes sur 40 ». The whole phrase, without a capital or a full stop. */
export function countPhrase(count: Band, of: Band, language: Language, readWith: ReadWith | null = null): string {
  const number = (value: number) => formatNumber(value, language);
  const about = isExact(of) ? '' : language === 'fr' ? 'environ ' : 'about ';
  const whole = `${about}${number(Math.round(centre(of)))}`;
  const fr = language === 'fr';
  const people = (n: number) => (fr ? (n < 2 ? 'personne' : 'personnes') : n === 1 ? 'person' : 'people');
  const reading = readCount(count, of, readWith);
  switch (reading.kind) {
    case 'tooFew': {
      const few = fr ? 'moins de 10 personnes' : 'fewer than 10 people';
      if (!reading.readWith) return few;
      const names = joined(reading.readWith.names, fr ? 'et' : 'and');
      const group = `${number(reading.readWith.people)} ${people(reading.readWith.people)}`;
      return fr ? `${few}\u202f: lu avec ${names} (${group})` : `${few}: read with ${names} (${group})`;
    }
    case 'exact':
      return formatPercent(reading.share, language);
    case 'unknown':
      return fr ? `rien de sûr sur ${whole} personnes` : `nothing certain for ${whole} people`;
    case 'atMost':
      return fr
        ? `${number(count.high)} ${people(count.high)} au plus sur ${whole}`
        : `${number(count.high)} ${people(count.high)} at most out of ${whole}`;
    case 'nearlyAll':
      return fr
        ? `presque tous\u202f: ${number(count.low)} ou plus sur ${whole}`
        : `nearly all: ${number(count.low)} or more out of ${whole}`;
    case 'atLeast':
      return fr ? `${number(count.low)} ou plus sur ${whole}` : `${number(count.low)} or more out of ${whole}`;
    case 'about':
      return `${fr ? 'environ' : 'about'} ${formatPercent(reading.share, language)}`;
    case 'words': {
      const words = wordings[language][reading.words] ?? '';
      return fr
        ? `${words}\u202f: ${number(count.low)} à ${number(count.high)} personnes sur ${whole}`
        : `${words}: ${number(count.low)} to ${number(count.high)} people out of ${whole}`;
    }
  }
}

/** « 4 980 sur 8 300 », « 100 à 102 sur 240 »: the people behind a share. */
export function countOf({ low, high }: Band, of: number, language: Language): string {
  const count = formatRange(low, high, language);
  return `${count} ${language === 'fr' ? 'sur' : 'of'} ${formatNumber(of, language)}`;
}
