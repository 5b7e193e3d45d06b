import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '#domain/sentences/language.js';
import { frenchTypography } from '#domain/sentences/typography.js';
import { isNamespace, resources } from './resources.js';

const rememberedAs = 'essor.language';

const isLanguage = (text: string | null): text is Language => languages.some((language) => language === text);

function firstLanguage(): Language {
  const remembered = localStorage.getItem(rememberedAs);
  if (isLanguage(remembered)) return remembered;
  return navigator.language.startsWith('en') ? 'en' : 'fr';
}

/** French has a third plural, for whole millions; it reads like the ordinary one. */
function prepared(language: Language, words: Record<string, string>): Record<string, string> {
  if (language !== 'fr') return words;
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, text]) => {
      const set = frenchTypography(text);
      return key.endsWith('_other')
        ? [
            [key, set],
            [key.replace(/_other$/, '_many'), set],
          ]
        : [[key, set]];
    }),
  );
}

async function load(language: string, namespace: string): Promise<Record<string, string>> {
  if (!isLanguage(language) || !isNamespace(namespace)) return {};
  const loaded: { default: Record<string, string> } = await resources[language][namespace]();
  return prepared(language, loaded.default);
}

const chunks: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    load(language, namespace).then(
      (words) => done(null, words),
      (error: Error) => done(error, false),
    );
  },
};

/** Resolves once the words of the frame are there; those of a page arrive with it. */
export const startTranslations = () =>
  i18next
    .use(chunks)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      supportedLngs: languages,
      fallbackLng: false,
      // Also those of what stands under every figure: a page whose figures each wait for words of their own never stands.
      ns: ['shell', 'ui', 'charts', 'problems', 'compare', 'targets', 'notes'],
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    })
    .then(() => markDocument(languageNow()));

const markDocument = (language: Language) => {
  document.documentElement.lang = language;
};

/** True once somebody chose a language on this device. */
export const languageChosen = () => isLanguage(localStorage.getItem(rememberedAs));

export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'fr');

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(rememberedAs, language);
  await i18next.changeLanguage(language);
  markDocument(language);
}
