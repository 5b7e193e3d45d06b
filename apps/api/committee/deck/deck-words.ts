import { type Language } from '#domain/sentences/language.js';
import { figureWords } from '#report/figure-words.js';
import { english } from './deck-words-en.js';
import { french } from './deck-words-fr.js';

/** What stands on the slides beside the sentences of the pages. */
export const deckWords: Record<Language, typeof french & (typeof figureWords)[Language]> = {
  fr: { ...figureWords.fr, ...french },
  en: { ...figureWords.en, ...english },
};
