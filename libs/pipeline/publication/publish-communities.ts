import { type Day, endsBlock } from '#domain/calendar/day.js';
import { EXACT_FROM, type Interval } from '#domain/mask/bands.js';
import { type Contribution } from '#domain/mask/dominance.js';
import { publishCommunity } from '#domain/mask/publish-community.js';
import { type CommunityRow } from '#storage/measures/exchange.repository.js';
import { type PublishedCommunity } from '#storage/publication/community.repository.js';
import { type PublicationRules } from './shelf.js';

/**
 * What may be read of each group: those that surely hold k people, and of fewer than 200 at block ends only (rules 4.6).
 * Volumes are shown where their people are; what managers made of them, where both sides are (docs/decisions/013).
 */
export function publishCommunities(
  communities: readonly CommunityRow[],
  sunday: Day,
  rules: PublicationRules & { exemplarity: boolean },
): PublishedCommunity[] {
  return communities.flatMap((community) => {
    const { members, managers, writers, active28, active364 } = community;
    const messages: Contribution = {
      total: community.messages,
      contributors: community.contributors,
      top1: community.top1,
      top2: community.top2,
    };
    const published = publishCommunity(
      {
        members: Math.max(members, active364),
        people: { joined: members, writers, active28, active364 },
        volumes: { messages },
      },
      rules,
    );
    if (!published || (rules.bands && published.members[0] < EXACT_FROM && !endsBlock(sunday))) return [];
    const counts: Record<string, Interval> = { ...published.people };
    const volume = (measure: string, value: number) => {
      counts[measure] = rules.bands && value < 3 ? [0, 2] : [value, value];
    };
    if (published.volumes.messages !== null) {
      volume('messages', community.messages);
      for (const measure of ['threads', 'answered', 'replied', 'pairs', 'mutual'] as const)
        volume(measure, community[measure]);
      community.resolutions.forEach((value, bin) => volume(`resolved_${bin}`, value));
      community.unresolved.forEach((value, bin) => volume(`open_${bin}`, value));
      // One manager's share would be that manager's activity.
      if (rules.exemplarity && (!rules.bands || managers >= rules.k)) {
        counts.managers = [managers, managers];
        volume('manager_messages', community.managerMessages);
        volume('manager_weeks', community.managerWeeks);
        volume('first_replies', community.firstReplies);
        volume('manager_first', community.managerFirst);
        // Nor may what the others wrote be that of a few of them.
        if (!rules.bands || members - managers >= rules.k) volume('other_replied', community.otherReplied);
      }
    }
    const { createdOn, owned, described } = community;
    return [{ group: community.group, facts: { createdOn, owned, described }, counts }];
  });
}
