import { countryCodes } from './countries.js';

const languages = ['fr', 'en'] as const;
/** Shorter ones, as IT or SI, are departments more often than countries. */
const shortest = 3;

/** One form for what differs in case, accents, hyphens and spaces. */
const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase();

let known: Map<string, string> | undefined;

function codesByName(): Map<string, string> {
  const found = new Map<string, string>();
  for (const language of languages)
    for (const style of ['short', 'long'] as const) {
      const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
      for (const code of countryCodes) {
        const name = names.of(code);
        if (name && name.length >= shortest) found.set(folded(name), code);
      }
    }
  return found;
}

/** The country that is called so in French or English, ISO 3166-1; null where none is. */
export function countryCalled(name: string): string | null {
  known ??= codesByName();
  return known.get(folded(name)) ?? null;
}
