import { type Day, numberOf, weekOf } from './iso-week.js';
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
  /** févr. 2026 */
  month: { month: 'short', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export function formatDay(day: Day, language: Language, style: keyof typeof styles = 'weekday'): string {
  const text = new Intl.DateTimeFormat(localeOf(language), { ...styles[style], timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return text.replace(/,/g, '').replace(/ /g, '\u00a0');
}

/** semaine 6, week 6. */
export const formatWeek = (day: Day, language: Language) =>
  `${language === 'fr' ? 'semaine' : 'week'}\u00a0${numberOf(weekOf(day))}`;

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago, in the largest unit that fits: il y a 4 min. */
export function formatAgo(instant: Date, now: Date, language: Language): string {
  const seconds = Math.max(0, (now.getTime() - instant.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { style: 'short' });
  const [unit, length] = steps.find((step) => seconds >= step[1]) ?? steps[2];
  return relative.format(-Math.floor(seconds / length), unit).replace(/ /g, '\u00a0');
}
