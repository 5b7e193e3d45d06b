import { type Texts, type Wording } from './wording.js';

/** `fr`, `en`: names of the errors, joined. */
interface Named {
  count: number;
  fr: string;
  en: string;
  unknown: number;
}

/** `weak`: those that rest on too few people or signals to be sure, named apart. */
interface Red extends Named {
  weak: number;
  weakFr: string;
  weakEn: string;
}

export interface DiagnosticParams {
  'diagnostic.red': Red;
  'diagnostic.amber': Named;
  'diagnostic.green': { green: number; unknown: number };
  'diagnostic.unknown': Record<string, never>;
  /** `most` places show the most common error, of `judged` that can be judged of it. */
  'diagnostic.places_red': { red: number; of: number; most: number; judged: number; fr: string; en: string };
  'diagnostic.places_none': PlacesRead;
  'diagnostic.places_unknown': Record<string, never>;
}

/** Smallest places read; `nowhere`: errors of the ten that can be judged in none of them. */
interface PlacesRead {
  of: number;
  nowhere: number;
}

const nowhereFr = (errors: number) =>
  errors === 0 ? '' : ` ${errors} des dix ne ${errors < 2 ? 'se juge' : 'se jugent'} dans aucune.`;
const nowhereEn = (errors: number) => (errors === 0 ? '' : ` ${errors} of the ten cannot be judged in any of them.`);

type Most = DiagnosticParams['diagnostic.places_red'];

function mostFr({ most, judged }: Most, w: Wording): string {
  if (judged === 1) return 'la seule';
  return most === judged ? `les ${w.number(judged)}` : `${w.number(most)} des ${w.number(judged)}`;
}

function mostEn({ most, judged }: Most, w: Wording): string {
  if (judged === 1) return 'the only one';
  return most === judged ? `all ${w.number(judged)}` : `${w.number(most)} of the ${w.number(judged)}`;
}

const restFr = (unknown: number) =>
  unknown === 0 ? '' : ` ${unknown} ${unknown < 2 ? 'reste sans réponse' : 'restent sans réponse'}.`;
const restEn = (unknown: number) =>
  unknown === 0 ? '' : ` ${unknown} ${unknown === 1 ? 'is' : 'are'} still unanswered.`;

export const diagnosticTexts: Texts<DiagnosticParams> = {
  'diagnostic.red': {
    fr: (p, w) => {
      const sure = `${w.number(p.count)} ${w.plural(p.count, 'erreur sur dix appelle', 'erreurs sur dix appellent')} une décision : ${p.fr}.`;
      const seem = w.plural(p.weak, 'semble présente', 'semblent présentes');
      const who =
        p.count > 0 ? w.plural(p.weak, 'autre', 'autres') : `${w.plural(p.weak, 'erreur', 'erreurs')} sur dix`;
      const weak = `${w.number(p.weak)} ${who} ${seem}, sur trop peu pour en être sûr : ${p.weakFr}.`;
      return [p.count > 0 && sure, p.weak > 0 && weak].filter(Boolean).join(' ') + restFr(p.unknown);
    },
    en: (p, w) => {
      const sure = `${w.number(p.count)} ${w.plural(p.count, 'error of ten asks', 'errors of ten ask')} for a decision: ${p.en}.`;
      const seem = w.plural(p.weak, 'seems', 'seem');
      const who = p.count > 0 ? w.plural(p.weak, 'other', 'others') : `${w.plural(p.weak, 'error', 'errors')} of ten`;
      const weak = `${w.number(p.weak)} ${who} ${seem} present, on too little to be sure: ${p.weakEn}.`;
      return [p.count > 0 && sure, p.weak > 0 && weak].filter(Boolean).join(' ') + restEn(p.unknown);
    },
  },
  'diagnostic.amber': {
    fr: (p, w) =>
      `Aucune alerte, mais ${w.number(p.count)} ${w.plural(p.count, 'erreur', 'erreurs')} sur dix à surveiller : ${p.fr}.${restFr(p.unknown)}`,
    en: (p, w) =>
      `No alarm, but ${w.number(p.count)} ${w.plural(p.count, 'error', 'errors')} of ten to watch: ${p.en}.${restEn(p.unknown)}`,
  },
  'diagnostic.green': {
    fr: (p, w) => {
      if (p.unknown === 0) return 'Aucune des dix erreurs n’est visible.';
      // One question that is answered must not sound as if all were.
      if (p.unknown > p.green)
        return `${w.number(p.unknown)} des dix erreurs ne peuvent pas encore être jugées ; rien d’anormal sur ${w.plural(p.green, 'la seule qui l’est', `les ${w.number(p.green)} qui le sont`)}.`;
      return `Rien d’anormal sur ${w.number(p.green)} ${w.plural(p.green, 'erreur jugée', 'erreurs jugées')} ; ${restFr(p.unknown).trim()}`;
    },
    en: (p, w) => {
      if (p.unknown === 0) return 'None of the ten errors is to be seen.';
      if (p.unknown > p.green)
        return `${w.number(p.unknown)} of the ten errors cannot be judged yet; nothing wrong with the ${w.plural(p.green, 'one', w.number(p.green))} that can.`;
      return `Nothing wrong with the ${w.number(p.green)} ${w.plural(p.green, 'error', 'errors')} that can be judged; ${restEn(p.unknown).trim()}`;
    },
  },
  'diagnostic.unknown': {
    fr: () => 'Rien de publié ni de déclaré ne permet encore de juger les dix erreurs : voici les questions à poser.',
    en: () => 'Nothing published or declared lets the ten errors be judged yet: these are the questions to ask.',
  },
  'diagnostic.places_red': {
    fr: (p, w) =>
      `${w.number(p.red)} ${w.plural(p.red, 'entité présente', 'entités présentent')} au moins une des dix erreurs, ${w.number(p.of)} ${w.plural(p.of, 'lue', 'lues')} ; la plus répandue : ${p.fr}, dans ${mostFr(p, w)} où elle se juge.`,
    en: (p, w) =>
      `${w.number(p.red)} ${w.plural(p.red, 'entity shows', 'entities show')} at least one of the ten errors, ${w.number(p.of)} read; the most common: ${p.en}, in ${mostEn(p, w)} where it can be judged.`,
  },
  'diagnostic.places_none': {
    fr: (p, w) =>
      `Aucune des dix erreurs n’est établie ${p.of === 1 ? 'dans l’entité lue' : `dans les ${w.number(p.of)} entités lues`}.${nowhereFr(p.nowhere)}`,
    en: (p, w) =>
      `None of the ten errors is established in the ${w.number(p.of)} ${w.plural(p.of, 'entity', 'entities')} read.${nowhereEn(p.nowhere)}`,
  },
  'diagnostic.places_unknown': {
    fr: () => 'Rien de publié ni de déclaré ne permet encore de juger entité par entité.',
    en: () => 'Nothing published or declared lets entities be judged one by one yet.',
  },
};
