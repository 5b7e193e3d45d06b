import { percentFrom, readCount, type ReadWith } from '../indicators/count-reading.js';
import { type Note } from '../indicators/indicator.js';
import { type Language } from './language.js';
import { formatNumber, formatPercent, formatRange } from './number-text.js';
import { atMost, type Interval, wholeCentreOf } from '../statistics/interval.js';

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
export function countPhrase(
  part: Interval,
  of: Interval,
  language: Language,
  readWith: ReadWith | null = null,
): string {
  const number = (value: number) => formatNumber(value, language);
  const count = atMost(part, of)!;
  const whole = wholeText(count, of, language);
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
    case 'between':
      return wholeCentreOf(of) < percentFrom
        ? `${formatRange(count.low, count.high, language)} ${people(count.high)} ${fr ? 'sur' : 'out of'} ${whole}`
        : shareBetween(reading, language);
    case 'words': {
      const range = `${formatRange(count.low, count.high, language)} ${people(count.high)}`;
      const said = `${range} ${fr ? 'sur' : 'out of'} ${whole}`;
      if (reading.words === null) return said;
      return `${wordings[language][reading.words] ?? ''}${fr ? '\u202f' : ''}: ${said}`;
    }
  }
}

/** Whether that phrase is a share alone: « presque tous : 58 ou plus sur 60 » has said of how many already. */
export function isShareAlone(part: Interval, of: Interval): boolean {
  const { kind } = readCount(atMost(part, of)!, of);
  return kind === 'exact' || kind === 'about' || (kind === 'between' && wholeCentreOf(of) >= percentFrom);
}

/** « 4 980 sur 8 300 », « 100 à 102 sur 240 »: the people behind a share. */
export function countOf(part: Interval, of: Interval, language: Language): string {
  const count = atMost(part, of)!;
  const text = formatRange(count.low, count.high, language);
  return `${text} ${language === 'fr' ? 'sur' : 'of'} ${wholeText(count, of, language)}`;
}

/** A part is never written larger than its whole: where it may be, both ends of the whole are told. */
function wholeText(count: Interval, of: Interval, language: Language): string {
  if (of.low === of.high) return formatNumber(of.low, language);
  if (count.high > wholeCentreOf(of)) return formatRange(of.low, of.high, language);
  return `${language === 'fr' ? 'environ' : 'about'} ${formatNumber(wholeCentreOf(of), language)}`;
}

const shareBetween = ({ low, high }: Interval, language: Language): string => {
  const [from, to] = [formatPercent(low, language), formatPercent(high, language)];
  return language === 'fr' ? `entre ${from} et ${to}` : `between ${from} and ${to}`;
};

/**
 * A published share as every page writes it. Bounds of what is not told apart are both told: no count lies in their middle
 * rather than at an end.
 */
export function ratePhrase(part: Interval, of: Interval, note: Note | undefined, language: Language): string {
  if (note !== 'base_invited_bounds' || part.low <= 0) return countPhrase(part, of, language);
  const ends = { low: part.low / of.high, high: Math.min(1, part.high / Math.max(1, of.low)) };
  const isOne = formatPercent(ends.low, language) === formatPercent(ends.high, language);
  return isOne ? countPhrase(part, of, language) : shareBetween(ends, language);
}

/** So few that a band is wider than any share says: both ends are counted out instead. */
export const isFew = (of: Interval): boolean => of.high < percentFrom;

/** A share of groups or of posts, of which no word speaks as of people: « au plus 15 % », « environ 42 % ». */
export function sharePhrase(part: Interval, of: Interval, language: Language): string {
  const reading = readCount(part, of);
  const percent = (share: number) => formatPercent(share, language);
  const fr = language === 'fr';
  if (part.low === part.high && of.low === of.high) return percent(of.low === 0 ? 0 : part.low / of.low);
  if (reading.kind === 'words' && reading.words !== null) return wordings[language][reading.words] ?? '';
  if (reading.kind === 'words' || reading.kind === 'unknown' || reading.kind === 'tooFew')
    return countOf(part, of, language);
  if (reading.kind === 'atMost') return `${fr ? 'au plus' : 'at most'} ${percent(Math.min(1, part.high / of.low))}`;
  if (reading.kind === 'atLeast' || reading.kind === 'nearlyAll')
    return `${fr ? 'au moins' : 'at least'} ${percent(part.low / of.high)}`;
  if (reading.kind === 'between') return shareBetween(reading, language);
  return `${fr ? 'environ' : 'about'} ${percent(wholeCentreOf(part) / wholeCentreOf(of))}`;
}
