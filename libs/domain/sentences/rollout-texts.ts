import { type SlipEnds, slipWords } from './slip-words.js';
import { type People, type Texts, type Wording } from './wording.js';

/** Both ends of the slip, and the share that the plan expected; `day` where the count is not of the page's own week, else ''. */
type Progress = People & SlipEnds & { planned: number; day: string };
/** The same of a wave; its count may be of a week before. */
type WaveProgress = People & SlipEnds & { day: string };
/** Published ends of a number of people, over a week or four. */
type Range = { low: number; high: number; days: 7 | 28 };
type Named<T = unknown> = T & { wave: string };

export interface RolloutParams {
  'rollout.unpublished': Record<string, never>;
  'rollout.no_wave': Record<string, never>;
  'rollout.active': Range;
  'rollout.no_directory': Range;
  'rollout.no_plan': People;
  'rollout.behind': Progress;
  'rollout.ahead': Progress;
  'rollout.on_time': Progress;
  'rollout.masked': Record<string, never>;
  'wave.waiting': Named<{ day: string }>;
  'wave.late': Named<{ days: number }>;
  'wave.behind': Named<WaveProgress>;
  'wave.ahead': Named<WaveProgress>;
  'wave.on_time': Named<WaveProgress>;
  'wave.done': Named<People>;
  'wave.reached': Named<People>;
  'wave.masked': Named;
  'wave.unpublished': Named;
}

const range = ({ low, high }: Range, { number }: Wording, to: string) =>
  low === high ? number(low) : `${number(low)} ${to} ${number(high)}`;

const activatedFr = (p: Progress, w: Wording) =>
  `${w.share(p)} des ${w.number(p.of)} personnes prévues sont activées${p.day ? ` au ${w.day(p.day)}` : ''}, ${w.percent(p.planned)} étaient attendues`;
const activatedEn = (p: Progress, w: Wording) =>
  `${w.share(p)} of the ${w.number(p.of)} people planned are activated${p.day ? ` by ${w.day(p.day)}` : ''}, ${w.percent(p.planned)} were expected`;

/** Shares and days side by side: five points may be six days, where the plan rises fast. */
const isWithinWeek = ({ from, to }: SlipEnds) => from > -7 && to < 7;
const isNone = ({ from, to }: SlipEnds) => from === 0 && to === 0;

function onTimeFr(p: Progress): string {
  if (isNone(p)) return '';
  const words = slipWords(p, 'fr');
  return isWithinWeek(p)
    ? `, soit ${words} ; sous une semaine, il est à l’heure`
    : ` ; ce qui est publié laisse ${words}`;
}

function onTimeEn(p: Progress): string {
  if (isNone(p)) return '';
  const words = slipWords(p, 'en');
  return isWithinWeek(p) ? `, that is ${words}; within a week it is on time` : `; what is published leaves ${words}`;
}

const waveFr = (p: WaveProgress, w: Wording) => `${w.share(p)} d’activés (n = ${w.number(p.of)}, au ${w.day(p.day)})`;
const waveEn = (p: WaveProgress, w: Wording) => `${w.share(p)} activated (n = ${w.number(p.of)}, by ${w.day(p.day)})`;

export const rolloutTexts: Texts<RolloutParams> = {
  'rollout.unpublished': {
    fr: () => 'Rien n’est encore publié : les premiers chiffres viennent avec la première semaine complète.',
    en: () => 'Nothing is published yet: the first figures come with the first complete week.',
  },
  'rollout.no_wave': {
    fr: () => 'Aucune vague n’est déclarée : l’avancement ne peut pas être mesuré.',
    en: () => 'No wave is declared: progress cannot be measured.',
  },
  'rollout.active': {
    fr: (p, w) =>
      `${range(p, w, 'à')} personnes ont agi ${p.days === 7 ? 'dans la semaine' : 'en quatre semaines'} ; sans vague déclarée, rien ne dit si c’est assez.`,
    en: (p, w) =>
      `${range(p, w, 'to')} people acted in ${p.days === 7 ? 'the week' : 'four weeks'}; without a declared wave nothing tells whether that is enough.`,
  },
  'rollout.no_directory': {
    fr: (p, w) =>
      `${range(p, w, 'à')} personnes ont agi ${p.days === 7 ? 'dans la semaine' : 'en quatre semaines'} ; sans annuaire, aucun taux ne se calcule.`,
    en: (p, w) =>
      `${range(p, w, 'to')} people acted in ${p.days === 7 ? 'the week' : 'four weeks'}; without a directory there is no rate to tell.`,
  },
  'rollout.no_plan': {
    fr: (p, w) => `${capital(w.share(p))} des personnes prévues sont activées ; aucun plan ne dit si c’est assez.`,
    en: (p, w) => `${capital(w.share(p))} of the people planned are activated; no plan tells whether that is enough.`,
  },
  'rollout.behind': {
    fr: (p, w) => `Le déploiement a ${slipWords(p, 'fr')} : ${activatedFr(p, w)}.`,
    en: (p, w) => `The rollout is ${slipWords(p, 'en')}: ${activatedEn(p, w)}.`,
  },
  'rollout.ahead': {
    fr: (p, w) => `Le déploiement a ${slipWords(p, 'fr')} : ${activatedFr(p, w)}.`,
    en: (p, w) => `The rollout is ${slipWords(p, 'en')}: ${activatedEn(p, w)}.`,
  },
  'rollout.on_time': {
    fr: (p, w) => `Le déploiement suit son plan : ${activatedFr(p, w)}${onTimeFr(p)}.`,
    en: (p, w) => `The rollout follows its plan: ${activatedEn(p, w)}${onTimeEn(p)}.`,
  },
  'rollout.masked': {
    fr: () =>
      'L’avancement n’est pas publié cette semaine ; un plan qui change compte à partir de la semaine suivante.',
    en: () => 'Progress is not published this week; a plan that changes counts from the next week on.',
  },
  'wave.waiting': {
    fr: (p, w) => `${p.wave} : ouverture prévue le ${w.day(p.day)}.`,
    en: (p, w) => `${p.wave}: planned to open on ${w.day(p.day)}.`,
  },
  'wave.late': {
    fr: (p, w) => `${p.wave} devait ouvrir il y a ${w.days(p.days)}.`,
    en: (p, w) => `${p.wave} was to open ${w.days(p.days)} ago.`,
  },
  'wave.behind': {
    fr: (p, w) => `${p.wave} a ${slipWords(p, 'fr')}, avec ${waveFr(p, w)}.`,
    en: (p, w) => `${p.wave} is ${slipWords(p, 'en')}, with ${waveEn(p, w)}.`,
  },
  'wave.ahead': {
    fr: (p, w) => `${p.wave} a ${slipWords(p, 'fr')}, avec ${waveFr(p, w)}.`,
    en: (p, w) => `${p.wave} is ${slipWords(p, 'en')}, with ${waveEn(p, w)}.`,
  },
  'wave.on_time': {
    fr: (p, w) => `${p.wave} suit son plan, avec ${waveFr(p, w)}.`,
    en: (p, w) => `${p.wave} follows its plan, with ${waveEn(p, w)}.`,
  },
  'wave.done': {
    fr: (p, w) => `${p.wave} est terminée, avec ${w.share(p)} d’activés.`,
    en: (p, w) => `${p.wave} is done, with ${w.share(p)} activated.`,
  },
  'wave.reached': {
    fr: (p, w) => `${p.wave} a atteint sa cible, avec ${w.share(p)} d’activés.`,
    en: (p, w) => `${p.wave} has reached its target, with ${w.share(p)} activated.`,
  },
  'wave.masked': {
    fr: (p) => `${p.wave} est ouverte ; son avancement est regroupé, pour ne désigner personne.`,
    en: (p) => `${p.wave} is open; its progress is grouped, so as to point at nobody.`,
  },
  'wave.unpublished': {
    fr: (p) => `${p.wave} est ouverte ; son avancement n’est pas encore publié.`,
    en: (p) => `${p.wave} is open; its progress is not published yet.`,
  },
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
