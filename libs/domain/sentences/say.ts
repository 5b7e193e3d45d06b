import { type Language } from './language.js';
import { type Sentence } from './sentence.js';
import { texts } from './texts.js';
import { wordings } from './wording.js';

type Text = (params: Record<string, string | number>, wording: (typeof wordings)[Language]) => string;

// Over the wire a key is any string: what it finds is checked, not assumed.
const spoken = texts as unknown as Partial<Record<string, Record<Language, Text>>>;

/** A sentence in words, with the spaces of French typography. A key nobody knows stays visible as it is. */
export function say({ key, params }: Sentence, language: Language): string {
  const text = spoken[key];
  if (!text) return key;
  const words = text[language](params, wordings[language]);
  return language === 'fr' ? spaced(words) : words;
}

const narrow = '\u202f';

function spaced(words: string): string {
  return words
    .replace(/ ([:;!?%»])/g, `${narrow}$1`)
    .replace(/« /g, `«${narrow}`)
    .replace(/(\d) (?=jour|point|site|personne|semaine)/g, '$1\u00a0');
}
