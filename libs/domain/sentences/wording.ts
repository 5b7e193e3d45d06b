import { isTooWide, percentFrom } from '../indicators/count-reading.js';
import { dayText } from './day-text.js';
import { type Language } from './language.js';
import { formatNumber, formatPercent, formatPoints, formatPointsBetween } from './number-text.js';

/** A published share of people, its ends in people: `low` to `high` of `of`. */
export interface People {
  low: number;
  high: number;
  of: number;
}

/** Numbers and days as one language writes them. */
export interface Wording {
  number: (n: number) => string;
  /** Without decimals, unless asked for. */
  percent: (share: number, digits?: number) => string;
  /** How many times as much: one decimal. */
  times: (ratio: number) => string;
  /** A difference of shares, with its sign; without decimals from one point on, unless asked for. */
  points: (share: number, digits?: number) => string;
  /** Both ends of a change, in whole points. */
  pointsBetween: (ends: { low: number; high: number }) => string;
  day: (day: string) => string;
  days: (n: number) => string;
  /**
   * A share as it may be read: a percentage, « environ » over an interval, people below sixty. `isBound`: bounds of what
   * is not told apart are both told, for no count lies in their middle rather than at an end.
   */
  share: (people: People, isBound?: boolean) => string;
  plural: (n: number, one: string, many: string) => string;
}

/** A text per language for each key, over the values that it needs. */
export type Texts<Params> = {
  [K in keyof Params]: Record<Language, (params: Params[K], wording: Wording) => string>;
};

const phrases = {
  fr: {
    about: (text: string) => `environ ${text}`,
    atMost: (text: string) => `au plus ${text}`,
    atLeast: (text: string) => `au moins ${text}`,
    between: (low: string, high: string) => `entre ${low} et ${high}`,
    people: (n: string, of: string) => `${n} personnes sur ${of}`,
    range: (low: string, high: string) => `${low} à ${high}`,
    days: (n: number) => `${n} jour${n > 1 ? 's' : ''}`,
    // In French, one and a half is still singular.
    isOne: (n: number) => Math.abs(n) < 2,
    below: 'moins de ',
    above: 'plus de ',
  },
  en: {
    about: (text: string) => `about ${text}`,
    atMost: (text: string) => `at most ${text}`,
    atLeast: (text: string) => `at least ${text}`,
    between: (low: string, high: string) => `between ${low} and ${high}`,
    people: (n: string, of: string) => `${n} people of ${of}`,
    range: (low: string, high: string) => `${low} to ${high}`,
    days: (n: number) => `${n} day${n === 1 ? '' : 's'}`,
    isOne: (n: number) => Math.abs(n) === 1,
    below: 'less than ',
    above: 'more than ',
  },
};

function wordingOf(language: Language): Wording {
  const phrase = phrases[language];
  const number = (n: number) => formatNumber(n, language);
  const percent = (share: number, digits?: number) =>
    formatPercent(share, language, digits).replace(/^<\s/, phrase.below).replace(/^>\s/, phrase.above);
  // "At most less than 1 %" says it twice.
  const said = (how: (text: string) => string, text: string) => (/^\d/.test(text) ? how(text) : text);
  return {
    percent,
    number,
    times: (ratio) => formatNumber(ratio, language, 1),
    points: (share, digits) => formatPoints(share, language, digits).replace('\u00a0', ' '),
    pointsBetween: (ends) => formatPointsBetween(ends, language).replace('\u00a0', ' '),
    day: (day) => dayText(day, language, 'long'),
    days: (n) => phrase.days(Math.abs(n)),
    plural: (n, one, many) => (phrase.isOne(n) ? one : many),
    share: ({ low, high: end, of }, isBound = false) => {
      const high = Math.min(end, of);
      if (low === high) return percent(low / of);
      const few = of < percentFrom;
      const write = (n: number) => (few ? phrase.people(number(n), number(of)) : percent(n / of));
      if (low <= 0) return said(phrase.atMost, write(high));
      if (high >= of) return said(phrase.atLeast, write(low));
      if (few) return phrase.people(phrase.range(number(low), number(high)), number(of));
      const [from, to] = [percent(low / of), percent(high / of)];
      const isWide = isTooWide({ numerator: { low, high }, denominator: { low: of, high: of } });
      if (isWide || (isBound && from !== to)) return phrase.between(from, to);
      return said(phrase.about, percent((low + high) / 2 / of));
    },
  };
}

export const wordings: Record<Language, Wording> = { fr: wordingOf('fr'), en: wordingOf('en') };
