import { atMost, overlap } from '../statistics/interval.js';
import { type Indicator, type Outcome } from './indicator.js';
import { share } from './outcome.js';
import { type Reading } from './reading.js';

const reach = {
  unit: 'percent',
  frame: 'window',
  windows: [28, 91, 182, 365],
  defaultWindow: 365,
} as const;

/** Of the people whose wave has opened; of everyone where there is no wave (kpis K84, D_wave). */
function reached(reading: Reading): Outcome {
  const [opened, people] = [reading.state('opened'), reading.state('people')];
  const attended = reading.during('attended');
  if (!opened || opened.high <= 0) return share(atMost(attended, people), people, reading.k);
  // Whoever came without a wave is in no rate; where those of the waves are not published apart, as many as is possible.
  const among = reading.among('opened');
  const [came, base] = [among.during('attended'), among.state('people')];
  if (came && base) return share(came, base, reading.k);
  return share(overlap(attended, opened, people), opened, reading.k);
}

export const peopleReached: Indicator = {
  ...reach,
  title: { fr: 'Personnes touchées par une action', en: 'People reached by an action' },
  meaning: {
    fr: 'Part des personnes qui ont participé à au moins une action d’accompagnement pendant la période.',
    en: 'Share of the people who took part in at least one support action during the period.',
  },
  denominator: { fr: 'personnes des vagues ouvertes', en: 'people of the opened waves' },
  beside: ['opened'],
  value: reached,
};

export const managersReached: Indicator = {
  ...reach,
  title: { fr: 'Managers touchés par une action', en: 'Managers reached by an action' },
  meaning: {
    fr: 'Part des managers qui ont participé à au moins une action d’accompagnement pendant la période.',
    en: 'Share of the managers who took part in at least one support action during the period.',
  },
  denominator: { fr: 'managers des vagues ouvertes', en: 'managers of the opened waves' },
  population: 'managers',
  value: reached,
};
