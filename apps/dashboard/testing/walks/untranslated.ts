import { type Language } from '#domain/sentences/language.js';
import { isNamespace, resources } from '../../i18n/resources.js';
import { type Shown } from '../language-shown.js';

const plain = (text: string) =>
  text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll('’', "'")
    .trim();

const words = new Map<Language, Set<string>>();
const forms = new Map<Language, RegExp[]>();
const keys = new Set<string>();

/** What stands around the values of a text, where there is enough of it to be known by. */
function formOf(text: string): RegExp[] {
  const parts = plain(text).split(/{{.*?}}/);
  if (parts.length < 2 || parts.join('').length < 12) return [];
  return [new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`)];
}

/** Every word of the dashboard in both languages, once before the first step. */
export async function loadWords(): Promise<void> {
  for (const language of ['fr', 'en'] as const) {
    const spaces = Object.keys(resources[language]).filter(isNamespace);
    const all = await Promise.all(
      spaces.map(async (space) => (await resources[language][space]()).default as Record<string, string>),
    );
    for (const each of all) for (const key of Object.keys(each)) keys.add(key);
    const texts = all.flatMap((each) => Object.values(each));
    words.set(language, new Set(texts.map(plain)));
    forms.set(language, texts.flatMap(formOf));
  }
}

const says = (language: Language, text: string) =>
  (words.get(language)?.has(text) ?? false) || (forms.get(language)?.some((form) => form.test(text)) ?? false);

// French sets a narrow space before these, English none: either in the other is a text that nobody set.
const wrongSpace = {
  fr: /[\p{L}»)\d] [;:!?%»]|« |[\p{L})][;!?](?=\s|$)|\p{L}:(?=\s)|\d%/u,
  en: /\p{L}[\s\u00a0\u202f][:;!?](?=\s|$)|\d[\s\u00a0\u202f][%:;!?](?=\s|$)/u,
};

/**
 * Texts of a screen that are of the other language, keys without words, or set as only the other language sets them.
 * `given`: texts of people, which are shown as they were typed.
 */
export function otherLanguageIn(texts: readonly string[], language: Shown, given: ReadonlySet<string>): string[] {
  const names = [...given].sort((one, other) => other.length - one.length);
  const other = language === 'fr' ? 'en' : 'fr';
  return texts.flatMap((shown) => {
    // A name that has no room is cut.
    const cut = shown.endsWith('…') ? shown.slice(0, -1) : null;
    if (given.has(shown) || (cut !== null && names.some((name) => name.startsWith(cut)))) return [];
    const text = plain(shown);
    if (/^[a-z]+[A-Z_]\w+$/.test(text) && keys.has(text)) return [`key without words: ${text}`];
    if (text.length > 5 && says(other, text) && !says(language, text)) return [`not ${language}: ${text}`];
    const own = names.reduce((rest, name) => rest.replaceAll(name, 'N'), shown);
    const [set] = wrongSpace[language].exec(own) ?? [];
    return set === undefined ? [] : [`“${set}” is not set as in ${language}: ${shown}`];
  });
}
