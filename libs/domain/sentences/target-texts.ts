import { type Note } from '../indicators/indicator.js';
import { ratePhrase } from './count-phrase.js';
import { type Language } from './language.js';
import { bare } from './number-text.js';
import { type Texts, type Wording } from './wording.js';

interface Goal {
  /** Of the wave or entity; '' = the whole organisation. */
  name: string;
  title: string;
  titleEn: string;
  /** Shares; −1 = no such end. */
  atLeast: number;
  atMost: number;
  by: string;
}

/** Ends of the counts that are published of `day`; `of` of none = they have no count behind them. */
interface Told extends Goal {
  low: number;
  high: number;
  ofLow: number;
  ofHigh: number;
  note: string;
  day: string;
}

/** What is missing to the nearer end, between both ends. */
interface Missing {
  from: number;
  to: number;
}

export interface TargetParams {
  'target.met': Told;
  'target.open': Told & Missing;
  'target.late': Told;
  'target.missed': Told & Missing;
  'target.unsure': Told;
  'target.untold': Goal;
}

const subject = ({ name }: Goal, title: string) => (name === '' ? title : `${title} (${name})`);
const value = ({ low, high, ofLow, ofHigh, note }: Told, language: Language) =>
  ratePhrase({ low, high }, { low: ofLow, high: ofHigh }, note === '' ? undefined : (note as Note), language);

function goalFr({ atLeast, atMost }: Goal, w: Wording): string {
  if (atLeast >= 0 && atMost >= 0) return `entre ${w.percent(atLeast)} et ${w.percent(atMost)}`;
  return atLeast >= 0 ? `au moins ${w.percent(atLeast)}` : `au plus ${w.percent(atMost)}`;
}

function goalEn({ atLeast, atMost }: Goal, w: Wording): string {
  if (atLeast >= 0 && atMost >= 0) return `between ${w.percent(atLeast)} and ${w.percent(atMost)}`;
  return atLeast >= 0 ? `at least ${w.percent(atLeast)}` : `at most ${w.percent(atMost)}`;
}

/** « 8 points », « 5 à 9 points ». */
function missing({ from, to }: Missing, w: Wording, til: string): string {
  const end = bare(w.points(to));
  const start = Math.round(from * 100);
  return start === Math.round(to * 100) || to < 0.0095 ? end : `${w.number(start)} ${til} ${end}`;
}

const toldFr = (p: Told, w: Wording) => `${subject(p, p.title)}, ${value(p, 'fr')} au ${w.day(p.day)}`;
const toldEn = (p: Told, w: Wording) => `${subject(p, p.titleEn)}, ${value(p, 'en')} on ${w.day(p.day)}`;
const aimedFr = (p: Goal, w: Wording) => `visé : ${goalFr(p, w)} d’ici le ${w.day(p.by)}`;
const aimedEn = (p: Goal, w: Wording) => `aimed at: ${goalEn(p, w)} by ${w.day(p.by)}`;

export const targetTexts: Texts<TargetParams> = {
  'target.met': {
    fr: (p, w) => `Objectif atteint : ${toldFr(p, w)} ; ${aimedFr(p, w)}.`,
    en: (p, w) => `Target met: ${toldEn(p, w)}; ${aimedEn(p, w)}.`,
  },
  'target.open': {
    fr: (p, w) => `Objectif en chemin : ${toldFr(p, w)} ; ${aimedFr(p, w)} ; écart : ${missing(p, w, 'à')}.`,
    en: (p, w) => `Target on the way: ${toldEn(p, w)}; ${aimedEn(p, w)}; ${missing(p, w, 'to')} off.`,
  },
  'target.late': {
    fr: (p, w) => `Objectif atteint après sa date : ${toldFr(p, w)} ; ${aimedFr(p, w)}.`,
    en: (p, w) => `Target met after its day: ${toldEn(p, w)}; ${aimedEn(p, w)}.`,
  },
  'target.missed': {
    fr: (p, w) => `Objectif manqué : ${toldFr(p, w)} ; ${aimedFr(p, w)} ; écart : ${missing(p, w, 'à')}.`,
    en: (p, w) => `Target missed: ${toldEn(p, w)}; ${aimedEn(p, w)}; ${missing(p, w, 'to')} off.`,
  },
  'target.unsure': {
    fr: (p, w) =>
      `On ne peut pas dire si l’objectif est atteint : ${toldFr(p, w)} ; ${aimedFr(p, w)} ; ce qui est publié laisse les deux possibles.`,
    en: (p, w) =>
      `It cannot be told whether the target is met: ${toldEn(p, w)}; ${aimedEn(p, w)}; what is published leaves both possible.`,
  },
  'target.untold': {
    fr: (p, w) =>
      `Rien n’est publié pour juger cet objectif : ${subject(p, p.title)}, ${goalFr(p, w)} d’ici le ${w.day(p.by)}.`,
    en: (p, w) =>
      `Nothing is published by which to judge this target: ${subject(p, p.titleEn)}, ${goalEn(p, w)} by ${w.day(p.by)}.`,
  },
};
