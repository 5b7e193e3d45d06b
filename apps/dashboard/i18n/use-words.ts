import { kindTexts } from '#domain/events/kind-texts.js';
import { type EventKind } from '#domain/events/kind.js';
import { attributeTexts } from '#domain/indicators/attribute-texts.js';
import { type Attribute } from '#domain/indicators/measurable.js';
import { typeset } from '#domain/sentences/typography.js';
import { useFormat } from './use-format.js';

/** Texts of the catalogues in the language of the screen. */
export function useWords() {
  const { language } = useFormat();
  const list = new Intl.ListFormat(language);
  const write = (text: string) => typeset(text, language);
  return {
    language,
    say: (text: { fr: string; en: string }) => write(text[language]),
    write,
    list: (words: string[]) => list.format(words),
    kinds: (kinds: readonly EventKind[]) => list.format(kinds.map((kind) => kindTexts[kind][language])),
    /** What a source leaves out: kinds of events, and what it does not say of them. */
    missing: (kinds: readonly EventKind[], untold: readonly Attribute[]) =>
      write(
        list.format([
          ...kinds.map((kind) => kindTexts[kind][language]),
          ...untold.map((attribute) => attributeTexts[attribute][language]),
        ]),
      ),
  };
}
