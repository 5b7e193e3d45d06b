import { type Texts } from './wording.js';

type Target<T = unknown> = T & { target: number };
type Named<T = unknown> = T & { wave: string };

export interface ForecastParams {
  'forecast.reached': Named<Target<{ day: string; earliest: string; latest: string }>>;
  'forecast.reached_open': Named<Target<{ day: string; earliest: string }>>;
  'forecast.perhaps': Named<Target<{ earliest: string }>>;
  'forecast.levels_off': Named<Target<{ ceiling: number }>>;
  'forecast.few_points': Named<{ points: number; needed: number }>;
  'forecast.rising': Named;
  'forecast.total_reached': Target<{ day: string; earliest: string; latest: string }>;
  'forecast.total_reached_open': Target<{ day: string; earliest: string }>;
  'forecast.total_perhaps': Target<{ earliest: string }>;
  'forecast.total_levels_off': Target<{ ceiling: number }>;
  'forecast.total_too_early': { waves: number };
}

/** Where the growth leads. Dates hold eight times in ten, which every sentence with two of them says. */
export const forecastTexts: Texts<ForecastParams> = {
  'forecast.reached': {
    fr: (p, w) =>
      `${p.wave} : ${w.percent(p.target)} vers le ${w.day(p.day)} ; huit chances sur dix entre le ${w.day(p.earliest)} et le ${w.day(p.latest)}.`,
    en: (p, w) =>
      `${p.wave}: ${w.percent(p.target)} around ${w.day(p.day)}; eight chances in ten between ${w.day(p.earliest)} and ${w.day(p.latest)}.`,
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
      `${p.wave} plafonne vers ${w.percent(p.ceiling)} : sur sa lancée, la cible de ${w.percent(p.target)} n’est pas atteinte.`,
    en: (p, w) =>
      `${p.wave} levels off around ${w.percent(p.ceiling)}: on this course the target of ${w.percent(p.target)} is not reached.`,
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
      `Le déploiement atteint ${w.percent(p.target)} vers le ${w.day(p.day)} ; huit chances sur dix entre le ${w.day(p.earliest)} et le ${w.day(p.latest)}.`,
    en: (p, w) =>
      `The rollout reaches ${w.percent(p.target)} around ${w.day(p.day)}; eight chances in ten between ${w.day(p.earliest)} and ${w.day(p.latest)}.`,
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
      `Le déploiement plafonne vers ${w.percent(p.ceiling)} : sur sa lancée, la cible de ${w.percent(p.target)} n’est pas atteinte.`,
    en: (p, w) =>
      `The rollout levels off around ${w.percent(p.ceiling)}: on this course the target of ${w.percent(p.target)} is not reached.`,
  },
  'forecast.total_too_early': {
    fr: (p, w) =>
      `Trop tôt pour prévoir l’ensemble : ${p.waves} ${w.plural(p.waves, 'ouverture ne permet', 'ouvertures ne permettent')} pas encore de prévision.`,
    en: (p, w) =>
      `Too early to forecast the whole: ${p.waves} ${w.plural(p.waves, 'opening cannot', 'openings cannot')} be forecast yet.`,
  },
};
