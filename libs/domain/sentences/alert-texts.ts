import { formatRange } from './number-text.js';
import { type People, type Texts, type Wording } from './wording.js';

type Where = { place: string };
/** Over how many weeks they have been apart; `longer` 1 = at least so many. */
type Since = { weeks: number; longer: 0 | 1 };
/** People of an entity by the Sunday of `day`, and the share of them that was expected. */
type Fall = People & Since & { day: string; expected: number };
/** Those who signed in within so many days. */
type Within = { window: number };
/** Of an entity below 60 people, how many would sign in elsewhere. */
type Usual = { usual: number };
/** Where it stands against its plan of activation, '' where that is not to be told with it. */
type Planned = { plan: 'ahead' | 'on' | '' };

export interface AlertParams {
  'follow_up.unpublished': Record<string, never>;
  'follow_up.no_directory': Record<string, never>;
  /** Of `all` entities `judged` are large enough to be; of the `small` ones `low` are below comparable ones all the same. */
  'follow_up.found': { all: number; judged: number; alerts: number; small: number; low: number };
  'alert.below': Fall & Within & Planned & { people: number };
  'alert.below_small': Fall & Within & Planned & Usual;
  'alert.below_plan': Fall & { people: number };
  'alert.together': Where & { entities: number };
  'attention.below': Fall & Within & Planned & { name: string };
  /** Of a small entity, which raises no alert: a call is asked for. */
  'attention.below_small': AlertParams['alert.below_small'] & { name: string };
  'attention.below_plan': Fall & { name: string };
  'attention.together': Where & { entities: number };
  'alert.shock': { shock: string; entities: number };
  'ask.shock': { shock: string };
  'ask.above': Where;
  'ask.invitations': Where;
  'ask.ambassador': Where;
  'ask.change': { day: string; before: 0 | 1 };
}

const weeksFr = ({ weeks, longer }: Since) => `${longer ? 'au moins ' : ''}${weeks} semaines`;
const weeksEn = ({ weeks, longer }: Since) => `${longer ? 'at least ' : ''}${weeks} weeks`;
const planFr = ({ plan }: Planned) =>
  plan === '' ? '' : plan === 'ahead' ? 'en avance sur son plan d’activation, mais ' : 'au plan d’activation, mais ';
const planEn = ({ plan }: Planned) =>
  plan === '' ? '' : plan === 'ahead' ? 'ahead of its activation plan, but ' : 'on its activation plan, but ';
const signedFr = ({ window }: Within) => `se sont connectées sur ${window} jours`;
const signedEn = ({ window }: Within) => `signed in over ${window} days`;

/** A share of people with what they did, its people and its day; people alone where they are told as such. */
function toldFr(p: Fall, did: string, w: Wording): string {
  const [share, day] = [w.share(p), `au ${w.day(p.day)}`];
  if (!share.endsWith('%')) return `${share} ${did} (${day})`;
  return `${share} des personnes ${did} (${formatRange(p.low, p.high, 'fr')} sur ${w.number(p.of)}, ${day})`;
}

function toldEn(p: Fall, did: string, w: Wording): string {
  const [share, day] = [w.share(p), `by ${w.day(p.day)}`];
  if (!share.endsWith('%')) return `${share} ${did} (${day})`;
  return `${share} of the people ${did} (${formatRange(p.low, p.high, 'en')} of ${w.number(p.of)}, ${day})`;
}

type Found = AlertParams['follow_up.found'];

/** Of how many entities that is said: silence on the others is no good news. */
function alertsFr({ all, judged, alerts }: Found, w: Wording): string {
  const of = `${w.number(judged)} ${w.plural(judged, 'entité', 'entités')} que l’on peut juger sur ${w.number(all)}`;
  if (judged === 0) return `Aucune des ${w.number(all)} entités ne peut être jugée seule`;
  if (alerts === 0) return `Sur ${of}, aucune ne décroche`;
  return `${w.number(alerts)} ${w.plural(alerts, 'appel à passer', 'appels à passer')} cette semaine, pour ${of}`;
}

function alertsEn({ all, judged, alerts }: Found, w: Wording): string {
  const of = `the ${w.number(judged)} ${w.plural(judged, 'entity', 'entities')} of ${w.number(all)} that can be judged`;
  if (judged === 0) return `None of the ${w.number(all)} entities can be judged by itself`;
  if (alerts === 0) return `Of ${of}, none falls behind`;
  return `${w.number(alerts)} ${w.plural(alerts, 'call', 'calls')} to make this week, for ${of}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is said of an entity that stalls, and what to ask whoever answers the telephone. */
export const alertTexts: Texts<AlertParams> = {
  'follow_up.unpublished': {
    fr: () => 'Rien n’est encore publié : personne n’est à relancer pour l’instant.',
    en: () => 'Nothing is published yet: there is nobody to call for now.',
  },
  'follow_up.no_directory': {
    fr: () => 'Pas encore d’entité à suivre : remettez l’annuaire, qui dit qui travaille où.',
    en: () => 'No entity to follow yet: hand in the directory, which says who works where.',
  },
  'follow_up.found': {
    fr: (p, w) =>
      `${alertsFr(p, w)} ; ${p.low > 0 ? `parmi les ${w.number(p.small)} trop petites pour une alerte, ${w.number(p.low)} ${w.plural(p.low, 'décroche et est', 'décrochent et sont')} à appeler d’abord` : `${w.number(p.small)} trop ${w.plural(p.small, 'petite reste', 'petites restent')} à joindre de temps en temps`}.`,
    en: (p, w) =>
      `${alertsEn(p, w)}; ${p.low > 0 ? `of the ${w.number(p.small)} too small for an alert, ${w.number(p.low)} ${w.plural(p.low, 'falls behind and is', 'fall behind and are')} to be called first` : `${w.number(p.small)} too small for one ${w.plural(p.small, 'remains', 'remain')} to be called from time to time`}.`,
  },
  'alert.below': {
    fr: (p, w) =>
      `${capital(`${planFr(p)}${toldFr(p, signedFr(p), w)}`)}, environ ${w.percent(p.expected)} attendus : environ ${w.number(p.people)} personnes de moins, depuis ${weeksFr(p)}.`,
    en: (p, w) =>
      `${capital(`${planEn(p)}${toldEn(p, signedEn(p), w)}`)}, about ${w.percent(p.expected)} expected: about ${w.number(p.people)} people fewer, for ${weeksEn(p)}.`,
  },
  'alert.below_small': {
    fr: (p, w) =>
      `${capital(`${planFr(p)}${toldFr(p, signedFr(p), w)}`)}, environ ${w.number(p.usual)} attendues, depuis ${weeksFr(p)}. Moins de 60 personnes, trop peu pour une alerte : un appel dira pourquoi.`,
    en: (p, w) =>
      `${capital(`${planEn(p)}${toldEn(p, signedEn(p), w)}`)}, about ${w.number(p.usual)} expected, for ${weeksEn(p)}. Fewer than 60 people, too few for an alert: a call will tell why.`,
  },
  'alert.below_plan': {
    fr: (p, w) =>
      `${capital(toldFr(p, 'sont activées', w))}, ${w.percent(p.expected)} prévues par le plan : environ ${w.number(p.people)} personnes de moins, depuis ${weeksFr(p)}. Trop peu d’entités comparables pour s’y mesurer.`,
    en: (p, w) =>
      `${capital(toldEn(p, 'are activated', w))}, ${w.percent(p.expected)} planned: about ${w.number(p.people)} people fewer, for ${weeksEn(p)}. Too few comparable entities to measure it against.`,
  },
  'alert.together': {
    fr: (p) => `${p.entities} entités de ${p.place} décrochent ensemble : une seule cause est probable.`,
    en: (p) => `${p.entities} entities of ${p.place} fall behind together: one cause is likely.`,
  },
  'attention.below': {
    fr: (p, w) =>
      `${p.name} décroche : ${planFr(p)}${toldFr(p, signedFr(p), w)}, environ ${w.percent(p.expected)} attendus, depuis ${weeksFr(p)}.`,
    en: (p, w) =>
      `${p.name} falls behind: ${planEn(p)}${toldEn(p, signedEn(p), w)}, about ${w.percent(p.expected)} expected, for ${weeksEn(p)}.`,
  },
  'attention.below_small': {
    fr: (p, w) =>
      `${p.name} décroche : ${planFr(p)}${toldFr(p, signedFr(p), w)}, environ ${w.number(p.usual)} attendues, depuis ${weeksFr(p)}. À appeler.`,
    en: (p, w) =>
      `${p.name} falls behind: ${planEn(p)}${toldEn(p, signedEn(p), w)}, about ${w.number(p.usual)} expected, for ${weeksEn(p)}. To be called.`,
  },
  'attention.below_plan': {
    fr: (p, w) =>
      `${p.name} décroche : ${toldFr(p, 'sont activées', w)}, ${w.percent(p.expected)} prévues, depuis ${weeksFr(p)}.`,
    en: (p, w) =>
      `${p.name} falls behind: ${toldEn(p, 'are activated', w)}, ${w.percent(p.expected)} planned, for ${weeksEn(p)}.`,
  },
  'attention.together': {
    fr: (p) => `${p.entities} entités de ${p.place} décrochent ensemble.`,
    en: (p) => `${p.entities} entities of ${p.place} fall behind together.`,
  },
  'alert.shock': {
    fr: (p, w) =>
      `${p.entities} ${w.plural(p.entities, 'entité est', 'entités sont')} sous la courbe attendue pendant « ${p.shock} ».`,
    en: (p, w) =>
      `${p.entities} ${w.plural(p.entities, 'entity is', 'entities are')} below the expected curve during “${p.shock}”.`,
  },
  'ask.shock': {
    fr: (p) => `Quand « ${p.shock} » prend fin, que faudra-t-il pour repartir ?`,
    en: (p) => `Once “${p.shock}” is over, what will it take to start again?`,
  },
  'ask.above': {
    fr: (p) => `Qu’est-ce qui a changé pour tout ${p.place} ?`,
    en: (p) => `What has changed for the whole of ${p.place}?`,
  },
  'ask.invitations': {
    fr: (p) => `Toutes les personnes de ${p.place} ont-elles reçu leur invitation ?`,
    en: (p) => `Has everybody at ${p.place} received an invitation?`,
  },
  'ask.ambassador': {
    fr: (p) => `Qui pourrait être ambassadeur à ${p.place} ?`,
    en: (p) => `Who could be an ambassador at ${p.place}?`,
  },
  'ask.change': {
    fr: (p, w) => `Qu’est-ce qui a changé ${p.before ? 'avant' : 'vers'} le ${w.day(p.day)} ?`,
    en: (p, w) => `What changed ${p.before ? 'before' : 'around'} ${w.day(p.day)}?`,
  },
};
