import { type PublishedWeek } from '#contract/published.js';
import { mondayOf } from '#domain/calendar/day.js';
import { dayText } from '#domain/sentences/day-text.js';
import { type Language, localeOf } from '#domain/sentences/language.js';
import { figureWords } from './figure-words.js';
import { reportWords } from './report-words.js';
import { type Report, type ReportPart } from './report.js';

/** `simple`: people rather than intervals. Comparisons tell theirs at both. */
export type Level = 'simple' | 'expert';

/** For whom a board is printed. */
export interface Printing {
  language: Language;
  level: Level;
  organization: { name: string; isInvented: boolean };
  /** The only entity that it speaks of; null = the whole organisation. */
  place: string | null;
}

/** Boards as one document: filters, as of when and computed when, on every page. */
export function reportOf(printing: Printing, freshness: PublishedWeek | null, parts: readonly ReportPart[]): Report {
  const { language, organization } = printing;
  return {
    ...{ language, parts, organization: organization.name, scope: scopeOf(printing, freshness) },
    title: parts.map(({ page }) => page).join(', '),
    publishedAt: freshness?.publishedAt ?? null,
    definitions: reportWords[language].definitions,
  };
}

function scopeOf({ language, organization, place }: Printing, freshness: PublishedWeek | null): string {
  const words = { ...figureWords[language], ...reportWords[language] };
  const day = (text: string) => dayText(text, language, 'long');
  const told = freshness
    ? [
        words.week(dayText(mondayOf(freshness.weekEnd), language, 'short'), day(freshness.weekEnd)),
        words.through(day(freshness.through), freshness.provisional),
        words.computed(instantText(freshness.publishedAt, language)),
      ]
    : [words.unpublished];
  const invented = organization.isInvented ? [words.invented] : [];
  return [organization.name, place ?? words.whole, ...told, ...invented].join(' · ');
}

const instantText = (instant: string, language: Language) =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(instant),
  );
