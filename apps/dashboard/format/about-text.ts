import { type Language } from '#domain/sentences/language.js';

const words = { fr: { '>': 'plus de', '<': 'moins de' }, en: { '>': 'more than', '<': 'less than' } } as const;

/** « environ 4 % »; what is written as a limit already (« > 99 % ») is no value to be near of. */
export function aboutText(text: string, language: Language): string {
  const [, sign, value] = /^([<>])\s*(.+)$/.exec(text) ?? [];
  if (sign === '<' || sign === '>') return `${words[language][sign]} ${value}`;
  return `${language === 'fr' ? 'environ' : 'about'} ${text}`;
}
