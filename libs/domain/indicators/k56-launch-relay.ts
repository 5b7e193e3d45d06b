import { only91 } from './frames.js';
import { type Indicator } from './indicator.js';
import { masked, share } from './outcome.js';

export const launchRelay: Indicator = {
  title: { fr: 'Managers qui relaient le lancement', en: 'Managers who relay the launch' },
  meaning: {
    fr: 'Parmi les managers des entités ouvertes depuis 14 à 104 jours, part de ceux qui ont publié ou partagé le message de lancement dans les 14 jours de l’ouverture.',
    en: 'Of the managers of entities opened 14 to 104 days ago, the share who posted or shared the launch message within 14 days of the opening.',
  },
  unit: 'percent',
  ...only91,
  population: 'managers',
  denominator: { fr: 'managers des entités ouvertes', en: 'managers of the entities opened' },
  value: (reading) => {
    const due = reading.during('launch_due');
    return due ? share(reading.during('launch_relayed'), due, reading.k) : masked('not_published');
  },
};
