import {
  IconArrowsDiff,
  IconBook2,
  IconBuildingCommunity,
  IconCalendarRepeat,
  IconChecklist,
  IconCompass,
  IconDatabaseImport,
  IconGavel,
  IconMailForward,
  IconHierarchy2,
  IconLayoutDashboard,
  IconListCheck,
  IconPhoneCall,
  IconMessages,
  IconRocket,
  IconShieldLock,
  IconSpeakerphone,
  IconStethoscope,
  IconToggleRight,
  IconUsers,
  IconUserStar,
  type TablerIcon,
} from '@tabler/icons-react';
import { type Rights } from '../../api/rights.js';

/** What of the top bar a page reads: a filter that changes nothing is not offered. `plan`: among what it compares with. */
type Filter = 'scope' | 'week' | 'window' | 'compare' | 'plan';

/** An entry of the rail; `page` is both its path and its title's key. */
export interface Entry {
  page:
    | 'discover'
    | 'follow-up'
    | 'overview'
    | 'rollout'
    | 'entities'
    | 'copil'
    | 'reports'
    | 'exemplarity'
    | 'ambassadors'
    | 'animation'
    | 'usage'
    | 'communities'
    | 'diagnostic'
    | 'comparisons'
    | 'sources'
    | 'quality'
    | 'modules'
    | 'accounts'
    | 'audit'
    | 'method'
    | 'privacy';
  group: 'steer' | 'understand' | 'settle';
  icon: TablerIcon;
  reads: readonly Filter[];
  /** What the page of one of its things reads too. */
  oneReads?: readonly Filter[];
  /** Absent from the rail of an organisation with personal data until this module was declared. */
  module?: string;
}

export const groups = ['steer', 'understand', 'settle'] as const;

/** In the order of the rail; the first four also stand at the bottom of a phone. */
export const entries: Entry[] = [
  { page: 'discover', group: 'steer', icon: IconCompass, reads: [] },
  { page: 'overview', group: 'steer', icon: IconLayoutDashboard, reads: ['week', 'compare', 'plan'] },
  { page: 'rollout', group: 'steer', icon: IconRocket, reads: ['week', 'compare', 'plan'] },
  {
    page: 'entities',
    group: 'steer',
    icon: IconHierarchy2,
    reads: ['scope', 'week', 'window'],
    oneReads: ['compare', 'plan'],
  },
  { page: 'follow-up', group: 'steer', icon: IconPhoneCall, reads: ['week'] },
  { page: 'copil', group: 'steer', icon: IconGavel, reads: [] },
  { page: 'reports', group: 'steer', icon: IconMailForward, reads: [] },
  {
    page: 'exemplarity',
    group: 'understand',
    icon: IconUserStar,
    reads: ['scope', 'week'],
    module: 'exemplarity',
  },
  { page: 'ambassadors', group: 'understand', icon: IconBuildingCommunity, reads: ['scope', 'week'] },
  { page: 'animation', group: 'understand', icon: IconSpeakerphone, reads: ['week'] },
  { page: 'usage', group: 'understand', icon: IconCalendarRepeat, reads: ['scope', 'week', 'compare'] },
  { page: 'communities', group: 'understand', icon: IconMessages, reads: ['week'] },
  { page: 'diagnostic', group: 'understand', icon: IconStethoscope, reads: ['scope', 'week'] },
  { page: 'comparisons', group: 'understand', icon: IconArrowsDiff, reads: ['week', 'window'] },
  { page: 'sources', group: 'settle', icon: IconDatabaseImport, reads: [] },
  { page: 'quality', group: 'settle', icon: IconChecklist, reads: [] },
  { page: 'modules', group: 'settle', icon: IconToggleRight, reads: [] },
  { page: 'accounts', group: 'settle', icon: IconUsers, reads: [] },
  { page: 'privacy', group: 'settle', icon: IconShieldLock, reads: [] },
  { page: 'audit', group: 'settle', icon: IconListCheck, reads: [] },
  { page: 'method', group: 'settle', icon: IconBook2, reads: [] },
];

type Reads = (rights: Rights) => boolean;

/** Who may open an entry; every other page is for those who read everything. */
const openTo: Partial<Record<Entry['page'], Reads>> = {
  overview: ({ steers }) => steers,
  rollout: ({ steers }) => steers,
  entities: ({ readsPlaces }) => readsPlaces,
  'follow-up': ({ readsPlaces }) => readsPlaces,
  copil: ({ readsCommittees }) => readsCommittees,
  reports: ({ reports }) => reports,
  accounts: ({ administers }) => administers,
  privacy: ({ readsPrivacy }) => readsPrivacy,
  audit: ({ readsAudit }) => readsAudit,
  // What every number means holds no figure; a sponsor's pages explain theirs themselves.
  method: ({ prepares, readsAll }) => readsAll || !prepares,
};

interface Declared {
  class: string;
  modules: Readonly<Record<string, unknown>>;
}

const mayOpen = (page: Entry['page'], rights: Rights) => openTo[page]?.(rights) ?? rights.readsAll;

/** The page of an address where it is closed to somebody; of one that stands in no rail only the server knows. */
export function closedTo(path: string, rights: Rights): Entry | undefined {
  const [, , , page] = path.split('/');
  return entries.find((entry) => entry.page === page && !mayOpen(entry.page, rights));
}

/**
 * A page that a role may not open, or whose module is off, is absent, not greyed; so are modules where all are on, and
 * the way through invented data where they are not.
 */
export const entriesFor = (rights: Rights, organization: Declared): Entry[] =>
  entries.filter(
    ({ page, module }) =>
      mayOpen(page, rights) &&
      (page !== 'modules' || organization.class === 'personal') &&
      (page !== 'discover' || organization.class === 'synthetic') &&
      (module === undefined || organization.class !== 'personal' || module in organization.modules),
  );

/** What the page of an address reads. */
export function filtersOf(path: string): readonly Filter[] {
  const [, , , page, one] = path.split('/');
  const { reads = [], oneReads = [] } = entries.find((entry) => entry.page === page) ?? {};
  return one ? [...reads, ...oneReads] : reads;
}
