import { type Day, numberOf, weekOf } from './iso-week.js';
import { type DayStyle, dayText } from '#domain/sentences/day-text.js';
import { type Language, localeOf } from '#domain/sentences/language.js';

/** A day in words that stay on one line. */
export const formatDay = (day: Day, language: Language, style: DayStyle = 'weekday'): string =>
  dayText(day, language, style).replace(/ /g, '\u00a0');

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
  if (seconds < 60) return language === 'fr' ? 'à l’instant' : 'just now';
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { style: 'short' });
  const [unit, length] = steps.find((step) => seconds >= step[1]) ?? steps[2];
  return relative.format(-Math.floor(seconds / length), unit).replace(/ /g, '\u00a0');
}

/** A moment on the clock of the reader: 21 nov. 14:05. */
export function formatInstant(instant: Date, language: Language): string {
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(localeOf(language), parts).format(instant).replace(/ /g, '\u00a0');
}
