import { kindTexts } from '#domain/events/kind-texts.js';
import { type EventKind } from '#domain/events/kind.js';
import { frenchTypography } from '../../format/typography.js';
import { useFormat } from '../../i18n/use-format.js';

/** Texts of the catalogues in the language of the screen. */
export function useWords() {
  const { language } = useFormat();
  const list = new Intl.ListFormat(language);
  const write = (text: string) => (language === 'fr' ? frenchTypography(text) : text);
  return {
    language,
    say: (text: { fr: string; en: string }) => write(text[language]),
    write,
    list: (words: string[]) => list.format(words),
    kinds: (kinds: readonly EventKind[]) => list.format(kinds.map((kind) => kindTexts[kind][language])),
  };
}
