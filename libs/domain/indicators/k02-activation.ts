import { windows28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { share } from './outcome.js';

// Only those whose fourteen days are over: an invitation of yesterday is not a failure.
export const activation14d: Indicator = {
  title: { fr: 'Taux d’activation à 14 jours', en: 'Activation within 14 days' },
  meaning: {
    fr: 'Parmi les personnes dont le quatorzième jour après l’invitation tombe dans la période, part de celles qui avaient créé leur profil.',
    en: 'Of the people whose fourteenth day after the invitation falls in the period, the share who had created their profile.',
  },
  unit: 'percent',
  ...windows28,
  denominator: { fr: 'personnes invitées depuis 14 jours', en: 'people invited 14 days before' },
  value: (reading) => share(reading.during('activated14'), reading.during('due14'), reading.k),
};
