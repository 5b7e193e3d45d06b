import { formatRange } from './number-text.js';
import { type People, type Texts, type Wording } from './wording.js';

type Where = { place: string; placeEn: string };
type Named = { name: string; nameEn: string };
/** Over how many weeks they have been apart; `longer` 1 = at least so many. */
type Since = { weeks: number; longer: 0 | 1 };
/** People of an entity by the Sunday of `day`, and the share of them that was expected. */
type Fall = People & Since & { day: string; expected: number };
/** Those who signed in within so many days. */
type Within = { window: number };
/** Entities it is compared with, and where 19 of 20 of its size lie. */
type Compared = { from: number; to: number; peers: number };
/** Of an entity below 60 people, how many would sign in elsewhere. */
type Usual = { usual: number };
/** Where it stands against its plan of activation, '' where that is not to be told with it. */
type Planned = { plan: 'ahead' | 'on' | '' };

export interface AlertParams {
  'alert.below': Fall & Within & Planned & Compared & { people: number };
  'alert.below_small': Fall & Within & Planned & Compared & Usual;
  'alert.below_plan': Fall & { people: number };
  'alert.together': Where & { entities: number };
  'attention.below': Fall & Within & Planned & Compared & Named;
  /** Of a small entity, which raises no alert: a call is asked for. */
  'attention.below_small': AlertParams['alert.below_small'] & Named;
  'attention.below_plan': Fall & Named;
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

/** What is expected, with its ends and the entities it is read from. */
function sharesFr({ expected, from, to, peers }: { expected: number } & Compared, w: Wording): string {
  return `environ ${w.percent(expected)} attendus (${w.percent(from)} à ${w.percent(to)}, d’après ${w.number(peers)} entités comparables)`;
}

function sharesEn({ expected, from, to, peers }: { expected: number } & Compared, w: Wording): string {
  return `about ${w.percent(expected)} expected (${w.percent(from)} to ${w.percent(to)}, from ${w.number(peers)} comparable entities)`;
}

const peopleEnds = ({ from, to, of }: Compared & { of: number }) =>
  [Math.round(from * of), Math.round(to * of)] as const;

function usualFr(p: Usual & Compared & { of: number }, w: Wording): string {
  const [low, high] = peopleEnds(p);
  return `environ ${w.number(p.usual)} attendues (${formatRange(low, high, 'fr')}, d’après ${w.number(p.peers)} entités comparables)`;
}

function usualEn(p: Usual & Compared & { of: number }, w: Wording): string {
  const [low, high] = peopleEnds(p);
  return `about ${w.number(p.usual)} expected (${formatRange(low, high, 'en')}, from ${w.number(p.peers)} comparable entities)`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is said of an entity that stalls, and what to ask whoever answers the telephone. */
export const alertTexts: Texts<AlertParams> = {
  'alert.below': {
    fr: (p, w) =>
      `${capital(`${planFr(p)}${toldFr(p, signedFr(p), w)}`)}, ${sharesFr(p, w)} : environ ${w.number(p.people)} personnes de moins, depuis ${weeksFr(p)}.`,
    en: (p, w) =>
      `${capital(`${planEn(p)}${toldEn(p, signedEn(p), w)}`)}, ${sharesEn(p, w)}: about ${w.number(p.people)} people fewer, for ${weeksEn(p)}.`,
  },
  'alert.below_small': {
    fr: (p, w) =>
      `${capital(`${planFr(p)}${toldFr(p, signedFr(p), w)}`)}, ${usualFr(p, w)}, depuis ${weeksFr(p)}. Moins de 60 personnes, trop peu pour une alerte : un appel dira pourquoi.`,
    en: (p, w) =>
      `${capital(`${planEn(p)}${toldEn(p, signedEn(p), w)}`)}, ${usualEn(p, w)}, for ${weeksEn(p)}. Fewer than 60 people, too few for an alert: a call will tell why.`,
  },
  'alert.below_plan': {
    fr: (p, w) =>
      `${capital(toldFr(p, 'sont activées', w))}, ${w.percent(p.expected)} prévues par le plan : environ ${w.number(p.people)} personnes de moins, depuis ${weeksFr(p)}. Trop peu d’entités comparables pour s’y mesurer.`,
    en: (p, w) =>
      `${capital(toldEn(p, 'are activated', w))}, ${w.percent(p.expected)} planned: about ${w.number(p.people)} people fewer, for ${weeksEn(p)}. Too few comparable entities to measure it against.`,
  },
  'alert.together': {
    fr: (p) => `${p.entities} entités de ${p.place} décrochent ensemble : une seule cause est probable.`,
    en: (p) => `${p.entities} entities of ${p.placeEn} fall behind together: one cause is likely.`,
  },
  'attention.below': {
    fr: (p, w) =>
      `${p.name} décroche : ${planFr(p)}${toldFr(p, signedFr(p), w)}, ${sharesFr(p, w)}, depuis ${weeksFr(p)}.`,
    en: (p, w) =>
      `${p.nameEn} falls behind: ${planEn(p)}${toldEn(p, signedEn(p), w)}, ${sharesEn(p, w)}, for ${weeksEn(p)}.`,
  },
  'attention.below_small': {
    fr: (p, w) =>
      `${p.name} décroche : ${planFr(p)}${toldFr(p, signedFr(p), w)}, ${usualFr(p, w)}, depuis ${weeksFr(p)}. À appeler.`,
    en: (p, w) =>
      `${p.nameEn} falls behind: ${planEn(p)}${toldEn(p, signedEn(p), w)}, ${usualEn(p, w)}, for ${weeksEn(p)}. To be called.`,
  },
  'attention.below_plan': {
    fr: (p, w) =>
      `${p.name} décroche : ${toldFr(p, 'sont activées', w)}, ${w.percent(p.expected)} prévues, depuis ${weeksFr(p)}.`,
    en: (p, w) =>
      `${p.nameEn} falls behind: ${toldEn(p, 'are activated', w)}, ${w.percent(p.expected)} planned, for ${weeksEn(p)}.`,
  },
  'attention.together': {
    fr: (p) => `${p.entities} entités de ${p.place} décrochent ensemble.`,
    en: (p) => `${p.entities} entities of ${p.placeEn} fall behind together.`,
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
    en: (p) => `What has changed for the whole of ${p.placeEn}?`,
  },
  'ask.invitations': {
    fr: (p) => `Toutes les personnes de ${p.place} ont-elles reçu leur invitation ?`,
    en: (p) => `Has everybody at ${p.placeEn} received an invitation?`,
  },
  'ask.ambassador': {
    fr: (p) => `Qui pourrait être ambassadeur à ${p.place} ?`,
    en: (p) => `Who could be an ambassador at ${p.placeEn}?`,
  },
  'ask.change': {
    fr: (p, w) => `Qu’est-ce qui a changé ${p.before ? 'avant' : 'vers'} le ${w.day(p.day)} ?`,
    en: (p, w) => `What changed ${p.before ? 'before' : 'around'} ${w.day(p.day)}?`,
  },
};
