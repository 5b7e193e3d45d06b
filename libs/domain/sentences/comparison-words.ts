import { areEndsTold } from '../indicators/count-reading.js';
import { type Observed, type Pair, type Reached } from './comparison-params.js';
import { sideText } from './comparison-side.js';
import { type Language } from './language.js';
import { type Wording } from './wording.js';

export const names = (p: Pair, language: Language) => ({
  first: sideText(p.firstKind, language === 'fr' ? p.first : p.firstEn, language),
  second: sideText(p.secondKind, language === 'fr' ? p.second : p.secondEn, language),
});

export const shares = (p: Observed, w: Wording) => ({
  one: w.share({ low: p.firstLow, high: p.firstHigh, of: p.firstOf }, p.firstBound === 1),
  other: w.share({ low: p.secondLow, high: p.secondHigh, of: p.secondOf }, p.secondBound === 1),
});

/**
 * "+21 points"; « environ » over what is not exact, and both ends where they do not agree on the side that leads: those of
 * the counts that are published, which is not the interval that chance between sites leaves.
 */
export function gap(p: Observed, w: Wording, language: Language): string {
  const fr = language === 'fr';
  if (areEndsTold({ low: p.pointsLow, high: p.pointsHigh })) {
    const [low, high] = [w.points(p.pointsLow).replace(/ points?$/, ''), w.points(p.pointsHigh)];
    return fr
      ? `de ${low} à ${high}, les effectifs étant publiés par tranches`
      : `from ${low} to ${high}, since counts are published as bands`;
  }
  const points = w.points(p.points);
  return p.pointsLow === p.pointsHigh ? points : `${fr ? 'environ' : 'about'} ${points}`;
}

/** "33 %, against 12 % for Italy: +21 points". */
export const against = (p: Observed, w: Wording, language: Language, when = '') => {
  const { first, second } = names(p, language);
  const { one, other } = shares(p, w);
  return language === 'fr'
    ? `${first.includes(' : ') ? `« ${first} »` : first} : ${one}, contre ${other} pour ${second}${when}, soit ${gap(p, w, 'fr')}.`
    : `${first} ${one}, against ${other} for ${second}${when}: ${gap(p, w, 'en')}.`;
};

/** Told at other ages, since no week is told by both: which of them has had more time. */
export const olderFr = (p: Observed & { week: number; otherWeek: number }, w: Wording) => {
  const weeks = Math.abs(p.week - p.otherWeek);
  const older = p.week > p.otherWeek ? names(p, 'fr').first : names(p, 'fr').second;
  return `Publiés à des âges différents, lus aux plus proches : ${older} a eu ${w.number(weeks)} ${w.plural(weeks, 'semaine', 'semaines')} de plus.`;
};
export const olderEn = (p: Observed & { week: number; otherWeek: number }, w: Wording) => {
  const weeks = Math.abs(p.week - p.otherWeek);
  const older = p.week > p.otherWeek ? names(p, 'en').first : names(p, 'en').second;
  return `Published at different ages, read at the nearest: ${older} has had ${w.number(weeks)} more ${w.plural(weeks, 'week', 'weeks')}.`;
};

const words = {
  fr: { site: ['site', 'sites'], entity: ['entité', 'entités'], against: 'contre' },
  en: { site: ['site', 'sites'], entity: ['entity', 'entities'], against: 'against' },
} as const;

/** What is counted as one voice, in the singular or the plural. */
export const unitWord = ({ unit }: Pick<Reached, 'unit'>, count: number, language: Language) =>
  words[language][unit][count === 1 ? 0 : 1];

/** "4 sites against 5", and "44 sites" where each is read twice. */
export const unitsText = (p: Reached, w: Wording, language: Language) => {
  const first = `${w.number(p.sites)} ${unitWord(p, Math.max(1, p.sites), language)}`;
  return p.paired ? first : `${first} ${words[language].against} ${w.number(p.otherSites)}`;
};

/** "97 people against 641": how small a side is of which no more can be told. */
export const peopleText = ({ people, otherPeople }: Reached, w: Wording, language: Language) => {
  const word = language === 'fr' ? w.plural(people, 'personne', 'personnes') : w.plural(people, 'person', 'people');
  return `${w.number(people)} ${word} ${words[language].against} ${w.number(otherPeople)}`;
};

/** A gap without a side that leads. */
export const sizeText = (gap: number, w: Wording) => w.points(gap).replace(/^\+/, '');
