import { type Day, endsBlock } from '#domain/calendar/day.js';
import { BAND, EXACT_FROM, type Interval } from '#domain/mask/bands.js';
import { type Contribution, isShared, together } from '#domain/mask/dominance.js';
import { tellingGroups } from '#domain/mask/left-over.js';
import { publishCommunity } from '#domain/mask/publish-community.js';
import { bandOfVolume } from '#domain/mask/volumes.js';
import { publishSides } from '#domain/mask/publish-sides.js';
import { type CommunityRow, contributionOf, type Exchange } from '#storage/measures/exchange.repository.js';
import { type PublishedCommunity } from '#storage/publication/community.repository.js';
import { type PublicationRules } from './shelf.js';

type CommunityRules = PublicationRules & { exemplarity: boolean };

/** A volume of a group: how much, who made it (`made`), and under which name the same is counted of all groups and more. */
interface Volume {
  name: string;
  total: (group: CommunityRow) => number;
  all?: string;
}
const messages: Volume = { name: 'messages', total: (group) => group.messages, all: 'group_messages' };
const others: readonly Volume[] = [
  { name: 'threads', total: ({ threads }) => threads, all: 'threads' },
  { name: 'answered', total: ({ answered }) => answered, all: 'answered' },
  { name: 'replied', total: ({ replied }) => replied, all: 'replied' },
  { name: 'first_replies', total: ({ firstReplies }) => firstReplies, all: 'first_replies' },
  { name: 'pairs', total: ({ pairs }) => pairs },
  { name: 'mutual', total: ({ mutual }) => mutual },
];
const solved: Volume = {
  name: 'solved',
  total: ({ resolutions, unresolved }) => [...resolutions, ...unresolved].reduce((sum, threads) => sum + threads, 0),
};

/** What managers made of a volume, or somebody else: told with its rest, since the whole is told. */
interface Part extends Volume {
  of: string;
  rest: string;
}
const parts: readonly Part[] = [
  {
    ...{ name: 'manager_messages', of: 'messages', rest: 'other_messages', all: 'messages' },
    total: ({ managerMessages }) => managerMessages,
  },
  {
    ...{ name: 'manager_first', of: 'first_replies', rest: 'other_first', all: 'first_replies' },
    total: ({ managerFirst }) => managerFirst,
  },
  {
    ...{ name: 'other_replied', of: 'replied', rest: 'manager_replied' },
    total: ({ otherReplied }) => otherReplied,
  },
];

/**
 * What may be read of each group: those that surely hold k people, and of fewer than 200 at block ends only (rules 4.6).
 * Volumes are told where many people share in them, what managers made of them where many do on both sides; and beside a
 * silent group others are silent until what the organisation tells of all of them leaves no few (docs/decisions/072).
 */
export function publishCommunities(
  { communities, volumes }: Pick<Exchange, 'communities' | 'volumes'>,
  sunday: Day,
  rules: CommunityRules,
): PublishedCommunity[] {
  const shown = new Map(communities.flatMap((group) => publishPeople(group, sunday, rules)));
  const speaking = telling(messages, ({ group }) => shown.has(group), isOwnShared);
  const isHeard = ({ group }: CommunityRow) => speaking.has(group);
  // Whose answers came first is asked of managers only.
  const asked = others.filter(({ name }) => rules.exemplarity || name !== 'first_replies');
  for (const volume of asked) {
    // Of hardly any a group tells the band, and is silent all the same: what the others leave would be the number.
    const quiet = communities.filter((one) => isHeard(one) && volume.total(one) < BAND).map(({ group }) => group);
    put(volume, new Set([...telling(volume, isHeard, isOwnShared), ...quiet]));
  }
  put(messages, speaking);
  const solving = telling(solved, isHeard, isOwnShared);
  for (const community of communities.filter(({ group }) => solving.has(group))) {
    community.resolutions.forEach((value, bin) => tell(community, `resolved_${bin}`, bandOfVolume(value, rules)));
    community.unresolved.forEach((value, bin) => tell(community, `open_${bin}`, bandOfVolume(value, rules)));
  }
  if (rules.exemplarity) for (const part of parts) putPart(part);
  return communities.flatMap(({ group, createdOn, owned, described }) => {
    const counts = shown.get(group);
    return counts ? [{ group, facts: { createdOn, owned, described }, counts }] : [];
  });

  function tell({ group }: CommunityRow, measure: string, interval: Interval): void {
    shown.get(group)![measure] = interval;
  }

  function put({ name, total }: Volume, groups: ReadonlySet<string>): void {
    for (const one of communities) if (groups.has(one.group)) tell(one, name, bandOfVolume(total(one), rules));
  }

  /** Groups of which a volume is told, among those that may speak of it at all. */
  function telling(
    volume: Volume,
    maySpeak: (group: CommunityRow) => boolean,
    mayTell: (made: Contribution, group: CommunityRow) => boolean,
    populations: (population: string) => boolean = () => true,
  ): Set<string> {
    const asked = communities.map((group) => {
      const made = madeIn(group, volume.name, volume.total(group));
      const isShown = maySpeak(group) && (!rules.bands || mayTell(made, group));
      return { key: group.group, members: Math.max(group.members, group.active364), made, isShown };
    });
    // Nothing is told of all groups together: no group is what others leave.
    if (!rules.bands || volume.all === undefined)
      return new Set(asked.flatMap(({ key, isShown }) => (isShown ? key : [])));
    const all = volumes.filter(({ measure, population }) => measure === volume.all && populations(population));
    const made = all.map(({ total, contributors, top1, top2 }) => ({
      ...{ total, contributors: contributors ?? 0, top1: top1 ?? total, top2: top2 ?? total },
    }));
    return tellingGroups(asked, made.length > 0 ? together(made) : undefined);
  }

  function putPart(part: Part): void {
    const intervalOf = (group: CommunityRow): Interval | null => {
      const whole = shown.get(group.group)?.[part.of];
      const total = part.total(group);
      if (!whole || (rules.bands && whole[0] !== whole[1])) return null;
      const rest = madeIn(group, part.rest, totalOf(group, part.of) - total);
      return publishSides(madeIn(group, part.name, total), rest, rules);
    };
    // One manager's share would be that manager's activity; nor may what the others wrote be that of a few of them.
    const isOfMany = ({ members, managers }: CommunityRow) =>
      !rules.bands || (managers >= rules.k && members - managers >= rules.k);
    const groups = telling(
      part,
      (group) => isHeard(group) && isOfMany(group),
      (_, group) => intervalOf(group) !== null,
      (population) => population.startsWith('level-'),
    );
    for (const group of communities.filter((one) => groups.has(one.group))) {
      const interval = intervalOf(group);
      if (interval) tell(group, part.name, interval);
      if (part.name === 'manager_messages') tell(group, 'manager_weeks', bandOfVolume(group.managerWeeks, rules));
    }
  }
}

const isOwnShared = (made: Contribution): boolean => isShared(made);

const totalOf = (group: CommunityRow, name: string): number =>
  [messages, ...others].find((volume) => volume.name === name)!.total(group);

function madeIn(group: CommunityRow, measure: string, total: number): Contribution {
  if (measure === 'messages') return { total, contributors: group.contributors, top1: group.top1, top2: group.top2 };
  return contributionOf(total, group.made[measure]);
}

function publishPeople(
  { group, members, writers, active28, active364 }: CommunityRow,
  sunday: Day,
  rules: CommunityRules,
): [string, Record<string, Interval>][] {
  const published = publishCommunity(
    { members: Math.max(members, active364), people: { joined: members, writers, active28, active364 } },
    rules,
  );
  if (!published || (rules.bands && published.members[0] < EXACT_FROM && !endsBlock(sunday))) return [];
  return [[group, { ...published.people }]];
}
