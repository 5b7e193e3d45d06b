import { type Definitions } from '#contract/definitions.js';
import { type Language } from '#domain/sentences/language.js';
import { plain, plainWords } from '../../format/plain.js';

/** What a search left, among everything. */
export interface Lists {
  found: Definitions;
  all: Definitions;
}

/** What speaks of the words, whatever their accents and case; everything when there are none. */
export function findDefinitions(all: Definitions, find: string | undefined, language: Language): Definitions {
  const words = plainWords(find ?? '');
  if (words.length === 0) return all;
  const holds = (...texts: (string | null | undefined)[]) => {
    const text = plain(texts.filter(Boolean).join(' '));
    return words.every((word) => text.includes(word));
  };
  return {
    indicators: all.indicators.filter(({ key, title, meaning }) => holds(key, title[language], meaning[language])),
    derived: all.derived.filter(({ key, title, meaning, source }) =>
      holds(key, title[language], meaning[language], source[language]),
    ),
    benchmarks: all.benchmarks.filter(({ key, value, events, population, sources, comparisons, topic }) =>
      holds(
        ...[key, value[language], events[language], population.who[language], topic?.[language]],
        ...sources.map(({ title }) => title),
        ...comparisons.map(({ indicator }) => indicator),
      ),
    ),
    methods: all.methods.filter(({ key, title, question, how }) =>
      holds(key, title[language], question[language], how[language]),
    ),
    sources: all.sources.filter(({ key, title }) => holds(key, title[language])),
  };
}
