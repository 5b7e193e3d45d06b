import { type Texts, type Wording } from './wording.js';

type Target<T = unknown> = T & { target: number };
type Named<T = unknown> = T & { wave: string };
type Ceiling = { ceiling: number; ceilingLow: number; ceilingHigh: number; day: string };

export interface ForecastParams {
  'forecast.reached': Named<Target<{ day: string; earliest: string; latest: string }>>;
  'forecast.reached_week': Named<Target<{ day: string }>>;
  'forecast.reached_open': Named<Target<{ day: string; earliest: string }>>;
  'forecast.perhaps': Named<Target<{ earliest: string }>>;
  /** `day`: of the last figure; eight times in ten the ceiling lies between its ends. */
  'forecast.levels_off': Named<Target<Ceiling>>;
  'forecast.few_points': Named<{ points: number; needed: number }>;
  'forecast.rising': Named;
  'forecast.total_reached': Target<{ day: string; earliest: string; latest: string; short: number }>;
  'forecast.total_reached_week': Target<{ day: string; short: number }>;
  'forecast.total_reached_open': Target<{ day: string; earliest: string }>;
  'forecast.total_perhaps': Target<{ earliest: string }>;
  /** `day`: the last Sunday of the forecast. */
  'forecast.total_levels_off': Target<Ceiling>;
  'forecast.total_planned': Target<{ day: string; coming: number; short: number }>;
  'forecast.total_planned_short': Target<{ ceiling: number; coming: number }>;
  'forecast.total_too_early': { waves: number };
}

/** Of a whole that gets there all the same: who does not. */
const shortFr = ({ short }: { short: number }, w: Wording) =>
  short === 0
    ? ''
    : `, alors ${w.plural(short, 'qu’une ouverture plafonne sous sa cible', `que ${short} ouvertures plafonnent sous leur cible`)}`;
const shortEn = ({ short }: { short: number }, w: Wording) =>
  short === 0
    ? ''
    : `, although ${w.plural(short, 'one opening levels off below its target', `${short} openings level off below their targets`)}`;
const comingFr = ({ coming }: { coming: number }, w: Wording) =>
  w.plural(coming, 'l’ouverture à venir suit son plan', `les ${coming} ouvertures à venir suivent leur plan`);
const comingEn = ({ coming }: { coming: number }, w: Wording) =>
  w.plural(coming, 'the opening to come follows its plan', `the ${coming} openings to come follow their plans`);
/** Where it levels off eight times in ten; nothing where both ends read the same. */
const ceilingFr = (p: Ceiling, w: Wording) =>
  w.percent(p.ceilingLow) === w.percent(p.ceilingHigh)
    ? ''
    : ` (huit chances sur dix entre ${w.percent(p.ceilingLow)} et ${w.percent(p.ceilingHigh)})`;
const ceilingEn = (p: Ceiling, w: Wording) =>
  w.percent(p.ceilingLow) === w.percent(p.ceilingHigh)
    ? ''
    : ` (eight chances in ten between ${w.percent(p.ceilingLow)} and ${w.percent(p.ceilingHigh)})`;
/** Both round to the same percentage: printed side by side they would contradict each other. */
const isNear = (p: Target<{ ceiling: number }>, w: Wording) => w.percent(p.ceiling) === w.percent(p.target);

/** Where the growth leads. Dates hold eight times in ten, which every sentence with two of them says. */
export const forecastTexts: Texts<ForecastParams> = {
  'forecast.reached': {
    fr: (p, w) =>
      `${p.wave} : ${w.percent(p.target)} vers le ${w.day(p.day)} ; huit chances sur dix entre le ${w.day(p.earliest)} et le ${w.day(p.latest)}.`,
    en: (p, w) =>
      `${p.wave}: ${w.percent(p.target)} around ${w.day(p.day)}; eight chances in ten between ${w.day(p.earliest)} and ${w.day(p.latest)}.`,
  },
  'forecast.reached_week': {
    fr: (p, w) => `${p.wave} : ${w.percent(p.target)} vers le ${w.day(p.day)} ; huit chances sur dix cette semaine-là.`,
    en: (p, w) => `${p.wave}: ${w.percent(p.target)} around ${w.day(p.day)}; eight chances in ten in that very week.`,
  },
  'forecast.reached_open': {
    fr: (p, w) =>
      `${p.wave} : ${w.percent(p.target)} vers le ${w.day(p.day)}, pas avant le ${w.day(p.earliest)} ; rien ne garantit encore que la cible soit atteinte.`,
    en: (p, w) =>
      `${p.wave}: ${w.percent(p.target)} around ${w.day(p.day)}, not before ${w.day(p.earliest)}; the target may still be missed.`,
  },
  'forecast.perhaps': {
    fr: (p, w) =>
      `${p.wave} manquera sans doute sa cible de ${w.percent(p.target)} ; au mieux, elle l’atteint vers le ${w.day(p.earliest)}.`,
    en: (p, w) =>
      `${p.wave} will probably miss its target of ${w.percent(p.target)}; at best it gets there around ${w.day(p.earliest)}.`,
  },
  'forecast.levels_off': {
    fr: (p, w) =>
      isNear(p, w)
        ? `Au ${w.day(p.day)}, ${p.wave} plafonne juste sous sa cible de ${w.percent(p.target)}.`
        : `Au ${w.day(p.day)}, ${p.wave} plafonne vers ${w.percent(p.ceiling)}${ceilingFr(p, w)} : sur sa lancée, la cible de ${w.percent(p.target)} n’est pas atteinte.`,
    en: (p, w) =>
      isNear(p, w)
        ? `As of ${w.day(p.day)}, ${p.wave} levels off just below its target of ${w.percent(p.target)}.`
        : `As of ${w.day(p.day)}, ${p.wave} levels off around ${w.percent(p.ceiling)}${ceilingEn(p, w)}: on this course the target of ${w.percent(p.target)} is not reached.`,
  },
  'forecast.few_points': {
    fr: (p, w) =>
      `${p.wave} : trop tôt pour prévoir, avec ${p.points} ${w.plural(p.points, 'mesure', 'mesures')} depuis l’ouverture sur ${p.needed} nécessaires.`,
    en: (p, w) =>
      `${p.wave}: too early to forecast, with ${p.points} ${w.plural(p.points, 'measure', 'measures')} since the opening of the ${p.needed} needed.`,
  },
  'forecast.rising': {
    fr: (p) => `${p.wave} : trop tôt pour prévoir, la montée en charge ne ralentit pas encore.`,
    en: (p) => `${p.wave}: too early to forecast, growth has not begun to slow down.`,
  },
  'forecast.total_reached': {
    fr: (p, w) =>
      `Le déploiement atteint ${w.percent(p.target)} vers le ${w.day(p.day)} ; huit chances sur dix entre le ${w.day(p.earliest)} et le ${w.day(p.latest)}${shortFr(p, w)}.`,
    en: (p, w) =>
      `The rollout reaches ${w.percent(p.target)} around ${w.day(p.day)}; eight chances in ten between ${w.day(p.earliest)} and ${w.day(p.latest)}${shortEn(p, w)}.`,
  },
  'forecast.total_reached_week': {
    fr: (p, w) =>
      `Le déploiement atteint ${w.percent(p.target)} vers le ${w.day(p.day)} ; huit chances sur dix cette semaine-là${shortFr(p, w)}.`,
    en: (p, w) =>
      `The rollout reaches ${w.percent(p.target)} around ${w.day(p.day)}; eight chances in ten in that very week${shortEn(p, w)}.`,
  },
  'forecast.total_planned': {
    fr: (p, w) =>
      `Si ${comingFr(p, w)}, le déploiement atteint ${w.percent(p.target)} vers le ${w.day(p.day)}${shortFr(p, w)}.`,
    en: (p, w) =>
      `If ${comingEn(p, w)}, the rollout reaches ${w.percent(p.target)} around ${w.day(p.day)}${shortEn(p, w)}.`,
  },
  'forecast.total_planned_short': {
    fr: (p, w) =>
      isNear(p, w)
        ? `Même si ${comingFr(p, w)}, le déploiement plafonne juste sous sa cible de ${w.percent(p.target)}.`
        : `Même si ${comingFr(p, w)}, le déploiement plafonne vers ${w.percent(p.ceiling)} : la cible de ${w.percent(p.target)} n’est pas atteinte.`,
    en: (p, w) =>
      isNear(p, w)
        ? `Even if ${comingEn(p, w)}, the rollout levels off just below its target of ${w.percent(p.target)}.`
        : `Even if ${comingEn(p, w)}, the rollout levels off around ${w.percent(p.ceiling)}: the target of ${w.percent(p.target)} is not reached.`,
  },
  'forecast.total_reached_open': {
    fr: (p, w) =>
      `Le déploiement atteint ${w.percent(p.target)} vers le ${w.day(p.day)}, pas avant le ${w.day(p.earliest)} ; rien ne garantit encore que la cible soit atteinte.`,
    en: (p, w) =>
      `The rollout reaches ${w.percent(p.target)} around ${w.day(p.day)}, not before ${w.day(p.earliest)}; the target may still be missed.`,
  },
  'forecast.total_perhaps': {
    fr: (p, w) =>
      `Le déploiement manquera sans doute sa cible de ${w.percent(p.target)} ; au mieux, il l’atteint vers le ${w.day(p.earliest)}.`,
    en: (p, w) =>
      `The rollout will probably miss its target of ${w.percent(p.target)}; at best it gets there around ${w.day(p.earliest)}.`,
  },
  'forecast.total_levels_off': {
    fr: (p, w) =>
      `Le déploiement plafonne vers ${w.percent(p.ceiling)}${ceilingFr(p, w)} le ${w.day(p.day)} : sur sa lancée, la cible de ${w.percent(p.target)} n’est pas atteinte.`,
    en: (p, w) =>
      `The rollout levels off around ${w.percent(p.ceiling)}${ceilingEn(p, w)} by ${w.day(p.day)}: on this course the target of ${w.percent(p.target)} is not reached.`,
  },
  'forecast.total_too_early': {
    fr: (p, w) =>
      `Trop tôt pour prévoir l’ensemble : ${p.waves} ${w.plural(p.waves, 'ouverture ne permet', 'ouvertures ne permettent')} pas encore de prévision.`,
    en: (p, w) =>
      `Too early to forecast the whole: ${p.waves} ${w.plural(p.waves, 'opening cannot', 'openings cannot')} be forecast yet.`,
  },
};
