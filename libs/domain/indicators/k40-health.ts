import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { share } from './outcome.js';

/** Shares from which a community is green and below which it is red (ours). */
export const healthBands = { green: 0.5, red: 0.25 } as const;

// Each person counts once per group: a person active in three groups is three participations.
export const health: Indicator = {
  title: { fr: 'Vitalité des groupes', en: 'Community health' },
  meaning: {
    fr: 'Parmi les participations actives d’un groupe sur 12 mois (une personne compte une fois par groupe), part de celles qui l’ont encore été sur 28 jours, sans avoir quitté le groupe.',
    en: 'Of the people active in a group over 12 months (each counted once per group), the share who still were over 28 days and have not left the group.',
  },
  unit: 'percent',
  ...only28,
  denominator: { fr: 'participations sur 12 mois', en: 'participations over 12 months' },
  value: (reading) => share(reading.during('group_active'), reading.during('group_active_year'), 1),
};
