import { type Language } from '#domain/sentences/language.js';
import { english } from './report-words-en.js';
import { french } from './report-words-fr.js';

/** What stands in printed boards beside the sentences of the pages. */
export const reportWords: Record<Language, typeof french> = { fr: french, en: english };
