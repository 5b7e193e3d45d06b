import { aboutEn, aboutFr } from './about.js';
import { type Texts } from './wording.js';

/** Shares; `about` 1 = that of the silent groups is read between two published ends. */
interface Told {
  groups: number;
  silent: number;
  response: number;
  about: 0 | 1;
}

export interface CommunityParams {
  'communities.lively': Told;
  'communities.asleep': Told;
  'communities.counted': { groups: number };
  'communities.none': Record<string, never>;
}

export const communityTexts: Texts<CommunityParams> = {
  'communities.lively': {
    fr: (p, w) =>
      `Les groupes vivent : ${aboutFr(p)}${w.percent(p.silent)} sont en sommeil sur ${w.number(p.groups)}, et ${w.percent(p.response)} des publications trouvent un écho.`,
    en: (p, w) =>
      `Groups live: ${aboutEn(p)}${w.percent(p.silent)} of ${w.number(p.groups)} are silent, and ${w.percent(p.response)} of the posts get a response.`,
  },
  'communities.asleep': {
    fr: (p, w) =>
      `${p.about ? 'Environ ' : ''}${w.percent(p.silent)} des ${w.number(p.groups)} groupes sont en sommeil ; ${w.percent(p.response)} des publications trouvent un écho.`,
    en: (p, w) =>
      `${p.about ? 'About ' : ''}${w.percent(p.silent)} of the ${w.number(p.groups)} groups are silent; ${w.percent(p.response)} of the posts get a response.`,
  },
  'communities.counted': {
    fr: (p, w) => `${w.number(p.groups)} ${w.plural(p.groups, 'groupe ouvert', 'groupes ouverts')}.`,
    en: (p, w) => `${w.number(p.groups)} open ${w.plural(p.groups, 'group', 'groups')}.`,
  },
  'communities.none': {
    fr: () => 'Aucun groupe n’est encore connu.',
    en: () => 'No group is known yet.',
  },
};
