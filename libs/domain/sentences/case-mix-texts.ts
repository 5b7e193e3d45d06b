import { type Language } from './language.js';
import { type Texts, type Wording } from './wording.js';

/** Rounded so that the parts add up to the total as they are written. */
interface GapParts {
  total: number;
  apart: number;
  mix: number;
  behaviour: number;
  rest: number;
}

/** `firstShared`, `secondShared`: share of the people of each side at sites of the `sizes` that both have. */
type Mix = GapParts & Ends & { firstShared: number; secondShared: number; sizes: number };

/** Between which the part of use lies, over all that is published of the sites; `digits` of every point. */
interface Ends {
  low: number;
  high: number;
  digits: number;
}

export interface CaseMixParams {
  'comparison.mix_title': { behaviour: number } & Ends;
  'comparison.mix': Mix;
}

/** What a gap between two sides is made of: who they are, and what they do. */
export const caseMixTexts: Texts<CaseMixParams> = {
  'comparison.mix_title': {
    fr: (p, w) =>
      isOne(p, w)
        ? `À tailles de lieu égales : ${w.points(p.behaviour, p.digits)}, sans le hasard entre lieux.`
        : `À tailles de lieu égales : de ${signed(p.low, p.digits, w)} à ${w.points(p.high, p.digits)} selon ce qui est publié, sans le hasard entre lieux.`,
    en: (p, w) =>
      isOne(p, w)
        ? `At equal sizes of place: ${w.points(p.behaviour, p.digits)}, without chance between places.`
        : `At equal sizes of place: from ${signed(p.low, p.digits, w)} to ${w.points(p.high, p.digits)} by what is published, without chance between places.`,
  },
  'comparison.mix': {
    fr: (p, w) =>
      `${commonTo(p, w, 'fr')}${isOne(p, w) ? 'L' : 'Au milieu de ce qui est publié, l'}’écart brut, ${w.points(p.total, p.digits)}, se partage ainsi : ${madeOf(p, w, 'fr').join(', ')}.`,
    en: (p, w) =>
      `${commonTo(p, w, 'en')}${isOne(p, w) ? 'The' : 'In the middle of what is published, the'} raw gap, ${w.points(p.total, p.digits)}, is made of ${madeOf(p, w, 'en').join(', ')}.`,
  },
};

const isOne = ({ low, high, digits }: Ends, w: Wording) => w.points(low, digits) === w.points(high, digits);
/** A lower end without its unit, which the upper one has. */
const signed = (share: number, digits: number, w: Wording) => w.points(share, digits).replace(/\s\S+$/, '');

/** Of whom sizes can be compared; nothing where that is everybody. */
function commonTo({ firstShared: first, secondShared: second }: Mix, w: Wording, language: Language): string {
  if (first >= 1 && second >= 1) return '';
  return language === 'fr'
    ? `Comparé sur les tailles que les deux côtés ont : ${w.percent(first)} des personnes du premier, ${w.percent(second)} du second. `
    : `Compared over the sizes that both sides have: ${w.percent(first)} of the people of the first, ${w.percent(second)} of the second. `;
}

const parts = {
  behaviour: { fr: 'par l’usage à taille égale', en: 'by use at equal size' },
  mix: { fr: 'par la taille des lieux', en: 'by the size of places' },
  apart: { fr: 'par les tailles qu’un seul côté a', en: 'by sizes that only one side has' },
  rest: {
    fr: 'que les lieux lus un à un ne disent pas (tranches publiées, lieux non publiés, autre date)',
    en: 'that places read one by one do not tell (published bands, places not published, another day)',
  },
};

/** The parts that are something: those of no size that both have, and of nobody, are not told as 0. */
function madeOf(p: Mix, w: Wording, language: Language): string[] {
  const isTold = {
    behaviour: true,
    mix: p.sizes > 1,
    apart: p.firstShared < 1 || p.secondShared < 1,
    rest: Math.abs(p.rest) > 1e-9,
  };
  return (['behaviour', 'mix', 'apart', 'rest'] as const)
    .filter((part) => isTold[part])
    .map((part) => `${w.points(p[part], p.digits)} ${parts[part][language]}`);
}
