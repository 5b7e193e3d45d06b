import { type DataSource } from 'typeorm';
import { type Exemplarity } from '#contract/exemplarity.js';
import { type OwnGroups, type Voice } from '#contract/voice.js';
import { type Day } from '#domain/calendar/day.js';
import { voiceOfCommunity, zoneOf, type ZoneThresholds } from '#domain/communities/community.js';
import { voiceTrend, voiceTrendSentence } from '#domain/communities/voice-trend.js';
import { managerRelay } from '#domain/declared/presence.js';
import { atRoot, lastTold } from '#domain/rollout/at-root.js';
import { type Board } from '#domain/rollout/board.js';
import { ownGroupsAt, ownGroupSentence, ownGroupState } from '#domain/rollout/own-groups.js';
import { voiceOfLevel, voiceOfRest, voiceSentence, zoneCounts } from '#domain/rollout/voice.js';
import { readFacts } from '#storage/declared/fact.repository.js';
import { communityBlocks, latestCommunities, type NamedCommunity } from '#storage/publication/community.repository.js';
import { voiceSetting } from '#storage/steering/voice-setting.js';

/** Own-group uplift, enclosure and the cross-entity rate: always together, and of the organisation as a whole. */
export function ownGroupsOf(board: Board, week: Day): OwnGroups {
  const groups = ownGroupsAt(board, week);
  return { ...groups, state: ownGroupState(groups), sentence: ownGroupSentence(groups) };
}

/** Managers who passed the launch message on: measured where a message is declared with its id, else as declared. */
export async function relayOf(
  db: DataSource,
  organizationId: string,
  board: Board,
  week: Day,
): Promise<Exemplarity['relay']> {
  const weekEnd = lastTold(week, (sunday) => atRoot(board, 'K56', sunday).shown === 'value');
  const [actions, turnout] = await Promise.all([
    readFacts(db, organizationId, 'actions'),
    readFacts(db, organizationId, 'turnout'),
  ]);
  const launches = new Set(actions.filter(({ kind }) => kind === 'launch_message').map(({ key }) => key));
  const counted = turnout.flatMap(({ actionKey, managers }) => (launches.has(actionKey) ? (managers ?? []) : []));
  const managers = board.publication.count(board.root.places(week), week, 'managers', 0, 'people');
  const sum = counted.reduce((all, one) => all + one, 0);
  const declared = counted.length > 0 && managers ? managerRelay(sum, managers, board.rules.k) : null;
  return { measured: atRoot(board, 'K56', weekEnd), declared };
}

/** The place of managers: group by group, level by level, and what becomes of the answers of others. */
export async function voiceOf(
  db: DataSource,
  organizationId: string,
  board: Board,
  { week, levels }: { week: Day; levels: readonly string[] },
): Promise<Voice> {
  const [{ setAt, ...thresholds }, named, blocks] = await Promise.all([
    voiceSetting(db, organizationId),
    latestCommunities(db, organizationId, week),
    communityBlocks(db, organizationId, week),
  ]);
  const zones = zoneCounts(named, thresholds);
  const voices = ['managers', ...levels].map((level) => voiceOfLevel(board, week, level, thresholds));
  const rest = voiceOfRest(board, week, voices, thresholds);
  // Read together they stand where the first of them would.
  const speaking = rest
    ? [voices[0]!, rest, ...voices.slice(1).filter(({ share }) => share.shown === 'value')]
    : voices;
  const trend = voiceTrend(blocks, thresholds);
  return {
    ...{ thresholds, setAt: setAt?.toISOString() ?? null, zones },
    communities: named.flatMap((community) => placeIn(community, thresholds)),
    levels: speaking,
    trend: { ...trend, sentence: voiceTrendSentence(trend) },
    sentence: voiceSentence(zones, speaking),
  };
}

function placeIn({ group, name, weekEnd, counts }: NamedCommunity, thresholds: ZoneThresholds): Voice['communities'] {
  const voice = voiceOfCommunity(counts);
  const zone = voice && zoneOf(voice, thresholds);
  if (!voice || !zone) return [];
  const ends = (measure: string) => ({ low: counts[measure]?.[0] ?? 0, high: counts[measure]?.[1] ?? 0 });
  const written = { messages: ends('messages'), managerMessages: ends('manager_messages'), writers: ends('writers') };
  return [{ key: group, name, weekEnd, zone, voice: voice.voice, firstReplies: voice.firstReplies, ...written }];
}
