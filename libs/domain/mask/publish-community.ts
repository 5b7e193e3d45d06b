import { BAND, bandWithin, exactButEnds, EXACT_FROM, type Interval } from './bands.js';

/** What is counted of a community: a set of people that crosses the tree. */
export interface CommunityCounts<People extends string> {
  /** Everyone who is a member or has acted in it. */
  members: number;
  /** Counts of distinct people among them. */
  people: Record<People, number>;
}

export interface PublishedCommunity<People extends string> {
  members: Interval;
  people: Record<People, Interval>;
}

/**
 * Publishes a community, or null while it is not sure to hold k people. Members are a band of three below 200 (they
 * are known from what people did); counts among them are bands inside 0…the largest possible membership, from both
 * ends, all on one grid so that counts of which one includes another narrow neither.
 */
export function publishCommunity<People extends string>(
  counts: CommunityCounts<People>,
  rules: { k: number; bands: boolean },
): PublishedCommunity<People> | null {
  const members = membersOf(counts.members, rules.bands);
  if (members[0] < rules.k) return null;
  const band = (value: number): Interval => {
    if (!rules.bands) return [value, value];
    return members[0] < EXACT_FROM ? bandWithin(value, 0, members[1], BAND) : exactButEnds(value, 0, members[1]);
  };
  return { members, people: mapped(counts.people, band) };
}

function membersOf(members: number, bands: boolean): Interval {
  if (!bands || members >= EXACT_FROM) return [members, members];
  const low = members - (members % BAND);
  return [low, Math.min(low + BAND, EXACT_FROM) - 1];
}

function mapped<Key extends string, From, To>(record: Record<Key, From>, to: (value: From) => To): Record<Key, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value as From)])) as Record<Key, To>;
}
