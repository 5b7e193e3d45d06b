import { type Language } from './language.js';
import { type Texts, type Wording } from './wording.js';

/** Rounded so that the parts add up to the total as they are written. */
interface GapParts {
  total: number;
  mix: number;
  behaviour: number;
  rest: number;
}

export interface CaseMixParams {
  'comparison.mix_title': { behaviour: number };
  'comparison.mix': GapParts;
  'comparison.mix_rest': GapParts;
}

/** What a gap between two sides is made of: who they are, and what they do. */
export const caseMixTexts: Texts<CaseMixParams> = {
  'comparison.mix_title': {
    fr: (p, w) => `À tailles de site égales : ${w.points(p.behaviour, 1)}.`,
    en: (p, w) => `At equal site sizes: ${w.points(p.behaviour, 1)}.`,
  },
  'comparison.mix': {
    fr: (p, w) => `${madeOf(p, w, 'fr')}.`,
    en: (p, w) => `${madeOf(p, w, 'en')}.`,
  },
  'comparison.mix_rest': {
    fr: (p, w) =>
      `${madeOf(p, w, 'fr')}, ${w.points(p.rest, 1)} que les sites lus un à un ne disent pas (tranches publiées, sites non publiés, autre date).`,
    en: (p, w) =>
      `${madeOf(p, w, 'en')}, ${w.points(p.rest, 1)} that sites read one by one do not tell (published bands, sites not published, another day).`,
  },
};

const madeOf = ({ total, mix, behaviour }: GapParts, w: Wording, language: Language) =>
  language === 'fr'
    ? `L’écart brut, ${w.points(total, 1)}, se partage ainsi : ${w.points(mix, 1)} par la taille des sites, ${w.points(behaviour, 1)} par l’usage à taille égale`
    : `The raw gap, ${w.points(total, 1)}, is made of ${w.points(mix, 1)} by the size of sites, ${w.points(behaviour, 1)} by use at equal size`;
