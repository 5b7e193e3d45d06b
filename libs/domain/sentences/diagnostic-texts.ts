import { type Texts } from './wording.js';

/** `fr`, `en`: names of the errors, joined. */
interface Named {
  count: number;
  fr: string;
  en: string;
  unknown: number;
  /** 0 = every one of them rests on too few people or signals to be sure. */
  sure: 0 | 1;
}

export interface DiagnosticParams {
  'diagnostic.red': Named;
  'diagnostic.amber': Named;
  'diagnostic.green': { green: number; unknown: number };
  'diagnostic.unknown': Record<string, never>;
}

const restFr = (unknown: number) =>
  unknown === 0 ? '' : ` ${unknown} ${unknown < 2 ? 'reste sans réponse' : 'restent sans réponse'}.`;
const restEn = (unknown: number) =>
  unknown === 0 ? '' : ` ${unknown} ${unknown === 1 ? 'is' : 'are'} still unanswered.`;

export const diagnosticTexts: Texts<DiagnosticParams> = {
  'diagnostic.red': {
    fr: (p, w) =>
      `${w.number(p.count)} ${w.plural(p.count, 'erreur', 'erreurs')} sur dix ${
        p.sure
          ? `${w.plural(p.count, 'appelle', 'appellent')} une décision`
          : `${w.plural(p.count, 'semble présente', 'semblent présentes')}, sur trop peu pour en être sûr`
      } : ${p.fr}.${restFr(p.unknown)}`,
    en: (p, w) =>
      `${w.number(p.count)} ${w.plural(p.count, 'error', 'errors')} of ten ${
        p.sure
          ? `${w.plural(p.count, 'asks', 'ask')} for a decision`
          : `${w.plural(p.count, 'seems', 'seem')} present, on too little to be sure`
      }: ${p.en}.${restEn(p.unknown)}`,
  },
  'diagnostic.amber': {
    fr: (p, w) =>
      `Aucune alerte, mais ${w.number(p.count)} ${w.plural(p.count, 'erreur', 'erreurs')} sur dix à surveiller : ${p.fr}.${restFr(p.unknown)}`,
    en: (p, w) =>
      `No alarm, but ${w.number(p.count)} ${w.plural(p.count, 'error', 'errors')} of ten to watch: ${p.en}.${restEn(p.unknown)}`,
  },
  'diagnostic.green': {
    fr: (p, w) =>
      p.unknown === 0
        ? 'Aucune des dix erreurs n’est visible.'
        : `Rien d’anormal sur ${w.number(p.green)} ${w.plural(p.green, 'erreur jugée', 'erreurs jugées')} ; ${restFr(p.unknown).trim()}`,
    en: (p, w) =>
      p.unknown === 0
        ? 'None of the ten errors is to be seen.'
        : `Nothing wrong with the ${w.number(p.green)} ${w.plural(p.green, 'error', 'errors')} that can be judged; ${restEn(p.unknown).trim()}`,
  },
  'diagnostic.unknown': {
    fr: () => 'Rien de publié ni de déclaré ne permet encore de juger les dix erreurs : voici les questions à poser.',
    en: () => 'Nothing published or declared lets the ten errors be judged yet: these are the questions to ask.',
  },
};
