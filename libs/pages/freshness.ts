import { type PublishedWeek } from '#contract/published.js';
import { type PublishedWeek as StoredWeek } from '#storage/publication/publication.repository.js';

export const weekOnWire = (week: StoredWeek): PublishedWeek => ({
  weekEnd: week.weekEnd,
  through: week.through,
  provisional: week.provisional,
  publishedAt: week.publishedAt.toISOString(),
});

export const freshnessOf = (week: StoredWeek | null): PublishedWeek | null => week && weekOnWire(week);
