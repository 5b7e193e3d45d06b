import { centreOf } from '../statistics/interval.js';
import { only91, state } from './frames.js';
import { type Indicator, type Outcome } from './indicator.js';
import { exactShare, masked, partOfSum, undefinedFor } from './outcome.js';
import { type Reading } from './reading.js';

const interactions = { fr: 'interactions des personnes du lieu', en: 'interactions of the people of the place' };

const crossRate = (reading: Reading): Outcome => partOfSum(reading.during('crossing'), reading.during('internal'));
/** 1 − Σ s², in a place weighted by its own people; declared, hence exact. */
const expected = (reading: Reading): Outcome => exactShare(reading.state('strangers'), reading.state('people'));

export const crossEntity: Indicator = {
  title: { fr: 'Échanges entre entités', en: 'Cross-entity interactions' },
  meaning: {
    fr: 'Part des réponses, réactions et mentions adressées à une personne d’une autre entité, sur 91 jours. À lire avec la part attendue au hasard.',
    en: 'Share of replies, reactions and mentions addressed to somebody of another entity, over 91 days. To be read beside the share expected by chance.',
  },
  unit: 'percent',
  ...only91,
  denominator: interactions,
  value: crossRate,
};

/** Krackhardt and Stern (1988): (external − internal) / (external + internal), from −1 to 1. */
export const externalInternal: Indicator = {
  title: { fr: 'Indice d’ouverture (E-I)', en: 'E-I index' },
  meaning: {
    fr: 'De −1 (tous les échanges restent dans l’entité) à +1 (tous en sortent), sur 91 jours.',
    en: 'From −1 (every interaction stays inside the entity) to +1 (every one leaves it), over 91 days.',
  },
  unit: 'ratio',
  ...only91,
  denominator: interactions,
  value: (reading) => scaled(crossRate(reading), (share) => 2 * share - 1),
};

export const expectedCrossEntity: Indicator = {
  title: { fr: 'Échanges entre entités attendus au hasard', en: 'Cross-entity interactions expected by chance' },
  meaning: {
    fr: 'Ce que serait la part entre entités si chacun s’adressait à n’importe qui : elle ne dépend que des effectifs.',
    en: 'What the cross-entity share would be if everyone addressed anybody: it depends on headcounts only.',
  },
  unit: 'percent',
  ...state,
  denominator: { fr: 'effectif présent', en: 'people present' },
  value: expected,
};

export const crossEntityRatio: Indicator = {
  title: { fr: 'Ouverture par rapport au hasard', en: 'Openness against chance' },
  meaning: {
    fr: 'Part des échanges entre entités rapportée à la part attendue au hasard : 1 = sans frontière, 0 = fermé.',
    en: 'Cross-entity share over the share expected by chance: 1 = no boundary, 0 = closed.',
  },
  unit: 'ratio',
  ...only91,
  denominator: interactions,
  value: (reading) => {
    const chance = expected(reading);
    if (chance.value === null) return masked('not_published');
    // A single entity has nobody outside to address.
    if (chance.value === 0) return undefinedFor();
    return scaled(crossRate(reading), (share) => share / chance.value!);
  },
};

function scaled(outcome: Outcome, scale: (share: number) => number): Outcome {
  if (outcome.value === null || outcome.low === null || outcome.high === null) return outcome;
  const { value, low, high } = outcome;
  return { ...outcome, value: scale(value), low: scale(low), high: scale(high), n: centreOf(outcome.denominator!) };
}
