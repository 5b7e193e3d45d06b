import { type DataSource } from 'typeorm';
import { type OwnGroups, type Voice } from '#contract/voice.js';
import { addDays, type Day } from '#domain/calendar/day.js';
import { voiceOfCommunity, zoneOf, type ZoneThresholds } from '#domain/communities/community.js';
import { voiceTrend, voiceTrendSentence } from '#domain/communities/voice-trend.js';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { type Outcome } from '#domain/indicators/indicator.js';
import { outcomeAt, readingAt } from '#domain/indicators/rows.js';
import { type Board } from '#domain/rollout/board.js';
import { ownGroupSentence, ownGroupState } from '#domain/rollout/own-groups.js';
import { levelVoice, voiceSentence, zoneCounts } from '#domain/rollout/voice.js';
import { communityBlocks, latestCommunities, type NamedCommunity } from '#storage/publication/community.repository.js';
import { voiceSetting } from '#storage/steering/voice-setting.js';

/** The newest of the last four Sundays on which something is told: fewer than 200 people speak at block ends only. */
function lastTold(week: Day, tells: (weekEnd: Day) => boolean): Day {
  return [0, 7, 14, 21].map((back) => addDays(week, -back)).find(tells) ?? week;
}

function atRoot(board: Board, key: IndicatorKey, weekEnd: Day, population = 'everyone'): Outcome {
  const slice = { ...board.root, slice: '', population };
  return outcomeAt(board.publication, board.rules, key, slice, weekEnd, indicatorOf(key).defaultWindow);
}

/** Own-group uplift, enclosure and the cross-entity rate: always together, and of the organisation as a whole. */
export function ownGroupsOf(board: Board, week: Day): OwnGroups {
  const weekEnd = lastTold(week, (sunday) => atRoot(board, 'K53', sunday).shown === 'value');
  const groups = {
    uplift: atRoot(board, 'K52', weekEnd),
    enclosure: atRoot(board, 'K53', weekEnd),
    crossEntity: atRoot(board, 'K31', week),
  };
  const expected = atRoot(board, 'K31.expected', week);
  return { ...groups, expected, state: ownGroupState(groups), sentence: ownGroupSentence(groups) };
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
  const speaking = levels.map((level) => voiceOfLevel(board, week, level, thresholds));
  const trend = voiceTrend(blocks, thresholds);
  return {
    ...{ thresholds, setAt: setAt?.toISOString() ?? null, zones },
    communities: named.flatMap((community) => placeIn(community, thresholds)),
    levels: speaking,
    trend: { ...trend, sentence: voiceTrendSentence(trend) },
    sentence: voiceSentence(zones, speaking),
  };
}

function voiceOfLevel(board: Board, week: Day, level: string, thresholds: ZoneThresholds) {
  const weekEnd = lastTold(week, (sunday) => atRoot(board, 'K54', sunday, level).shown === 'value');
  const reading = readingAt(board.publication, board.rules, board.root, weekEnd, 28, level);
  const told = {
    ...{ share: atRoot(board, 'K54', weekEnd, level), firstReplies: atRoot(board, 'K54.first', weekEnd, level) },
    weeks: reading.during('weeks')?.high ?? null,
  };
  return levelVoice(level, told, thresholds);
}

function placeIn({ group, name, weekEnd, counts }: NamedCommunity, thresholds: ZoneThresholds): Voice['communities'] {
  const voice = voiceOfCommunity(counts);
  const zone = voice && zoneOf(voice, thresholds);
  if (!voice || !zone) return [];
  return [{ key: group, name, weekEnd, zone, voice: voice.voice, firstReplies: voice.firstReplies }];
}
