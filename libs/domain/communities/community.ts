import { healthBands } from '../indicators/k40-health.js';
import { maturityBands } from '../indicators/k42-maturity.js';
import { shareEnds } from '../indicators/told.js';
import { type Interval } from '../statistics/interval.js';
import { resolutionBins } from './lag-bins.js';
import { amountOf, medianOf } from './waiting.js';

/** Published counts of a group by name; both ends of each. */
export type CommunityCounts = Readonly<Record<string, readonly [number, number] | undefined>>;

export type Stage = 'diffusion' | 'community' | 'network';
export type Zone = 'absent' | 'occasional' | 'present' | 'omnipresent';

/** From which shares managers are everywhere, and in how many of four weeks they are there at all (ours, to be chosen). */
export interface ZoneThresholds {
  firstReplies: number;
  voice: number;
  weeks: number;
}
export const zoneThresholds: ZoneThresholds = { firstReplies: 0.5, voice: 0.4, weeks: 3 };

/** Fewest members of a group of which a stage (K42) or the place of managers (K54) is told; the latter takes messages, too. */
export const classedFrom = 10;
const tellable = { messages: 20, members: classedFrom } as const;

const centre = (interval: readonly [number, number]) => (interval[0] + interval[1]) / 2;

/**
 * The place of managers (K54): absent without a message in 28 days, omnipresent from the thresholds on, present with a
 * message in three of four weeks, else occasional. Null where there is too little to tell. Shares between 0 and 1.
 */
export function zoneOf(
  { voice, firstReplies, weeks }: { voice: number | null; firstReplies: number | null; weeks: number },
  thresholds: ZoneThresholds = zoneThresholds,
): Zone | null {
  if (voice === null) return null;
  if (voice === 0) return 'absent';
  if (voice >= thresholds.voice || (firstReplies ?? 0) >= thresholds.firstReplies) return 'omnipresent';
  return weeks >= thresholds.weeks ? 'present' : 'occasional';
}

/** What managers say in a group; `voice` is 0 where it cannot be told from nothing. Shares between 0 and 1. */
export interface Voice {
  voice: number;
  /** Null where no post was answered. */
  firstReplies: number | null;
  /** Of the last four, those in which a manager wrote. */
  weeks: number;
}

/** Null where a group is too small or too silent to tell. */
export function voiceOfCommunity(counts: CommunityCounts): Voice | null {
  const { messages, joined, manager_messages: own, first_replies: replies, manager_first: first } = counts;
  if (!messages || !joined || !own) return null;
  if (messages[0] < tellable.messages || joined[0] < tellable.members) return null;
  const firstReplies = replies && first && replies[0] > 0 ? Math.min(1, centre(first) / centre(replies)) : null;
  // Two messages or fewer are published as a band: nobody can tell them from none.
  const voice = own[1] <= 2 && own[0] === 0 ? 0 : centre(own) / centre(messages);
  return { voice, firstReplies, weeks: counts.manager_weeks?.[1] ?? 0 };
}

export function zoneOfCommunity(counts: CommunityCounts, thresholds: ZoneThresholds = zoneThresholds): Zone | null {
  const voice = voiceOfCommunity(counts);
  return voice && zoneOf(voice, thresholds);
}

/** A share in the middle of what is published, with its counts. */
export interface PartOf {
  value: number;
  part: Interval;
  of: Interval;
}

const partOf = (part: readonly [number, number], of: readonly [number, number]): PartOf => ({
  value: Math.min(1, centre(part) / centre(of)),
  ...{ part: { low: part[0], high: part[1] }, of: { low: of[0], high: of[1] } },
});

/** Active people of 28 days among those of 12 months (K40), with its colour; null without anybody. */
export function healthOf(counts: CommunityCounts): { health: PartOf | null; colour: 'green' | 'amber' | 'red' | null } {
  const { active28, active364 } = counts;
  if (!active28 || !active364 || active364[1] === 0) return { health: null, colour: null };
  const health = partOf(active28, active364);
  if (health.value >= healthBands.green) return { health, colour: 'green' };
  return { health, colour: health.value < healthBands.red ? 'red' : 'amber' };
}

/** Below the limit at every count that is published, not only in their middle. */
export function isSurelyRed(health: Pick<PartOf, 'part' | 'of'> | null): boolean {
  const ends = health && shareEnds(health.part, health.of);
  return ends !== null && ends.high < healthBands.red;
}

/** Posts of 28 days that somebody else answered; null where there are too few posts to tell. */
export const answeredOf = ({ threads, answered }: CommunityCounts): PartOf | null =>
  threads && answered && threads[0] > 2 ? partOf(answered, threads) : null;

/** The stage of a group (K42); null under ten members. */
export function stageOf(counts: CommunityCounts): Stage | null {
  const { joined, writers, pairs, mutual } = counts;
  if (!joined || !writers || joined[0] < tellable.members) return null;
  const share = centre(writers) / centre(joined);
  if (share < maturityBands.diffusion) return 'diffusion';
  const isMutual = pairs && mutual && pairs[0] > 0 && centre(mutual) / centre(pairs) >= maturityBands.mutual;
  return share > maturityBands.network && isMutual ? 'network' : 'community';
}

/** Median hours to a resolution, and how many were resolved; null where nothing ever is. */
export function resolutionOf(counts: CommunityCounts): { hours: number | null; resolved: number | null } {
  const read = (name: string) =>
    resolutionBins.from.flatMap((_, bin) => {
      const found = counts[`${name}_${bin}`];
      return found ? [{ low: found[0], high: found[1] }] : [];
    });
  const [happened, waited] = [read('resolved'), read('open')];
  if (happened.length < resolutionBins.from.length || waited.length < resolutionBins.from.length)
    return { hours: null, resolved: null };
  const resolved = happened.reduce((sum, bin) => sum + amountOf(bin), 0);
  return { hours: medianOf({ bins: resolutionBins, happened, waited }).value, resolved };
}
