import {
  IconArrowsDiff,
  IconBuildingCommunity,
  IconDatabaseImport,
  IconHierarchy2,
  IconLayoutDashboard,
  IconRocket,
  IconUserStar,
  type TablerIcon,
} from '@tabler/icons-react';

/** An entry of the rail; `page` is both its path and its title's key. */
export interface Entry {
  page: 'overview' | 'rollout' | 'entities' | 'exemplarity' | 'ambassadors' | 'comparisons' | 'sources';
  group: 'steer' | 'understand' | 'settle';
  icon: TablerIcon;
}

export const groups = ['steer', 'understand', 'settle'] as const;

/** In the order of the rail; the first four also stand at the bottom of a phone. */
export const entries: Entry[] = [
  { page: 'overview', group: 'steer', icon: IconLayoutDashboard },
  { page: 'rollout', group: 'steer', icon: IconRocket },
  { page: 'entities', group: 'steer', icon: IconHierarchy2 },
  { page: 'exemplarity', group: 'understand', icon: IconUserStar },
  { page: 'ambassadors', group: 'understand', icon: IconBuildingCommunity },
  { page: 'comparisons', group: 'understand', icon: IconArrowsDiff },
  { page: 'sources', group: 'settle', icon: IconDatabaseImport },
];

const sponsorPages: Entry['page'][] = ['overview', 'rollout'];

/** A page that a role may not open is absent, not greyed. */
export const entriesFor = (role: string) =>
  role === 'sponsor' ? entries.filter((entry) => sponsorPages.includes(entry.page)) : entries;
