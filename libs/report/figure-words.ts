import { type Language } from '#domain/sentences/language.js';
import { english } from './figure-words-en.js';
import { french } from './figure-words-fr.js';

/** What stands beside published figures in every document. */
export const figureWords: Record<Language, typeof french> = { fr: french, en: english };
