import { type Texts } from './wording.js';

interface Pair {
  first: string;
  second: string;
}

export interface ComparisonParams {
  'comparison.nothing': Record<string, never>;
  'comparison.observed': Pair & {
    week: number;
    firstShare: number;
    secondShare: number;
    points: number;
    low: number;
    high: number;
  };
  'comparison.observed_calendar': ComparisonParams['comparison.observed'] & { day: string };
  'comparison.noise': Pair;
  'comparison.few_sites': Pair & { sites: number };
  'comparison.distinct': Pair;
  'comparison.settle_common_weeks': Record<string, never>;
  'comparison.settle_people': { times: number };
  'comparison.settle_sites': { sites: number };
  'comparison.settle_weeks': { weeks: number };
  'comparison.settled': Record<string, never>;
}

export const comparisonTexts: Texts<ComparisonParams> = {
  'comparison.nothing': {
    fr: () => 'Ces vagues n’ont encore aucune semaine publiée en commun.',
    en: () => 'These waves have no published week in common yet.',
  },
  'comparison.observed': {
    fr: (p, w) =>
      `À la semaine ${p.week} après l’ouverture, ${p.first} est à ${w.percent(p.firstShare)} et ${p.second} à ${w.percent(p.secondShare)} : ${w.points(p.points)}, de ${w.points(p.low)} à ${w.points(p.high)}.`,
    en: (p, w) =>
      `In week ${p.week} after opening, ${p.first} stands at ${w.percent(p.firstShare)} and ${p.second} at ${w.percent(p.secondShare)}: ${w.points(p.points)}, from ${w.points(p.low)} to ${w.points(p.high)}.`,
  },
  'comparison.observed_calendar': {
    fr: (p, w) =>
      `Au ${w.day(p.day)}, ${p.first} est à ${w.percent(p.firstShare)} et ${p.second} à ${w.percent(p.secondShare)} : ${w.points(p.points)}, de ${w.points(p.low)} à ${w.points(p.high)}.`,
    en: (p, w) =>
      `On ${w.day(p.day)}, ${p.first} stands at ${w.percent(p.firstShare)} and ${p.second} at ${w.percent(p.secondShare)}: ${w.points(p.points)}, from ${w.points(p.low)} to ${w.points(p.high)}.`,
  },
  'comparison.noise': {
    fr: () =>
      'Un écart de cette taille peut venir du hasard : on ne peut pas conclure qu’une vague fait mieux que l’autre.',
    en: () => 'A gap of this size may be chance: it cannot be concluded that one wave does better than the other.',
  },
  'comparison.few_sites': {
    fr: (p, w) =>
      `L’écart dépasse le hasard entre personnes, mais pas forcément entre sites : avec ${w.number(p.sites)} ${w.plural(p.sites, 'site', 'sites')} d’un côté, on ne peut pas l’attribuer à la vague.`,
    en: (p, w) =>
      `The gap exceeds chance between people, but not necessarily between sites: with ${w.number(p.sites)} ${w.plural(p.sites, 'site', 'sites')} on one side, it cannot be put down to the wave.`,
  },
  'comparison.distinct': {
    fr: () =>
      'L’écart dépasse le hasard entre personnes ; les différences de métiers, de tailles ou de calendrier ne sont pas corrigées.',
    en: () => 'The gap exceeds chance between people; differences of trades, sizes or calendar are not corrected.',
  },
  'comparison.settle_common_weeks': {
    fr: () => 'Il faut attendre que les deux vagues aient une même semaine publiée.',
    en: () => 'Both waves need a published week in common first.',
  },
  'comparison.settle_people': {
    fr: (p, w) =>
      `Pour trancher sur un écart de cette taille, il faudrait environ ${w.number(p.times)} fois plus de personnes.`,
    en: (p, w) => `To settle a gap of this size, about ${w.number(p.times)} times as many people would be needed.`,
  },
  'comparison.settle_sites': {
    fr: (p, w) => `Pour trancher, il faudrait ${w.number(p.sites)} ${w.plural(p.sites, 'site', 'sites')} de plus.`,
    en: (p, w) => `To settle it, ${w.number(p.sites)} more ${w.plural(p.sites, 'site', 'sites')} would be needed.`,
  },
  'comparison.settle_weeks': {
    fr: (p, w) =>
      `Reste à voir s’il tient : encore ${w.number(p.weeks)} ${w.plural(p.weeks, 'semaine', 'semaines')} de suivi commun.`,
    en: (p, w) =>
      `Whether it lasts will show in ${w.number(p.weeks)} more ${w.plural(p.weeks, 'week', 'weeks')} of common follow-up.`,
  },
  'comparison.settled': {
    fr: () => 'L’écart repose sur assez de sites et de semaines pour être discuté tel quel.',
    en: () => 'The gap rests on enough sites and weeks to be discussed as it is.',
  },
};
