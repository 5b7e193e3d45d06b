import { type Day } from '../calendar/day.js';
import { type Language, localeOf } from './language.js';

const styles = {
  /** lun. 3 févr. */
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  /** 3 févr. */
  short: { day: 'numeric', month: 'short' },
  /** 3 févr. 2026 */
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 3 février 2026 */
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  /** lundi 3 février 2026 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** févr. 2026 */
  month: { month: 'short', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof styles;

/** A day in words, with plain spaces: « 3 février 2026 »; in French the first of a month is « 1er ». */
export function dayText(day: Day, language: Language, style: DayStyle): string {
  const parts = new Intl.DateTimeFormat(localeOf(language), { ...styles[style], timeZone: 'UTC' }).formatToParts(
    new Date(`${day}T00:00:00Z`),
  );
  const text = parts.map(({ type, value }) => (language === 'fr' && type === 'day' && value === '1' ? '1er' : value));
  return text.join('').replace(/,/g, '');
}
