import { type Bin, giniOf, interactionsOf, medianOf, peopleIn, peopleOfBins, shareOfTopTenth } from './bins.js';
import { only28 } from './frames.js';
import { type Indicator, type Outcome } from './indicator.js';
import { masked, quotient, undefinedFor } from './outcome.js';
import { type Reading } from './reading.js';

const interactive = { fr: 'personnes qui ont interagi', en: 'people who interacted' };

export const interactionsPerPerson: Indicator = {
  title: { fr: 'Interactions par personne active', en: 'Interactions per interactive person' },
  meaning: {
    fr: 'Messages, réponses, réactions et mentions par personne qui en a fait au moins une en 28 jours ; en moyenne.',
    en: 'Posts, replies, reactions and mentions per person with at least one in 28 days; on average.',
  },
  unit: 'ratio',
  ...only28,
  denominator: interactive,
  value: (reading) =>
    quotient(reading.during('interactions'), reading.during('interactive'), reading.during('interactive')),
};

/** A number of all people by their interactions; its people are those of the published bins. */
function ofBins(reading: Reading, number: (bins: readonly Bin[]) => number | null, least = 1): Outcome {
  // Bins are told of everyone in a place only.
  if (reading.population !== 'everyone') return masked('not_published');
  const people = reading.during('interactive');
  if (people && people.high <= 0) return undefinedFor();
  const bins = interactionsOf(reading);
  if (!bins) return masked('not_published');
  const n = peopleIn(bins);
  if (n < least) return undefinedFor('too_few_to_compare');
  const value = number(bins);
  const ends = peopleOfBins(reading);
  const around = ends && ends.low < ends.high ? { around: ends } : {};
  return value === null ? undefinedFor() : { ...undefinedFor(), value, n: Math.round(n), ...around, shown: 'value' };
}

// Activity is skewed: the mean is that of a few, the median that of the person in the middle.
export const medianInteractions: Indicator = {
  ...interactionsPerPerson,
  title: { fr: 'Interactions, personne médiane', en: 'Interactions, median person' },
  meaning: {
    fr: 'La moitié des personnes qui ont interagi en ont fait au moins autant en 28 jours.',
    en: 'Half of the people who interacted made at least as many in 28 days.',
  },
  beside: ['interactions'],
  value: (reading) => ofBins(reading, medianOf),
};

export const topTenthShare: Indicator = {
  ...medianInteractions,
  title: { fr: 'Part des 10 % les plus actifs', en: 'Share of the most active tenth' },
  meaning: {
    fr: 'Part des interactions de 28 jours due au dixième le plus actif des personnes qui ont interagi.',
    en: 'Share of the interactions of 28 days made by the most active tenth of the people who interacted.',
  },
  unit: 'percent',
  value: (reading) => ofBins(reading, shareOfTopTenth),
};

export const giniIndex: Indicator = {
  ...medianInteractions,
  title: { fr: 'Concentration (indice de Gini)', en: 'Concentration (Gini index)' },
  meaning: {
    fr: 'De 0 (chacun interagit autant) à 1 (une seule personne fait tout) ; dès 30 personnes.',
    en: 'From 0 (everyone interacts alike) to 1 (one person does everything); from 30 people on.',
  },
  value: (reading) => ofBins(reading, giniOf, 30),
};
