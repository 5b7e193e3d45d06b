import { type Indicator } from './indicator.js';
import { dailyManagers, postingManagers, presence, type Presence, weeklyManagers } from './k50-exemplarity.js';
import { gap } from './outcome.js';

// Whatever the level read, the others are all those of the same place who manage nobody.
const gapOf = (measure: Presence): Pick<Indicator, 'unit' | 'denominator' | 'beside' | 'value'> => ({
  unit: 'points',
  denominator: {
    fr: 'managers présents, face aux autres personnes du même périmètre',
    en: 'managers present, against the other people of the same place',
  },
  beside: ['others', 'everyone', 'managers'],
  value: (reading) => gap(presence(reading, measure), presence(reading.of('others'), measure)),
});

export const dailyGap: Indicator = {
  ...dailyManagers,
  ...gapOf('daily'),
  title: { fr: 'Écart managers – autres, chaque jour', en: 'Manager gap, daily' },
  meaning: {
    fr: 'Part des managers actifs au moins 80 % de leurs jours ouvrés, moins la même part parmi les autres.',
    en: 'Share of managers active on at least 80% of their working days, less the same share among the others.',
  },
};

export const weeklyGap: Indicator = {
  ...weeklyManagers,
  ...gapOf('active'),
  title: { fr: 'Écart managers – autres, dans la semaine', en: 'Manager gap, weekly' },
  meaning: {
    fr: 'Part des managers actifs pendant la période, moins la même part parmi les autres.',
    en: 'Share of managers active during the period, less the same share among the others.',
  },
};

export const postingGap: Indicator = {
  ...postingManagers,
  ...gapOf('contributed'),
  title: { fr: 'Écart managers – autres, expression', en: 'Manager gap, posting' },
  meaning: {
    fr: 'Part des managers qui ont publié ou commenté pendant la période, moins la même part parmi les autres.',
    en: 'Share of managers who posted or commented during the period, less the same share among the others.',
  },
};
