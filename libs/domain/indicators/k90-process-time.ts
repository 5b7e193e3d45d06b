import { resolutionBins } from '../communities/lag-bins.js';
import { only91 } from './frames.js';
import { type Indicator } from './indicator.js';
import { medianHours } from './k26b-first-reply.js';

// Only groups in which something was ever marked as resolved: elsewhere nothing waits for it.
export const processTime: Indicator = {
  title: { fr: 'Délai médian de résolution', en: 'Median time to resolution' },
  meaning: {
    fr: 'Temps au bout duquel la moitié des signalements des groupes de processus sont résolus, sur 91 jours. À comparer au délai déclaré d’avant.',
    en: 'Time by which half of what is reported in process groups is resolved, over 91 days. To be compared with the declared time before.',
  },
  unit: 'hours',
  ...only91,
  denominator: { fr: 'signalements des groupes de processus', en: 'reports in process groups' },
  value: (reading) =>
    medianHours(
      reading,
      resolutionBins,
      (bin) => `resolved_${bin}`,
      (bin) => `open_${bin}`,
    ),
};
