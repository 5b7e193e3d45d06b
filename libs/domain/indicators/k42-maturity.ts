import { less } from '../statistics/interval.js';
import { only28 } from './frames.js';
import { type Indicator } from './indicator.js';
import { share } from './outcome.js';

/** A group's stage by the share of known members who write, of groups of ten members and more (thresholds ours). */
export const maturityBands = { diffusion: 0.1, network: 0.5, mutual: 0.3 } as const;

const classed = {
  unit: 'percent',
  ...only28,
  denominator: { fr: 'groupes d’au moins 10 membres connus', en: 'groups of at least 10 known members' },
} as const;

export const diffusionGroups: Indicator = {
  ...classed,
  title: { fr: 'Groupes de diffusion', en: 'Broadcast groups' },
  meaning: {
    fr: 'Part des groupes où moins de 10 % des membres connus ont écrit en 91 jours : peu parlent, les autres lisent. Membre connu : qui a rejoint le groupe d’après la source, ou y a pris part en 12 mois.',
    en: 'Share of the groups where fewer than 10% of the known members wrote within 91 days: few speak, the others read. A known member joined the group by what the source tells, or took part within 12 months.',
  },
  value: (reading) => share(reading.during('groups_diffusion'), reading.during('groups_classed'), 1),
};

export const networkGroups: Indicator = {
  ...classed,
  title: { fr: 'Groupes en réseau', en: 'Peer-to-peer groups' },
  meaning: {
    fr: 'Part des groupes où plus de la moitié des membres connus ont écrit en 91 jours et où au moins 30 % des échanges sont réciproques.',
    en: 'Share of the groups where more than half of the known members wrote within 91 days and at least 30% of the exchanges are mutual.',
  },
  value: (reading) => share(reading.during('groups_network'), reading.during('groups_classed'), 1),
};

export const conversingGroups: Indicator = {
  ...classed,
  title: { fr: 'Groupes en conversation', en: 'Conversing groups' },
  meaning: {
    fr: 'Part des groupes entre les deux : ni peu de membres connus qui écrivent, ni plus de la moitié qui se répondent.',
    en: 'Share of the groups in between: neither few known members who write, nor more than half of them who answer each other.',
  },
  value: (reading) => {
    const all = reading.during('groups_classed');
    const rest = less(less(all, reading.during('groups_diffusion')), reading.during('groups_network'));
    return share(rest, all, 1);
  },
};
