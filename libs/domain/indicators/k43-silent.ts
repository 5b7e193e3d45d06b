import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { share, undefinedFor } from './outcome.js';

// Archived groups and templates are no groups here.
export const silentGroups: Indicator = {
  title: { fr: 'Groupes en sommeil', en: 'Silent groups' },
  meaning: {
    fr: 'Part des groupes de plus de 28 jours où personne n’a publié depuis 28 jours.',
    en: 'Share of the groups older than 28 days in which nobody has posted for 28 days.',
  },
  unit: 'percent',
  ...only28,
  denominator: { fr: 'groupes ouverts depuis plus de 28 jours', en: 'groups open for more than 28 days' },
  value: (reading) => share(reading.during('groups_silent'), reading.during('groups_grown'), 1),
};

export const ownerlessGroups: Indicator = {
  ...silentGroups,
  title: { fr: 'Groupes sans animateur', en: 'Ownerless groups' },
  meaning: {
    fr: 'Part des groupes ouverts dont aucun animateur déclaré n’est encore présent.',
    en: 'Share of the open groups of which no declared owner is still present.',
  },
  denominator: { fr: 'groupes ouverts', en: 'open groups' },
  value: (reading) => {
    const [known, all] = [reading.during('groups_owner_known'), reading.during('groups')];
    if (known && all && all.low > 0 && known.high <= 2 && all.low > 2) return undefinedFor('source_without_owners');
    return share(reading.during('groups_ownerless'), known, 1);
  },
};
