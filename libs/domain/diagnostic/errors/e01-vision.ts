import { asks } from '../asks.js';
import { type Check } from '../check.js';
import { asked } from '../facts/survey.js';
import { inPart } from '../light.js';
import { declared, observed, unmeasured } from '../signal.js';
import { limits } from '../thresholds.js';

export const vision: Check = {
  kind: 'error',
  title: { fr: 'La vision n’est pas claire', en: 'The vision is not clear' },
  question: {
    fr: 'Sait-on à quoi sert le réseau, pour quels usages et pour qui ?',
    en: 'Is it known what the network is for, which uses and for whom?',
  },
  rule: {
    fr: 'Rouge : moins de 50 % reviennent dans les 14 jours et rien n’est écrit. Vert : au moins 50 % reviennent et les trois réponses sont écrites.',
    en: 'Red: fewer than 50% come back within 14 days and nothing is written. Green: at least 50% come back and the three answers are written.',
  },
  source: 'S4',
  decides: [
    {
      signals: [
        observed('K28', limits.returning, asks.returning),
        ...(['vision_problems', 'vision_uses', 'vision_audience'] as const).map(declared),
      ],
      combine: inPart,
    },
  ],
  beside: [
    asked('understands_why', 'understands_why', limits.understanding, {
      title: { fr: 'Comprennent pourquoi (enquête)', en: 'Understand why (survey)' },
      ask: asks.understanding,
    }),
    observed('K27', null, asks.messageReach),
    unmeasured('described_groups'),
  ],
};
