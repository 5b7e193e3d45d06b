import { type Texts, type Wording } from './wording.js';

/** All that is to be called, alerts and small ones alike: the first are named, of `more` only the number. */
type Calls = { calls: number; names: string; namesEn: string; more: number };

export interface FollowUpParams {
  'follow_up.unpublished': Record<string, never>;
  'follow_up.no_directory': Record<string, never>;
  /** Of `all` entities `judged` are large enough to be; of the `small` ones `low` are below comparable ones all the same. */
  'follow_up.found': { all: number; judged: number; alerts: number; small: number; low: number } & Calls;
}

type Found = FollowUpParams['follow_up.found'];

/** Who is to be called, by name. */
function callsFr({ calls, names, more }: Found, w: Wording): string {
  if (calls === 0) return '';
  const others = more > 0 ? ` et ${w.number(more)} ${w.plural(more, 'autre', 'autres')}` : '';
  return `${w.number(calls)} ${w.plural(calls, 'appel', 'appels')} à passer cette semaine : ${names}${others}. `;
}

function callsEn({ calls, namesEn, more }: Found, w: Wording): string {
  if (calls === 0) return '';
  const others = more > 0 ? ` and ${w.number(more)} ${w.plural(more, 'other', 'others')}` : '';
  return `${w.number(calls)} ${w.plural(calls, 'call', 'calls')} to make this week: ${namesEn}${others}. `;
}

/** Of how many entities that is said: silence on the others is no good news. */
function alertsFr({ all, judged, alerts }: Found, w: Wording): string {
  const of = `${w.number(judged)} ${w.plural(judged, 'entité', 'entités')} que l’on peut juger sur ${w.number(all)}`;
  if (judged === 0) return `Aucune des ${w.number(all)} entités du plus bas niveau ne peut être jugée seule`;
  if (alerts === 0) return `Sur ${of}, aucune ne décroche`;
  return `${w.number(alerts)} ${w.plural(alerts, 'alerte', 'alertes')} pour ${of}`;
}

function alertsEn({ all, judged, alerts }: Found, w: Wording): string {
  const of = `the ${w.number(judged)} ${w.plural(judged, 'entity', 'entities')} of ${w.number(all)} that can be judged`;
  if (judged === 0) return `None of the ${w.number(all)} entities of the lowest level can be judged by itself`;
  if (alerts === 0) return `Of ${of}, none falls behind`;
  return `${w.number(alerts)} ${w.plural(alerts, 'alert', 'alerts')} for ${of}`;
}

function smallFr({ small, low }: Found, w: Wording): string {
  if (small === 0) return 'aucune n’est trop petite pour une alerte';
  if (low > 0 && small === 1) return 'la seule trop petite pour une alerte décroche';
  if (low > 0)
    return `parmi les ${w.number(small)} trop petites pour une alerte, ${w.number(low)} ${w.plural(low, 'décroche', 'décrochent')}`;
  return `${w.number(small)} trop ${w.plural(small, 'petite reste', 'petites restent')} à joindre de temps en temps`;
}

function smallEn({ small, low }: Found, w: Wording): string {
  if (small === 0) return 'none is too small for an alert';
  if (low > 0 && small === 1) return 'the only one too small for an alert falls behind';
  if (low > 0)
    return `of the ${w.number(small)} too small for an alert, ${w.number(low)} ${w.plural(low, 'falls', 'fall')} behind`;
  return `${w.number(small)} too small for one ${w.plural(small, 'remains', 'remain')} to be called from time to time`;
}

/** For whoever sees one entity: there is nobody to count it among. */
function oneFr(p: Found, w: Wording): string {
  const { judged, alerts, small, low } = p;
  if (low > 0) return `${callsFr(p, w)}Trop petite pour une alerte, l’unique entité lue ici décroche.`;
  if (small > 0)
    return 'L’unique entité lue ici est trop petite pour une alerte : elle reste à joindre de temps en temps.';
  if (judged === 0) return 'L’unique entité lue ici ne peut pas être jugée pour l’instant.';
  return alerts === 0
    ? 'L’unique entité lue ici ne décroche pas.'
    : `${callsFr(p, w)}L’unique entité lue ici décroche.`;
}

function oneEn(p: Found, w: Wording): string {
  const { judged, alerts, small, low } = p;
  if (low > 0) return `${callsEn(p, w)}Too small for an alert, the only entity read here falls behind.`;
  if (small > 0)
    return 'The only entity read here is too small for an alert: it remains to be called from time to time.';
  if (judged === 0) return 'The only entity read here cannot be judged for now.';
  return alerts === 0
    ? 'The only entity read here does not fall behind.'
    : `${callsEn(p, w)}The only entity read here falls behind.`;
}

/** Whom to call this week, and of how many entities that is known. */
export const followUpTexts: Texts<FollowUpParams> = {
  'follow_up.unpublished': {
    fr: () => 'Rien n’est encore publié : personne n’est à relancer pour l’instant.',
    en: () => 'Nothing is published yet: there is nobody to call for now.',
  },
  'follow_up.no_directory': {
    fr: () => 'Pas encore d’entité à suivre : remettez l’annuaire, qui dit qui travaille où.',
    en: () => 'No entity to follow yet: hand in the directory, which says who works where.',
  },
  'follow_up.found': {
    fr: (p, w) => (p.all === 1 ? oneFr(p, w) : `${callsFr(p, w)}${alertsFr(p, w)} ; ${smallFr(p, w)}.`),
    en: (p, w) => (p.all === 1 ? oneEn(p, w) : `${callsEn(p, w)}${alertsEn(p, w)}; ${smallEn(p, w)}.`),
  },
};
