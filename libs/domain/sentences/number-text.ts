import { type Language, localeOf, narrow } from './language.js';

const minus = '\u2212';

export const formatNumber = (value: number, language: Language, digits = 0) =>
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: digits })
    .format(Object.is(value, -0) ? 0 : value)
    .replace('-', minus);

/** « 12 à 14 »; one number where both ends agree. */
export function formatRange(low: number, high: number, language: Language): string {
  const [from, to] = [formatNumber(low, language), formatNumber(high, language)];
  if (low === high) return from;
  return language === 'fr' ? `${from} à ${to}` : `${from} to ${to}`;
}

const percentSign = (language: Language) => (language === 'fr' ? `${narrow}%` : '%');

/** A share between 0 and 1. What merely rounds to none or all never reads as none or all. */
export function formatPercent(share: number, language: Language, digits = 0): string {
  const step = 10 ** -digits;
  const percent = share * 100;
  const sign = percentSign(language);
  if (percent > 0 && percent < step / 2) return `<${narrow}${formatNumber(step, language, digits)}${sign}`;
  if (percent < 100 && percent > 100 - step / 2)
    return `>${narrow}${formatNumber(100 - step, language, digits)}${sign}`;
  return `${formatNumber(percent, language, digits)}${sign}`;
}

/** A change keeps its sign; no change says 0. */
export function formatSigned(value: number, language: Language, digits = 0): string {
  const text = formatNumber(value, language, digits);
  return value > 0 && text !== '0' ? `+${text}` : text;
}

/** Decimals of a difference of shares in points: half a point is neither none nor one. */
export const pointDigits = (difference: number) => (Math.abs(difference) < 0.0095 ? 1 : 0);

/** A difference of shares, in points. */
export function formatPoints(difference: number, language: Language, digits = pointDigits(difference)): string {
  const points = Number((difference * 100).toFixed(digits));
  const many = language === 'fr' ? Math.abs(points) >= 2 : Math.abs(points) !== 1;
  return `${formatSigned(points, language, digits)}\u00a0point${many ? 's' : ''}`;
}

/** Both ends of a change, in whole points: « de −9 à +5 points ». */
export function formatPointsBetween({ low, high }: { low: number; high: number }, language: Language): string {
  const from = formatSigned(Math.round(low * 100), language);
  const to = formatPoints(high, language, 0);
  return language === 'fr' ? `de ${from} à ${to}` : `${from} to ${to}`;
}

/** « en baisse de 3 points »: the word carries the sign. */
export const bare = (points: string): string => points.replace(/^[+−]/, '');
