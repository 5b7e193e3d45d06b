import { shareOfBase } from './base.js';
import { type Indicator } from './indicator.js';

// Six months by default, because published comparisons count so: a shorter window is lower by construction.
export const interactive: Indicator = {
  title: { fr: 'Personnes qui interagissent', en: 'Interactive users' },
  meaning: {
    fr: 'Part des personnes qui ont publié, répondu, réagi ou mentionné quelqu’un au moins une fois pendant la période.',
    en: 'Share of the people who posted, replied, reacted or mentioned someone at least once during the period.',
  },
  unit: 'percent',
  frame: 'window',
  windows: [7, 28, 91, 182, 365],
  defaultWindow: 182,
  denominator: 'base',
  beside: ['invited', 'opened'],
  value: (reading) => shareOfBase(reading, 'interactive'),
};
