import i18next from 'i18next';
import { useEffect } from 'react';
import { type Language } from '#domain/sentences/language.js';

const defaults: Record<Language, Record<string, string>> = {
  fr: {
    network: 'réseau social d’entreprise',
    entity: 'entité',
    entities: 'entités',
    wave: 'vague',
    waves: 'vagues',
    ambassador: 'ambassadeur',
    ambassadors: 'ambassadeurs',
  },
  en: {
    network: 'enterprise social network',
    entity: 'entity',
    entities: 'entities',
    wave: 'wave',
    waves: 'waves',
    ambassador: 'ambassador',
    ambassadors: 'ambassadors',
  },
};

/** What a text may name as `{{network}}`, `{{entity}}`, …: the organisation's own words where it has some. */
export const wordsOf = (language: Language, own: Record<string, string>): Record<string, string> => ({
  ...defaults[language],
  ...own,
});

/** Lets every text use the organisation's words, from the moment they are known. */
export function useHouseWords(language: Language, own: Record<string, string> | undefined): void {
  useEffect(() => {
    i18next.options.interpolation = {
      ...i18next.options.interpolation,
      defaultVariables: wordsOf(language, own ?? {}),
    };
    if (own && Object.keys(own).length > 0) i18next.emit('languageChanged', language);
  }, [language, own]);
}
