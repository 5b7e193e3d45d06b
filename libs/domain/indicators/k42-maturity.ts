import { less } from '../statistics/interval.js';
import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { share } from './outcome.js';

/** A group's stage by the share of members who write, of groups of ten members and more (thresholds ours). */
export const maturityBands = { diffusion: 0.1, network: 0.5, mutual: 0.3 } as const;

const classed = {
  unit: 'percent',
  ...only28,
  denominator: { fr: 'groupes d’au moins 10 membres', en: 'groups of at least 10 members' },
} as const;

export const diffusionGroups: Indicator = {
  ...classed,
  title: { fr: 'Groupes de diffusion', en: 'Broadcast groups' },
  meaning: {
    fr: 'Part des groupes où moins de 10 % des membres ont écrit en 91 jours : peu parlent, les autres lisent.',
    en: 'Share of the groups where fewer than 10% of the members wrote within 91 days: few speak, the others read.',
  },
  value: (reading) => share(reading.during('groups_diffusion'), reading.during('groups_classed'), 1),
};

export const networkGroups: Indicator = {
  ...classed,
  title: { fr: 'Groupes en réseau', en: 'Peer-to-peer groups' },
  meaning: {
    fr: 'Part des groupes où plus de la moitié des membres ont écrit en 91 jours et où au moins 30 % des échanges sont réciproques.',
    en: 'Share of the groups where more than half of the members wrote within 91 days and at least 30% of the exchanges are mutual.',
  },
  value: (reading) => share(reading.during('groups_network'), reading.during('groups_classed'), 1),
};

export const conversingGroups: Indicator = {
  ...classed,
  title: { fr: 'Groupes en conversation', en: 'Conversing groups' },
  meaning: {
    fr: 'Part des groupes entre les deux : une minorité de membres y converse.',
    en: 'Share of the groups in between: a minority of the members converse.',
  },
  value: (reading) => {
    const all = reading.during('groups_classed');
    const rest = less(less(all, reading.during('groups_diffusion')), reading.during('groups_network'));
    return share(rest, all, 1);
  },
};
