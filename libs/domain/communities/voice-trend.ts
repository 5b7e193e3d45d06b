import { addDays, type Day, endsBlock } from '../calendar/day.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { mean } from '../statistics/moments.js';
import { signFlipTest } from '../statistics/sign-flip.js';
import { type CommunityCounts, type Zone, type ZoneThresholds, zoneOfCommunity } from './community.js';

/** What one group published of the 28 days that end on a Sunday. */
export interface VoiceBlock {
  group: string;
  weekEnd: Day;
  counts: CommunityCounts;
}

export interface VoiceTrend {
  verdict: 'cannot_tell' | 'falls' | 'rises' | 'no_fall';
  /** Groups seen before and after. */
  communities: number;
  /** Mean change against the other groups; null without a group. */
  difference: number | null;
  p: number | null;
  /** Smallest true change found with a power of 80 %; null with fewer than two groups. */
  detectable: number | null;
}

/** With five pairs the smallest p of all signs is 0.06: six is the fewest that can say anything at 95 %. */
export const fewestCommunities = 6;
const fewestPeers = 3;
const fewestThreads = 10;

/** Share of the threads that somebody who manages nobody answered in writing; null where it is not told. */
function replyRate(counts: CommunityCounts): number | null {
  const { threads, other_replied: replied } = counts;
  if (!threads || !replied || threads[0] < fewestThreads) return null;
  return Math.min(1, (replied[0] + replied[1]) / (threads[0] + threads[1]));
}

interface Seen {
  zone: Zone | null;
  rate: number | null;
}

/**
 * Do the others answer less once managers are omnipresent? Four-week blocks that share no day: the block before a group
 * first becomes omnipresent, and the block after. The block in which it does is left out, so that the groups are not
 * chosen by what is compared. Each change is taken against the mean change of the groups that stay otherwise through the
 * three blocks; then the signs are flipped (`statistics/sign-flip.ts`). Shares are between 0 and 1.
 */
export function voiceTrend(blocks: readonly VoiceBlock[], thresholds: ZoneThresholds): VoiceTrend {
  const groups = new Map<string, Map<Day, Seen>>();
  for (const { group, weekEnd, counts } of blocks.filter((block) => endsBlock(block.weekEnd))) {
    const known = groups.get(group) ?? new Map<Day, Seen>();
    groups.set(group, known.set(weekEnd, { zone: zoneOfCommunity(counts, thresholds), rate: replyRate(counts) }));
  }
  const changes = [...groups.values()].flatMap((seen) => {
    const at = firstOmnipresent(seen);
    const own = at === null ? null : changeOf(seen, at);
    if (at === null || own === null) return [];
    const peers = [...groups.values()].flatMap((other) =>
      staysOtherwise(other, at) ? (changeOf(other, at) ?? []) : [],
    );
    return peers.length < fewestPeers ? [] : [own - mean(peers)];
  });
  const communities = changes.length;
  const { p, difference, detectable } = signFlipTest(changes);
  const found = { communities, difference: communities === 0 ? null : difference, detectable };
  if (communities < fewestCommunities) return { ...found, verdict: 'cannot_tell', p: null };
  if (p >= 0.05) return { ...found, verdict: 'no_fall', p };
  return { ...found, verdict: difference < 0 ? 'falls' : 'rises', p };
}

const block = 28;
const isOtherwise = (seen: Seen | undefined): boolean =>
  seen !== undefined && seen.zone !== null && seen.zone !== 'omnipresent';

/** The first block in which managers are omnipresent, if the one before was told and was not. */
function firstOmnipresent(seen: ReadonlyMap<Day, Seen>): Day | null {
  const first = [...seen]
    .filter(([, { zone }]) => zone === 'omnipresent')
    .map(([weekEnd]) => weekEnd)
    .sort()[0];
  return first !== undefined && isOtherwise(seen.get(addDays(first, -block))) ? first : null;
}

const staysOtherwise = (seen: ReadonlyMap<Day, Seen>, at: Day): boolean =>
  [-block, 0, block].every((days) => isOtherwise(seen.get(addDays(at, days))));

function changeOf(seen: ReadonlyMap<Day, Seen>, at: Day): number | null {
  const [before, after] = [-block, block].map((days) => seen.get(addDays(at, days))?.rate ?? null);
  return before === null || after === null || before === undefined || after === undefined ? null : after - before;
}

export function voiceTrendSentence({ verdict, communities, difference, detectable }: VoiceTrend): Sentence {
  if (verdict === 'cannot_tell') return sentence('voice_trend.cannot_tell', { communities, needed: fewestCommunities });
  const found = { communities, points: difference ?? 0 };
  return verdict === 'no_fall'
    ? sentence('voice_trend.no_fall', { ...found, detectable: detectable ?? 0 })
    : sentence(`voice_trend.${verdict}`, found);
}
