import { type Language } from '../sentences/language.js';

/** What a directory may say of a person. */
export const directoryParts = ['entity', 'link', 'said', 'level', 'days', 'site', 'trade'] as const;
export type DirectoryPart = (typeof directoryParts)[number];

type Words = Record<DirectoryPart | 'maybe' | 'ids', string>;

/** As the notice says it to the person, and as a file about all of them says it. */
const words: Record<'you' | 'each', Record<Language, Words>> = {
  you: {
    fr: {
      entity: 'votre entité',
      link: 'votre manager',
      said: 'le fait d’être manager ou non',
      level: 'votre niveau hiérarchique',
      days: 'vos dates d’entrée et de sortie',
      site: 'votre site',
      trade: 'votre métier',
      maybe:
        's’il les porte, votre manager ou le fait d’en être un, votre niveau, vos dates d’entrée et de sortie, votre site et votre métier',
      ids: 'les identifiants qui vous désignent dans le réseau',
    },
    en: {
      entity: 'your entity',
      link: 'your manager',
      said: 'whether you are a manager',
      level: 'your level',
      days: 'the days of your joining and leaving',
      site: 'your site',
      trade: 'your trade',
      maybe:
        'where it holds them, your manager or whether you are one, your level, the days of joining and leaving, your site and your trade',
      ids: 'the identifiers by which you are known in the network',
    },
  },
  each: {
    fr: {
      entity: 'son entité',
      link: 'son manager',
      said: 'le fait d’être manager ou non',
      level: 'son niveau hiérarchique',
      days: 'ses dates d’entrée et de sortie',
      site: 'son site',
      trade: 'son métier',
      maybe:
        's’il les porte, son manager ou le fait d’en être un, son niveau, ses dates d’entrée et de sortie, son site et son métier',
      ids: 'les identifiants qui permettent de la reconnaître dans le réseau',
    },
    en: {
      entity: 'the entity',
      link: 'the manager',
      said: 'whether the person is a manager',
      level: 'the level',
      days: 'the days of joining and leaving',
      site: 'the site',
      trade: 'the trade',
      maybe:
        'where it holds them, the manager or whether the person is one, the level, the days of joining and leaving, the site and the trade',
      ids: 'the identifiers by which they are recognised in the network',
    },
  },
};

/** What the directory brought, in a list of words; null = not known: then what it may bring. */
export function directoryText(
  parts: readonly DirectoryPart[] | null,
  whose: keyof typeof words,
  language: Language,
): string {
  const said = words[whose][language];
  if (parts === null)
    return `${said.entity}${language === 'fr' ? ' ; ' : '; '}${said.maybe}${language === 'fr' ? ' ; ' : '; '}${said.ids}`;
  const named = directoryParts.filter((part) => parts.includes(part)).map((part) => said[part]);
  return new Intl.ListFormat(language).format([...named, said.ids]);
}
