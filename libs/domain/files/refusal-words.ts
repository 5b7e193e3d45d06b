import { type Language } from '../sentences/language.js';
import english from './refusal-words-en.js';
import french from './refusal-words-fr.js';

type Code = keyof typeof french;
const words: Record<Language, Record<Code, string>> = { fr: french, en: english };

/** Why a line or a file was refused, in words; the code itself where there are none. `format`: in which its times were declared. */
export function refusalWord(code: string, language: Language, format = 'ISO 8601'): string {
  const known = words[language];
  if (Object.hasOwn(known, code)) return known[code as Code].replace('{{format}}', format);
  return known.other.replace('{{code}}', code);
}
