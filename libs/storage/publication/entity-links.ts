import { isSiteWord } from '#domain/rollout/site-word.js';
import { type ParentsOn } from '#domain/rollout/board.js';
import { type EntityLink } from '../steering/steering.repository.js';

export function parentsOn(links: readonly EntityLink[]): ParentsOn {
  return (day) =>
    new Map(
      links
        .filter(({ from, to }) => (from === null || from <= day) && (to === null || day < to))
        .map(({ entity, parent }) => [entity, parent]),
    );
}

/** Keys of those whose kind is a word for a site. */
export const sitesIn = (links: readonly EntityLink[]): ReadonlySet<string> =>
  new Set(links.flatMap(({ entity, kind }) => (kind !== null && isSiteWord(kind) ? [entity] : [])));
