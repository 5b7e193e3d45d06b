import { state } from './frames.js';
import { type Indicator } from './indicator.js';
import { asListed, share } from './outcome.js';

export const invitationCoverage: Indicator = {
  title: { fr: 'Taux d’invitation', en: 'Invitation coverage' },
  meaning: {
    fr: 'Parmi les personnes des vagues ouvertes, part de celles qui ont reçu leur invitation.',
    en: 'Of the people of opened waves, the share who have received their invitation.',
  },
  unit: 'percent',
  ...state,
  denominator: { fr: 'personnes des vagues ouvertes', en: 'people of opened waves' },
  beside: ['opened'],
  value: (reading) => {
    const opened = reading.state('opened');
    // People invited ahead of their wave do not fill the gaps of those that are open.
    return asListed(share(reading.stateWithin('opened', 'invited'), opened, reading.k));
  },
};
