import { gateEn, gateFr } from './gate-words.js';
import { bare, formatRange } from './number-text.js';
import { type SlipEnds, slipWords } from './slip-words.js';
import { type People, type Texts, type Wording } from './wording.js';

/** A published count with its day. */
type Dated = People & { day: string };
/** Title of an error, and of the signal that it rests on. */
type Evidence = { fr: string; en: string; signalFr: string; signalEn: string; day: string };

/** The interval that was held against the limit; `window` 0 = a state; `limit` -1 = none is set: red above it or (`below` 1) under it. */
type Judged = { from: number; to: number; window: number; limit: number; below: 0 | 1 };
type Names = { names: string; namesEn: string };

export interface AttentionParams {
  'attention.wave_late': { wave: string; days: number; day: string };
  /** The next opening, which so many rules speak against, one of them by name. `of` 0 = declared, `threshold` 0 = none. */
  'attention.gate': { wave: string; day: string; rules: number; rule: string; by: string; threshold: number } & People;
  'attention.wave_behind': { wave: string } & SlipEnds & Dated;
  /** So many open places without any, the largest by name; so many more that wait for their opening. */
  'attention.uncovered': { places: number; waiting: number; more: number; headcount: number } & Names;
  'attention.no_ambassador': Record<string, never>;
  'attention.error': { fr: string; en: string };
  'attention.error_share': Evidence & People & Judged;
  /** What is declared, or no share of anything. */
  'attention.error_told': Evidence & { toldFr: string; toldEn: string };
  'attention.engagement_down': { points: number; days: number } & Dated;
}

const counted = ({ low, high, of }: People, language: 'fr' | 'en', w: Wording) =>
  `${formatRange(low, high, language)} ${language === 'fr' ? 'sur' : 'of'} ${w.number(of)}`;

/** A share with its people and day; of few people the share is told in them already. */
function shareFr(p: Dated, w: Wording, between: string[] = []): string {
  const share = w.share(p);
  const people = share.includes('%') ? [counted(p, 'fr', w)] : [];
  return `${share} (${[...people, ...between, `au ${w.day(p.day)}`].join(', ')})`;
}

function shareEn(p: Dated, w: Wording, between: string[] = []): string {
  const share = w.share(p);
  const people = share.includes('%') ? [counted(p, 'en', w)] : [];
  return `${share} (${[...people, ...between, `by ${w.day(p.day)}`].join(', ')})`;
}

function judgedFr({ from, to, window }: Judged, w: Wording): string[] {
  const interval = from < to ? [`intervalle de ${w.percent(from)} à ${w.percent(to)}`] : [];
  return window > 0 ? [...interval, `sur ${w.days(window)}`] : interval;
}

function judgedEn({ from, to, window }: Judged, w: Wording): string[] {
  const interval = from < to ? [`interval from ${w.percent(from)} to ${w.percent(to)}`] : [];
  return window > 0 ? [...interval, `over ${w.days(window)}`] : interval;
}

/** What asks for a decision: each point with the figure that it rests on, its people and its day. */
export const attentionTexts: Texts<AttentionParams> = {
  'attention.wave_late': {
    fr: (p, w) => `${p.wave} devait ouvrir le ${w.day(p.day)}, il y a ${w.days(p.days)}.`,
    en: (p, w) => `${p.wave} was to open on ${w.day(p.day)}, ${w.days(p.days)} ago.`,
  },
  'attention.gate': {
    fr: (p, w) =>
      `${p.wave} doit ouvrir le ${w.day(p.day)}, et ${p.rules === 1 ? 'une règle s’y oppose' : `${w.number(p.rules)} règles s’y opposent, dont`} : ${gateFr(p, w)}. À ouvrir, ou à reporter.`,
    en: (p, w) =>
      `${p.wave} is to open on ${w.day(p.day)}, and ${p.rules === 1 ? 'one rule speaks against it' : `${w.number(p.rules)} rules speak against it, among them`}: ${gateEn(p, w)}. To be opened, or postponed.`,
  },
  'attention.wave_behind': {
    fr: (p, w) => `${p.wave} a ${slipWords(p, 'fr')} sur son plan : activés, ${shareFr(p, w)}.`,
    en: (p, w) => `${p.wave} is ${slipWords(p, 'en')} its plan: activated, ${shareEn(p, w)}.`,
  },
  'attention.uncovered': {
    fr: (p, w) => `${uncoveredFr(p, w)}${waitingFr(p, w)}.`,
    en: (p, w) => `${uncoveredEn(p, w)}${waitingEn(p, w)}.`,
  },
  'attention.no_ambassador': {
    fr: () => 'Aucun ambassadeur n’est déclaré : à déclarer, ou à trouver, pour relayer le projet sur le terrain.',
    en: () => 'No ambassador is declared: declare them, or find some, to carry the project on the ground.',
  },
  'attention.error': {
    fr: (p) => `${p.fr} : une des dix erreurs, que montre le diagnostic.`,
    en: (p) => `${p.en}: one of the ten errors, as the diagnostic shows.`,
  },
  'attention.error_share': {
    fr: (p, w) => `${p.fr} : ${p.signalFr}, ${shareFr(p, w, judgedFr(p, w))}${limitFr(p, w)}.`,
    en: (p, w) => `${p.en}: ${p.signalEn}, ${shareEn(p, w, judgedEn(p, w))}${limitEn(p, w)}.`,
  },
  'attention.error_told': {
    fr: (p, w) => `${p.fr} : ${p.signalFr}, ${p.toldFr} (au ${w.day(p.day)}).`,
    en: (p, w) => `${p.en}: ${p.signalEn}, ${p.toldEn} (by ${w.day(p.day)}).`,
  },
  'attention.engagement_down': {
    fr: (p, w) => `L’engagement a reculé de ${bare(w.points(p.points))} en ${w.days(p.days)} : ${shareFr(p, w)}.`,
    en: (p, w) => `Engagement has gone down ${bare(w.points(p.points))} in ${w.days(p.days)}: ${shareEn(p, w)}.`,
  },
};

const limitFr = ({ limit, below }: Judged, w: Wording) =>
  limit < 0 ? '' : ` ; rouge ${below ? 'en dessous' : 'au-dessus'} de ${w.percent(limit)}`;
const limitEn = ({ limit, below }: Judged, w: Wording) =>
  limit < 0 ? '' : `; red ${below ? 'below' : 'above'} ${w.percent(limit)}`;

type Uncovered = AttentionParams['attention.uncovered'];

function uncoveredFr({ places, names, more, headcount }: Uncovered, w: Wording): string {
  if (places === 1) return `${names} (${w.number(headcount)} personnes) n’a aucun ambassadeur`;
  const others = more > 0 ? ` et ${w.number(more)} ${w.plural(more, 'autre', 'autres')}` : '';
  return `${w.number(places)} entités ouvertes n’ont aucun ambassadeur : ${names}${others} (${w.number(headcount)} personnes en tout)`;
}

function uncoveredEn({ places, namesEn, more, headcount }: Uncovered, w: Wording): string {
  if (places === 1) return `${namesEn} (${w.number(headcount)} people) has no ambassador`;
  const others = more > 0 ? ` and ${w.number(more)} ${w.plural(more, 'other', 'others')}` : '';
  return `${w.number(places)} open entities have no ambassador: ${namesEn}${others} (${w.number(headcount)} people in all)`;
}

const waitingFr = ({ waiting }: Uncovered, w: Wording) =>
  waiting === 0
    ? ''
    : ` ; ${w.number(waiting)} ${w.plural(waiting, 'autre, pas encore ouverte, n’en a', 'autres, pas encore ouvertes, n’en ont')} pas non plus`;
const waitingEn = ({ waiting }: Uncovered, w: Wording) =>
  waiting === 0
    ? ''
    : `; ${w.number(waiting)} ${w.plural(waiting, 'other, not open yet, has', 'others, not open yet, have')} none either`;
