import { type Language } from './language.js';

const populations: Record<string, Record<Language, string>> = {
  managers: { fr: 'les managers', en: 'managers' },
  others: { fr: 'ceux qui n’encadrent personne', en: 'those who manage nobody' },
  ambassadors: { fr: 'les ambassadeurs', en: 'ambassadors' },
  newcomers: { fr: 'les nouveaux arrivants', en: 'newcomers' },
  invited: { fr: 'les personnes invitées', en: 'people invited' },
};

/** A side as it is named in a sentence; levels keep the number of the directory. */
export function sideText(kind: string, name: string, language: Language): string {
  if (kind === 'rollout') return language === 'fr' ? 'toute la généralisation' : 'the whole rollout';
  if (kind !== 'population') return name;
  const known = populations[name];
  if (known) return known[language];
  const levels = [...name.matchAll(/level-(\d+)/g)].map(([, level]) => level).join('–');
  if (levels === '') return name;
  return language === 'fr' ? `les managers de niveau ${levels}` : `managers of level ${levels}`;
}
