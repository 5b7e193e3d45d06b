import { state } from './frames.js';
import { type Indicator } from './indicator.js';
import { gap, share } from './outcome.js';

// Declared on both sides, hence exact. By level: of the managers of that level.
export const ambassadorLevels: Indicator = {
  title: {
    fr: 'Managers parmi les ambassadeurs, face à l’effectif',
    en: 'Managers among ambassadors, against everyone',
  },
  meaning: {
    fr: 'Part des managers parmi les ambassadeurs en mission, moins leur part dans l’effectif : 0 = même profil.',
    en: 'Share of managers among the ambassadors in office, less their share among everyone: 0 = the same profile.',
  },
  unit: 'points',
  ...state,
  population: 'managers',
  beside: ['everyone'],
  denominator: {
    fr: 'ambassadeurs en mission, face à l’effectif présent',
    en: 'ambassadors in office, against the people present',
  },
  value: (reading) => {
    const everyone = reading.of('everyone');
    return gap(
      share(reading.state('ambassadors'), everyone.state('ambassadors'), 0),
      share(reading.state('people'), everyone.state('people'), 0),
    );
  },
};
