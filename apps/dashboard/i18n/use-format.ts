import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { aboutText } from '../format/about-text.js';
import { countOf, countPhrase, sharePhrase } from '#domain/sentences/count-phrase.js';
import { formatAgo, formatDay, formatInstant, formatWeek } from '../format/date.js';
import { type Day } from '../format/iso-week.js';
import { type ReadWith } from '#domain/indicators/count-reading.js';
import { type Interval } from '#domain/statistics/interval.js';
import { type Language } from '#domain/sentences/language.js';
import { typeset } from '#domain/sentences/typography.js';
import {
  formatNumber,
  formatRange,
  formatPercent,
  formatPoints,
  formatPointsBetween,
  formatSigned,
} from '#domain/sentences/number-text.js';

/** The same for those who are not on a screen. */
export const formatsIn = (language: Language) => ({
  language,
  /** A text of the catalogues, set as its language sets it. */
  say: (text: Record<Language, string>) => typeset(text[language], language),
  number: (value: number, digits?: number) => formatNumber(value, language, digits),
  percent: (share: number, digits?: number) => formatPercent(share, language, digits),
  signed: (value: number, digits?: number) => formatSigned(value, language, digits),
  points: (difference: number, digits?: number) => formatPoints(difference, language, digits),
  pointsBetween: (ends: Interval) => formatPointsBetween(ends, language),
  day: (day: Day, style?: Parameters<typeof formatDay>[2]) => formatDay(day, language, style),
  week: (day: Day) => formatWeek(day, language),
  ago: (instant: Date, now: Date) => formatAgo(instant, now, language),
  instant: (instant: Date) => formatInstant(instant, language),
  people: (count: Interval, of: Interval, readWith?: ReadWith | null) => countPhrase(count, of, language, readWith),
  /** « environ 4 % » where what is published is not one number. */
  about: (text: string, isAbout = true) => (isAbout ? aboutText(text, language) : text),
  range: ({ low, high }: Interval) => formatRange(low, high, language),
  countOf: (count: Interval, of: Interval) => countOf(count, of, language),
  share: (count: Interval, of: Interval) => sharePhrase(count, of, language),
});

export type Format = ReturnType<typeof formatsIn>;

/** Every way to write a value, in the language of the screen. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'fr';
  return useMemo(() => formatsIn(language), [language]);
}
