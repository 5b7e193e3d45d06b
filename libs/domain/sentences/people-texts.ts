import { aboutEn, aboutFr } from './about.js';
import { bare } from './number-text.js';
import { type Texts } from './wording.js';

interface GapParams {
  managers: number;
  others: number;
  points: number;
  /** 1 = the shares are read between two published ends. */
  about: 0 | 1;
}

export interface PeopleParams {
  'exemplarity.leads': GapParams;
  /** `wanted`: share of managers present every day from which they set an example. */
  'exemplarity.leads_short': GapParams & { wanted: number };
  /** `wanted` lies between the ends of what is published. */
  'exemplarity.leads_unsure': GapParams & { wanted: number };
  'exemplarity.lags': GapParams;
  'exemplarity.even': GapParams;
  'exemplarity.too_few': Record<string, never>;
  'exemplarity.untold': Record<string, never>;
  'exemplarity.imprecise': Record<string, never>;
  'exemplarity.unpublished': Record<string, never>;
  'ambassadors.none': Record<string, never>;
  'ambassadors.below': { share: number; ambassadors: number; missing: number; uncovered: number };
  'ambassadors.inside': { share: number; ambassadors: number; uncovered: number };
  'ambassadors.above': { share: number; ambassadors: number; uncovered: number };
  'number.up': { title: string; titleEn: string; points: number; days: number };
  'number.down': PeopleParams['number.up'];
  'number.stable': { title: string; titleEn: string; days: number };
  'number.unclear': { title: string; titleEn: string; low: number; high: number; days: number };
  'number.new': { title: string; titleEn: string };
  'number.masked': { title: string; titleEn: string };
}

export const peopleTexts: Texts<PeopleParams> = {
  'exemplarity.leads': {
    fr: (p, w) =>
      `Les managers montrent l’exemple : ${aboutFr(p)}${w.percent(p.managers)} sont présents chaque jour, contre ${w.percent(p.others)} des autres (${w.points(p.points)}).`,
    en: (p, w) =>
      `Managers lead by example: ${aboutEn(p)}${w.percent(p.managers)} are present every day, against ${w.percent(p.others)} of the others (${w.points(p.points)}).`,
  },
  'exemplarity.leads_short': {
    fr: (p, w) =>
      `Les managers sont plus présents que les autres, trop peu encore pour donner l’exemple à coup sûr : ${aboutFr(p)}${w.percent(p.managers)} chaque jour, contre ${w.percent(p.others)} (${w.points(p.points)}) ; le repère est de ${w.percent(p.wanted)}.`,
    en: (p, w) =>
      `Managers are more present than the others, though too few for sure to set an example: ${aboutEn(p)}${w.percent(p.managers)} every day, against ${w.percent(p.others)} (${w.points(p.points)}); the landmark is ${w.percent(p.wanted)}.`,
  },
  'exemplarity.leads_unsure': {
    fr: (p, w) =>
      `Les managers sont plus présents que les autres : ${aboutFr(p)}${w.percent(p.managers)} chaque jour, contre ${w.percent(p.others)} (${w.points(p.points)}) ; le repère de ${w.percent(p.wanted)} se trouve dans l’intervalle, rien ne dit s’il est atteint.`,
    en: (p, w) =>
      `Managers are more present than the others: ${aboutEn(p)}${w.percent(p.managers)} every day, against ${w.percent(p.others)} (${w.points(p.points)}); the landmark of ${w.percent(p.wanted)} lies within the interval, so nothing tells whether it is reached.`,
  },
  'exemplarity.lags': {
    fr: (p, w) =>
      `Les managers sont en retrait : ${aboutFr(p)}${w.percent(p.managers)} sont présents chaque jour, contre ${w.percent(p.others)} des autres (${w.points(p.points)}).`,
    en: (p, w) =>
      `Managers hold back: ${aboutEn(p)}${w.percent(p.managers)} are present every day, against ${w.percent(p.others)} of the others (${w.points(p.points)}).`,
  },
  'exemplarity.even': {
    fr: (p, w) =>
      `Les managers ne se distinguent pas nettement des autres : ${aboutFr(p)}${w.percent(p.managers)} présents chaque jour, contre ${w.percent(p.others)}.`,
    en: (p, w) =>
      `Managers do not stand out clearly from the others: ${aboutEn(p)}${w.percent(p.managers)} present every day, against ${w.percent(p.others)}.`,
  },
  'exemplarity.too_few': {
    fr: () => 'Rien n’est publié ici des seuls managers, pour ne désigner personne : voir le niveau supérieur.',
    en: () => 'Nothing is published here of the managers alone, so that nobody is singled out: see the level above.',
  },
  'exemplarity.untold': {
    fr: () => 'Depuis quatre semaines, rien d’assez précis n’est publié pour comparer les managers aux autres.',
    en: () => 'For four weeks nothing precise enough has been published to compare managers with the others.',
  },
  'exemplarity.imprecise': {
    fr: () => 'Les chiffres publiés ici sont trop imprécis pour dire si les managers montrent l’exemple.',
    en: () => 'The figures published here are too imprecise to say whether managers lead by example.',
  },
  'exemplarity.unpublished': {
    fr: () => 'L’exemplarité n’est pas encore publiée.',
    en: () => 'Exemplarity is not published yet.',
  },
  'ambassadors.none': {
    fr: () => 'Aucun ambassadeur n’est en mission.',
    en: () => 'No ambassador is in office.',
  },
  'ambassadors.below': {
    fr: (p, w) =>
      `${w.number(p.ambassadors)} ${w.plural(p.ambassadors, 'ambassadeur', 'ambassadeurs')} pour ${w.percent(p.share, digitsBelow(p.share))} de l’effectif : il en manque ${w.number(p.missing)} pour atteindre 10 %${uncoveredFr(p.uncovered, w.number)}.`,
    en: (p, w) =>
      `${w.number(p.ambassadors)} ${w.plural(p.ambassadors, 'ambassador', 'ambassadors')} for ${w.percent(p.share, digitsBelow(p.share))} of the people: ${w.number(p.missing)} more are needed to reach 10%${uncoveredEn(p.uncovered, w.number)}.`,
  },
  'ambassadors.inside': {
    fr: (p, w) =>
      `La couverture est dans la fourchette conseillée : ${w.percent(p.share)} de l’effectif${uncoveredFr(p.uncovered, w.number)}.`,
    en: (p, w) =>
      `Coverage lies in the recommended band: ${w.percent(p.share)} of the people${uncoveredEn(p.uncovered, w.number)}.`,
  },
  'ambassadors.above': {
    fr: (p, w) =>
      `La couverture dépasse la fourchette conseillée : ${w.percent(p.share)} de l’effectif${uncoveredFr(p.uncovered, w.number)}.`,
    en: (p, w) =>
      `Coverage exceeds the recommended band: ${w.percent(p.share)} of the people${uncoveredEn(p.uncovered, w.number)}.`,
  },
  'number.up': {
    fr: (p, w) => `${p.title} en hausse de ${bare(w.points(p.points))} en ${w.days(p.days)}.`,
    en: (p, w) => `${p.titleEn} up ${bare(w.points(p.points))} in ${w.days(p.days)}.`,
  },
  'number.down': {
    fr: (p, w) => `${p.title} en baisse de ${bare(w.points(p.points))} en ${w.days(p.days)}.`,
    en: (p, w) => `${p.titleEn} down ${bare(w.points(p.points))} in ${w.days(p.days)}.`,
  },
  'number.stable': {
    fr: (p, w) => `${p.title} stable sur ${w.days(p.days)}.`,
    en: (p, w) => `${p.titleEn} stable over ${w.days(p.days)}.`,
  },
  'number.unclear': {
    fr: (p, w) =>
      isEither(p)
        ? `${p.title} : aucune différence ne peut être établie en ${w.days(p.days)} (${w.pointsBetween(p)}).`
        : `${p.title} : un changement ${w.pointsBetween(p)} en ${w.days(p.days)}, selon ce qui est publié.`,
    en: (p, w) =>
      isEither(p)
        ? `${p.titleEn}: no difference can be told over ${w.days(p.days)} (${w.pointsBetween(p)}).`
        : `${p.titleEn}: a change of ${w.pointsBetween(p)} over ${w.days(p.days)}, as far as it is published.`,
  },
  'number.new': {
    fr: (p) => `${p.title} : première mesure, rien à comparer encore.`,
    en: (p) => `${p.titleEn}: first measure, nothing to compare with yet.`,
  },
  'number.masked': {
    fr: (p) => `${p.title} : pas de chiffre publié.`,
    en: (p) => `${p.titleEn}: no published figure.`,
  },
};

/** It may have risen as well as fallen. */
const isEither = ({ low, high }: { low: number; high: number }): boolean => low <= 0 && high >= 0;

/** A share just below the recommended tenth must not read as if it had reached it. */
const digitsBelow = (share: number): number => (share >= 0.0995 ? 2 : share >= 0.095 ? 1 : 0);

function uncoveredFr(places: number, number: (n: number) => string): string {
  if (places === 0) return '';
  return places === 1 ? ' ; une entité n’en a aucun' : ` ; ${number(places)} entités n’en ont aucun`;
}

function uncoveredEn(places: number, number: (n: number) => string): string {
  if (places === 0) return '';
  return places === 1 ? '; one entity has none' : `; ${number(places)} entities have none`;
}
