import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { asked } from '../facts/survey.js';
import { worst } from '../light.js';
import { declared, observed } from '../signal.js';
import { limits } from '../thresholds.js';

export const context: Check = {
  kind: 'pillar',
  title: { fr: 'Contexte et culture', en: 'Context and culture' },
  question: {
    fr: 'La façon de travailler ici laisse-t-elle place au réseau ?',
    en: 'Does the way people work here leave room for the network?',
  },
  rule: {
    fr: 'Contexte évalué ; orange si les échanges entre entités font moins de la moitié de ce que ferait le hasard.',
    en: 'Context assessed; amber where exchanges across entities are less than half of what chance would make.',
  },
  source: 'S1',
  decides: [
    { signals: [declared('culture_assessed')], combine: worst },
    { signals: [observed('K31.ratio', limits.openness, asks.openness)], combine: worst, onceOpen: true },
  ],
  beside: [
    observed('K53', limits.enclosure, asks.enclosure),
    observed('K54', null, asks.voice),
    asked('digital_maturity', 'digital_maturity', null, {
      title: { fr: 'Maturité numérique (enquête)', en: 'Digital maturity (survey)' },
      ask: asks.maturity,
    }),
  ],
};
