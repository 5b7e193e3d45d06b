import { aboutEn, aboutFr } from './about.js';
import { type Texts, type Wording } from './wording.js';

/** Shares; `about` 1 = that of the silent groups is read between two published ends, `low` and `high` groups. */
interface Told {
  groups: number;
  silent: number;
  low: number;
  high: number;
  response: number;
  about: 0 | 1;
}

export interface CommunityParams {
  'communities.lively': Told;
  'communities.asleep': Told;
  'communities.counted': { groups: number };
  'communities.waiting': { groups: number };
  'communities.untold': { groups: number };
  'communities.heard': Record<string, never>;
  'communities.heard_untold': Record<string, never>;
  'communities.none': Record<string, never>;
}

/** Between two ends of so few groups no share is anybody's figure: they are counted. */
const isFew = ({ about, groups }: Told) => about === 1 && groups < 60;
const fewFr = ({ low, high }: Told, w: Wording) =>
  low === 0 ? `au plus ${w.number(high)}` : `${w.number(low)} à ${w.number(high)}`;
const fewEn = ({ low, high }: Told, w: Wording) =>
  low === 0 ? `at most ${w.number(high)}` : `${w.number(low)} to ${w.number(high)}`;

const silentFr = (p: Told, w: Wording) => {
  if (p.high === 0) return `aucun n’est en sommeil sur ${w.number(p.groups)} de plus de 28 jours`;
  return isFew(p)
    ? `${fewFr(p, w)} en sommeil sur ${w.number(p.groups)} de plus de 28 jours`
    : `${aboutFr(p)}${w.percent(p.silent)} sont en sommeil sur ${w.number(p.groups)} de plus de 28 jours`;
};
const silentEn = (p: Told, w: Wording) => {
  if (p.high === 0) return `none of ${w.number(p.groups)} older than 28 days is silent`;
  return isFew(p)
    ? `${fewEn(p, w)} of ${w.number(p.groups)} older than 28 days silent`
    : `${aboutEn(p)}${w.percent(p.silent)} of ${w.number(p.groups)} older than 28 days are silent`;
};

export const communityTexts: Texts<CommunityParams> = {
  'communities.lively': {
    fr: (p, w) =>
      `Les groupes vivent : ${silentFr(p, w)}, et ${w.percent(p.response)} des publications trouvent un écho.`,
    en: (p, w) => `Groups live: ${silentEn(p, w)}, and ${w.percent(p.response)} of the posts get a response.`,
  },
  'communities.asleep': {
    fr: (p, w) => {
      const who = isFew(p)
        ? `Sur ${w.number(p.groups)} groupes de plus de 28 jours, ${fewFr(p, w)}`
        : `${p.about ? 'Environ ' : ''}${w.percent(p.silent)} des ${w.number(p.groups)} groupes de plus de 28 jours`;
      return `${who} sont en sommeil ; ${w.percent(p.response)} des publications trouvent un écho.`;
    },
    en: (p, w) => {
      const who = isFew(p)
        ? `Of ${w.number(p.groups)} groups older than 28 days, ${fewEn(p, w)}`
        : `${p.about ? 'About ' : ''}${w.percent(p.silent)} of the ${w.number(p.groups)} groups older than 28 days`;
      return `${who} are silent; ${w.percent(p.response)} of the posts get a response.`;
    },
  },
  'communities.counted': {
    fr: (p, w) => `${w.number(p.groups)} ${w.plural(p.groups, 'groupe ouvert', 'groupes ouverts')}.`,
    en: (p, w) => `${w.number(p.groups)} open ${w.plural(p.groups, 'group', 'groups')}.`,
  },
  'communities.waiting': {
    fr: (p, w) =>
      `${w.number(p.groups)} ${w.plural(p.groups, 'groupe connu', 'groupes connus')} : sous 200 personnes ou sans annuaire, leurs chiffres se publient à la fin des blocs de quatre semaines.`,
    en: (p, w) =>
      `${w.number(p.groups)} ${w.plural(p.groups, 'group', 'groups')} known: below 200 people or without a directory, their figures are published at the end of each block of four weeks.`,
  },
  'communities.heard': {
    fr: () =>
      'Les événements nomment des groupes : sous 200 personnes ou sans annuaire, leurs chiffres se publient à la fin des blocs de quatre semaines.',
    en: () =>
      'Events name groups: below 200 people or without a directory, their figures are published at the end of each block of four weeks.',
  },
  'communities.untold': {
    fr: (p, w) =>
      `${w.number(p.groups)} ${w.plural(p.groups, 'groupe connu, dont rien n’est publié', 'groupes connus, dont rien n’est publié')} cette semaine.`,
    en: (p, w) =>
      `${w.number(p.groups)} ${w.plural(p.groups, 'group', 'groups')} known, of which nothing is published this week.`,
  },
  'communities.heard_untold': {
    fr: () => 'Les événements nomment des groupes, dont rien n’est publié cette semaine.',
    en: () => 'Events name groups, of which nothing is published this week.',
  },
  'communities.none': {
    fr: () => 'Aucun groupe n’est encore connu.',
    en: () => 'No group is known yet.',
  },
};
