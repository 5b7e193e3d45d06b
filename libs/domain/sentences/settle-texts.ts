import { type More, type SettleParams } from './comparison-params.js';
import { sideText } from './comparison-side.js';
import { names, sizeText, unitWord } from './comparison-words.js';
import { type Language } from './language.js';
import { type Texts, type Wording } from './wording.js';

/** What would settle a gap. Nothing is promised that the organisation does not have, or that the page would take back. */
export const settleTexts: Texts<SettleParams> = {
  'comparison.settle_open': {
    fr: (p) => `Pour comparer, attendez l’ouverture de ${p.name}, puis quelques semaines.`,
    en: (p) => `To compare, wait until ${p.nameEn} has opened, and a few weeks more.`,
  },
  'comparison.settle_other': {
    fr: () => 'Choisissez un autre côté.',
    en: () => 'Choose another side.',
  },
  'comparison.settle_common_weeks': {
    fr: () => 'Choisissez une autre paire ou un autre alignement, ou attendez que les deux publient une même semaine.',
    en: () => 'Choose another pair or another alignment, or wait until both publish a week in common.',
  },
  'comparison.settle_masked': {
    fr: (p) =>
      `Depuis huit semaines au moins, ce taux n’est pas publié pour ${sideText(p.kind, p.name, 'fr')}, pour que personne ne soit reconnu. Attendre n’y changera sans doute rien : choisissez ${p.shorter ? 'la mesure sur 7 jours, qui se compare ici, ' : ''}un autre côté ou un autre indicateur.`,
    en: (p) =>
      `For eight weeks at least this rate has not been published of ${sideText(p.kind, p.nameEn, 'en')}, so that nobody is recognised. Waiting will hardly change that: choose ${p.shorter ? 'the measure over 7 days, which can be compared here, ' : ''}another side or another indicator.`,
  },
  'comparison.settle_untold': {
    fr: (p) =>
      `Rien ne permet de mesurer ce taux pour ${sideText(p.kind, p.name, 'fr')} : aucune source ne le dit, ou il ne se calcule pas ici. Attendre n’y change rien : choisissez un autre indicateur.`,
    en: (p) =>
      `Nothing measures this rate of ${sideText(p.kind, p.nameEn, 'en')}: no source tells it, or it is not reckoned here. Waiting changes nothing: choose another indicator.`,
  },
  'comparison.settle_more': {
    fr: (p, w) => `${gapFr(p, w)} : ${moreText(p, w, 'fr')}.${lastsFr(p, w)}`,
    en: (p, w) => `${gapEn(p, w)}: ${moreText(p, w, 'en')}.${lastsEn(p, w)}`,
  },
  'comparison.settle_beyond': {
    fr: (p, w) =>
      `${gapFr(p, w)}, il faudrait ${moreText(p, w, 'fr')}, plus qu’il ne peut s’en joindre : les ${unitWord(p, 2, 'fr')} n’y suffiront pas.${lastsFr(p, w)}`,
    en: (p, w) =>
      `${gapEn(p, w)}, it would take ${moreText(p, w, 'en')}, more than can join: ${unitWord(p, 2, 'en')} will not settle it.${lastsEn(p, w)}`,
  },
  'comparison.settle_enough': {
    fr: (p, w) =>
      `Les ${unitWord(p, 2, 'fr')} suffisent : un écart de ${sizeText(p.gap, w)} se serait vu huit fois sur dix.`,
    en: (p, w) =>
      `There are ${unitWord(p, 2, 'en')} enough: a gap of ${sizeText(p.gap, w)} would have been seen eight times out of ten.`,
  },
  'comparison.settle_bands': {
    fr: (p, w) =>
      `Des ${unitWord(p, 2, 'fr')} de plus n’y suffiraient pas : pour que personne ne soit reconnu, ce qui est publié des deux côtés laisse ${sizeText(p.open, w)} d’écart ouverts.`,
    en: (p, w) =>
      `More ${unitWord(p, 2, 'en')} would not settle it: so that nobody is recognised, what is published of both sides leaves ${sizeText(p.open, w)} of the gap open.`,
  },
  'comparison.settle_fixed': {
    fr: (p) =>
      p.unit === 'site'
        ? 'Chaque site est comparé à lui-même : ni d’autres sites ni d’autres semaines ne trancheraient cet écart-là.'
        : 'Chaque entité est comparée à elle-même : ni d’autres entités ni d’autres semaines ne trancheraient cet écart-là.',
    en: (p) =>
      `Each ${unitWord(p, 1, 'en')} is compared with itself: neither more ${unitWord(p, 2, 'en')} nor more weeks would settle this very gap.`,
  },
  'comparison.settle_weeks': {
    fr: (p, w) =>
      `Reste à voir s’il tient : encore ${w.number(p.weeks)} ${w.plural(p.weeks, 'semaine', 'semaines')} de suivi commun.`,
    en: (p, w) =>
      `Whether it lasts will show in ${w.number(p.weeks)} more ${w.plural(p.weeks, 'week', 'weeks')} of common follow-up.`,
  },
  'comparison.settle_finer': {
    fr: (p) =>
      p.shorter
        ? 'La mesure sur 7 jours, elle, se compare : choisissez-la, ou un autre côté.'
        : 'Attendre n’y changera sans doute rien : choisissez un autre côté ou un autre indicateur.',
    en: (p) =>
      p.shorter
        ? 'The measure over 7 days can be compared: choose it, or another side.'
        : 'Waiting will hardly change that: choose another side or another indicator.',
  },
  'comparison.settle_apart': {
    fr: () => 'Pour trancher, comparez deux côtés qui ne partagent personne.',
    en: () => 'To settle it, compare two sides that share nobody.',
  },
  'comparison.settle_calendar': {
    fr: () =>
      'Pour trancher, comparez des vagues ouvertes dans les mêmes semaines, ou des périodes que rien n’a bousculées.',
    en: () => 'To settle it, compare waves that opened in the same weeks, or periods that nothing upset.',
  },
  'comparison.settled': {
    fr: (p) =>
      `L’écart repose sur assez ${p.unit === 'site' ? 'de sites' : 'd’entités'} et de semaines pour être discuté tel quel.`,
    en: (p) => `The gap rests on enough ${unitWord(p, 2, 'en')} and weeks to be discussed as it is.`,
  },
};

const gapFr = ({ gap, unit }: More, w: Wording) =>
  gap > 0
    ? `Pour trancher un écart de ${sizeText(gap, w)}`
    : `Pour que les ${unitWord({ unit }, 2, 'fr')} puissent être ${unit === 'site' ? 'testés' : 'testées'}`;
const gapEn = ({ gap, unit }: More, w: Wording) =>
  gap > 0 ? `To settle a gap of ${sizeText(gap, w)}` : `For the ${unitWord({ unit }, 2, 'en')} to be tested`;

/** "30 more sites for the pilot and 28 for Europe": only sides that need some. */
function moreText(p: More, w: Wording, language: Language): string {
  const { first, second } = names(p, language);
  const needed = [
    { more: p.firstMore, side: first },
    { more: p.secondMore, side: second },
  ].filter(({ more }) => more > 0);
  return needed
    .map(({ more, side }, place) => {
      const count = w.number(more);
      const word = unitWord(p, more, language);
      if (language === 'fr')
        return place === 0 ? `${count} ${word} de plus pour ${quoted(side)}` : `${count} pour ${quoted(side)}`;
      return place === 0 ? `${count} more ${word} for ${side}` : `${count} for ${side}`;
    })
    .join(language === 'fr' ? ' et ' : ' and ');
}

/** A name that holds a colon of its own is set apart. */
const quoted = (name: string) => (name.includes(' : ') ? `« ${name} »` : name);

const lastsFr = ({ weeks }: More, w: Wording) =>
  weeks > 0
    ? ` Encore ${w.number(weeks)} ${w.plural(weeks, 'semaine', 'semaines')} de suivi commun ${w.plural(weeks, 'dira', 'diront')} s’il dure.`
    : '';
const lastsEn = ({ weeks }: More, w: Wording) =>
  weeks > 0
    ? ` ${w.number(weeks)} more ${w.plural(weeks, 'week', 'weeks')} of common follow-up will show whether it lasts.`
    : '';
