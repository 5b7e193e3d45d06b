import { formatRange } from './number-text.js';
import { type Texts } from './wording.js';

type Nothing = Record<string, never>;

interface Uplift {
  times: number;
  low: number;
  high: number;
  enclosed: number;
}

interface Omnipresent {
  level: string;
  levelEn: string;
  share: number;
  low: number;
  high: number;
  acts: number;
  of: number;
  writersLow: number;
  writersHigh: number;
  day: string;
}

interface Trend {
  communities: number;
  points: number;
}

export interface VoiceParams {
  'own_groups.closed': Uplift;
  'own_groups.open': Uplift;
  /** Whether most members are of the team is open. */
  'own_groups.uplifted': Uplift;
  'own_groups.even': Uplift;
  'own_groups.unbounded': { times: number; enclosed: number };
  'own_groups.not_computable': Nothing;
  'own_groups.unmeasurable': Nothing;
  'own_groups.too_few': Nothing;
  'voice.none': Nothing;
  /** `acts` of `of` messages, in the four weeks that end on `day`; `writers`: who wrote them all, both ends published. */
  'voice.level_omnipresent': Omnipresent;
  'voice.omnipresent': { omnipresent: number; told: number };
  'voice.absent': { absent: number; told: number };
  'voice.present': { present: number; told: number };
  'voice.mixed': { told: number };
  'voice_trend.cannot_tell': { communities: number; needed: number };
  'voice_trend.falls': Trend;
  'voice_trend.rises': Trend;
  'voice_trend.no_fall': Trend & { detectable: number };
}

const bare = (points: string) => points.replace(/^[+−]/, '');

/** What managers do in groups, and what that does to the others. Effects are never said beyond their interval. */
export const voiceTexts: Texts<VoiceParams> = {
  'own_groups.closed': {
    fr: (p, w) =>
      `On agit ${w.times(p.times)} fois plus dans le groupe de son propre manager (de ${w.times(p.low)} à ${w.times(p.high)}), et la plupart des membres de ces groupes (${w.percent(p.enclosed)}) sont de son équipe.`,
    en: (p, w) =>
      `People do ${w.times(p.times)} times more in the group of their own manager (${w.times(p.low)} to ${w.times(p.high)}), and most members of these groups (${w.percent(p.enclosed)}) are of that team.`,
  },
  'own_groups.open': {
    fr: (p, w) =>
      `On agit ${w.times(p.times)} fois plus dans le groupe de son propre manager (de ${w.times(p.low)} à ${w.times(p.high)}), alors que ${w.percent(p.enclosed)} seulement des membres de ces groupes sont de son équipe.`,
    en: (p, w) =>
      `People do ${w.times(p.times)} times more in the group of their own manager (${w.times(p.low)} to ${w.times(p.high)}), though only ${w.percent(p.enclosed)} of the members of these groups are of that team.`,
  },
  'own_groups.uplifted': {
    fr: (p, w) =>
      `On agit ${w.times(p.times)} fois plus dans le groupe de son propre manager (de ${w.times(p.low)} à ${w.times(p.high)}), et ${w.percent(p.enclosed)} des membres de ces groupes sont de son équipe.`,
    en: (p, w) =>
      `People do ${w.times(p.times)} times more in the group of their own manager (${w.times(p.low)} to ${w.times(p.high)}), and ${w.percent(p.enclosed)} of the members of these groups are of that team.`,
  },
  'own_groups.even': {
    fr: (p, w) =>
      `Rien ne dit qu’on agisse plus dans le groupe de son propre manager : ${w.times(p.times)} fois, mais de ${w.times(p.low)} à ${w.times(p.high)}. ${w.percent(p.enclosed)} des membres de ces groupes sont de son équipe.`,
    en: (p, w) =>
      `Nothing says that people do more in the group of their own manager: ${w.times(p.times)} times, but ${w.times(p.low)} to ${w.times(p.high)}. ${w.percent(p.enclosed)} of the members of these groups are of that team.`,
  },
  'own_groups.unbounded': {
    fr: (p, w) =>
      `Trop peu de managers pour dire ce que pèse leur groupe : ${w.times(p.times)} fois, sans intervalle. ${w.percent(p.enclosed)} des membres de ces groupes sont de leur équipe.`,
    en: (p, w) =>
      `Too few managers to say what their group weighs: ${w.times(p.times)} times, without an interval. ${w.percent(p.enclosed)} of the members of these groups are of their team.`,
  },
  'own_groups.not_computable': {
    fr: () => 'L’effet du groupe de son manager n’est pas calculable : il manque l’un des deux termes à comparer.',
    en: () => 'Own-group uplift is not computable: one of the two sides to compare is missing.',
  },
  'own_groups.unmeasurable': {
    fr: () => 'L’effet du groupe de son manager n’est pas mesurable avec cette source.',
    en: () => 'Own-group uplift is not measurable with this source.',
  },
  'own_groups.too_few': {
    fr: () => 'L’effet du groupe de son manager n’est pas publié, pour ne désigner personne.',
    en: () => 'Own-group uplift is not published, so that nobody is singled out.',
  },
  'voice.none': {
    fr: () => 'Aucun groupe n’est assez grand et assez actif pour y situer les managers.',
    en: () => 'No group is large and lively enough to tell the place of managers in it.',
  },
  'voice.level_omnipresent': {
    fr: (p, w) =>
      `${p.level} : omniprésents. Ils écrivent ${w.percent(p.share)} de ce qui se dit (${w.percent(p.low)} à ${w.percent(p.high)} ; ${w.number(p.acts)} messages sur ${w.number(p.of)}, écrits en tout par ${formatRange(p.writersLow, p.writersHigh, 'fr')} personnes, quatre semaines au ${w.day(p.day)}) : demandez aux équipes si elles ont la place de répondre.`,
    en: (p, w) =>
      `${p.levelEn}: omnipresent. They write ${w.percent(p.share)} of what is said (${w.percent(p.low)} to ${w.percent(p.high)}; ${w.number(p.acts)} of ${w.number(p.of)} messages, written by ${formatRange(p.writersLow, p.writersHigh, 'en')} people in all, four weeks to ${w.day(p.day)}): ask the teams whether they have room to answer.`,
  },
  'voice.omnipresent': {
    fr: (p, w) =>
      `Les managers sont omniprésents dans ${w.number(p.omnipresent)} ${w.plural(p.omnipresent, 'groupe', 'groupes')} sur ${w.number(p.told)}, selon les seuils choisis.`,
    en: (p, w) =>
      `Managers are omnipresent in ${w.number(p.omnipresent)} of ${w.number(p.told)} ${w.plural(p.told, 'group', 'groups')}, by the thresholds chosen.`,
  },
  'voice.absent': {
    fr: (p, w) => `Les managers sont absents de ${w.number(p.absent)} groupes sur ${w.number(p.told)}.`,
    en: (p, w) => `Managers are absent from ${w.number(p.absent)} of ${w.number(p.told)} groups.`,
  },
  'voice.present': {
    fr: (p, w) =>
      `Les managers sont présents sans occuper le terrain dans ${w.number(p.present)} ${w.plural(p.present, 'groupe', 'groupes')} sur ${w.number(p.told)}.`,
    en: (p, w) =>
      `Managers are present without taking over in ${w.number(p.present)} of ${w.number(p.told)} ${w.plural(p.told, 'group', 'groups')}.`,
  },
  'voice.mixed': {
    fr: (p, w) =>
      `La place des managers varie d’un groupe à l’autre : aucune ne domine dans les ${w.number(p.told)} groupes lus.`,
    en: (p, w) =>
      `The place of managers varies from group to group: none prevails in the ${w.number(p.told)} groups read.`,
  },
  'voice_trend.cannot_tell': {
    fr: (p, w) =>
      `Impossible de dire si les autres répondent moins quand les managers deviennent omniprésents : ${w.number(p.communities)} ${w.plural(p.communities, 'groupe observé', 'groupes observés')} avant et après, il en faut ${w.number(p.needed)}.`,
    en: (p, w) =>
      `It cannot be told whether others answer less once managers are omnipresent: ${w.number(p.communities)} ${w.plural(p.communities, 'group', 'groups')} observed before and after, ${w.number(p.needed)} are needed.`,
  },
  'voice_trend.falls': {
    fr: (p, w) =>
      `Après l’omniprésence des managers, les autres répondent moins : ${w.points(p.points)} de publications auxquelles ils répondent, en regard des autres groupes (n = ${w.number(p.communities)} groupes).`,
    en: (p, w) =>
      `After managers become omnipresent, the others answer less: ${w.points(p.points)} of posts that they answer, against the other groups (n = ${w.number(p.communities)} groups).`,
  },
  'voice_trend.rises': {
    fr: (p, w) =>
      `Après l’omniprésence des managers, les autres répondent davantage : ${w.points(p.points)}, en regard des autres groupes (n = ${w.number(p.communities)} groupes).`,
    en: (p, w) =>
      `After managers become omnipresent, the others answer more: ${w.points(p.points)}, against the other groups (n = ${w.number(p.communities)} groups).`,
  },
  'voice_trend.no_fall': {
    fr: (p, w) =>
      `Rien ne montre que les autres répondent moins après l’omniprésence des managers : ${w.points(p.points)} (n = ${w.number(p.communities)} groupes). Un écart de moins de ${bare(w.points(p.detectable))} passerait inaperçu.`,
    en: (p, w) =>
      `Nothing shows that the others answer less after managers become omnipresent: ${w.points(p.points)} (n = ${w.number(p.communities)} groups). A gap under ${bare(w.points(p.detectable))} would go unnoticed.`,
  },
};
