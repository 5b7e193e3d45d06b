import {
  type CommunityCounts,
  type Zone,
  zoneOf,
  zoneOfCommunity,
  type ZoneThresholds,
} from '../communities/community.js';
import { type Outcome } from '../indicators/indicator.js';
import { type Day } from '../calendar/day.js';
import { levelPopulation, levelsIn, withoutLevel } from '../indicators/levels.js';
import { writersOf } from '../indicators/k54-share-of-voice.js';
import { exactShare, shareOfWritten } from '../indicators/outcome.js';
import { readingAt } from '../indicators/rows.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { type Interval, less, wholeCentreOf } from '../statistics/interval.js';
import { atRoot, lastTold } from './at-root.js';
import { type Board } from './board.js';

/** What the managers of a level, or all of them (`managers`), say in the organisation as a whole. */
export interface LevelVoice {
  key: string;
  levels: number[];
  /** K54 and K54.first. */
  share: Outcome;
  firstReplies: Outcome;
  /** How many people wrote, of everyone: as many independent voices stand behind the share. */
  writers: Interval | null;
  /** Null where it is not told, or where its interval spans two zones. */
  zone: Zone | null;
  /** Sunday that ends the four weeks of which it is told. */
  weekEnd: Day;
}

interface Told extends Pick<LevelVoice, 'share' | 'firstReplies' | 'writers'> {
  /** Of the last four, those in which somebody of the level wrote. */
  weeks: Interval | null;
}

/**
 * A zone is told where all of the interval of the share lies in it. First replies have no interval, since nobody publishes
 * how many people gave them: they call nobody omnipresent, but keep the place untold of those who may be.
 */
export function levelVoice(
  key: string,
  weekEnd: Day,
  { share, firstReplies, writers, weeks }: Told,
  thresholds: ZoneThresholds,
): LevelVoice {
  const most = exactShare(firstReplies.numerator, firstReplies.denominator).high;
  // What is hidden may be all of them; where nobody was answered there are none.
  const replies = { low: 0, high: firstReplies.shown === 'masked' ? 1 : most };
  const at = (end: 'low' | 'high'): Zone | null =>
    zoneOf({ voice: toldEnd(share, end), firstReplies: replies[end], weeks: weeks?.[end] ?? 4 }, thresholds);
  const zone = share.shown === 'value' && at('low') === at('high') ? at('low') : null;
  return { key, levels: key === 'managers' ? [] : levelsIn(key), share, firstReplies, writers, zone, weekEnd };
}

/** A level as it is published, over 28 days. */
export function voiceOfLevel(board: Board, week: Day, level: string, thresholds: ZoneThresholds): LevelVoice {
  const weekEnd = lastTold(week, (sunday) => atRoot(board, 'K54', sunday, level).shown === 'value');
  const reading = readingAt(board.publication, board.rules, board.root, weekEnd, 28, level);
  const told = {
    ...{ share: atRoot(board, 'K54', weekEnd, level), firstReplies: atRoot(board, 'K54.first', weekEnd, level) },
    ...{ writers: writersOf(reading), weeks: atMostOnce(reading.during('weeks')) },
  };
  return levelVoice(level, weekEnd, told, thresholds);
}

/** Bands of weeks are narrow, and read at their end: nobody is called occasional who may be present. */
const atMostOnce = (weeks: Interval | null): Interval | null => weeks && { low: weeks.high, high: weeks.high };

/**
 * Levels that are not told one by one, read together: what those that are told leave of all managers the same Sunday.
 * Null with fewer than two of them, where nothing more is left than one that is not to be told.
 */
export function voiceOfRest(
  board: Board,
  week: Day,
  voices: readonly LevelVoice[],
  thresholds: ZoneThresholds,
): LevelVoice | null {
  const byLevel = voices.filter(({ key }) => key !== 'managers');
  const untold = byLevel.filter(({ share }) => share.shown !== 'value');
  const key = levelPopulation(untold.flatMap(({ levels }) => levels));
  if (untold.length < 2 || untold.some((one) => one.key === withoutLevel)) return null;
  const weekEnd = lastTold(week, (sunday) => atRoot(board, 'K54', sunday, 'managers').shown === 'value');
  const of = (population: string) => readingAt(board.publication, board.rules, board.root, weekEnd, 28, population);
  const left = (measure: 'messages' | 'first_replies') =>
    byLevel
      .filter(({ share }) => share.shown === 'value')
      .reduce((rest, level) => less(rest, of(level.key).during(measure)), of('managers').during(measure));
  const writers = writersOf(of('everyone'));
  const shareLeft = (measure: 'messages' | 'first_replies', behind: Interval | null) =>
    shareOfWritten(left(measure), of('everyone').during(measure), behind);
  // Nobody tells in how many weeks they wrote: it may be none, or all four.
  const told = {
    ...{ share: shareLeft('messages', writers), firstReplies: shareLeft('first_replies', null), writers },
    weeks: { low: 0, high: 4 },
  };
  return told.share.shown === 'value' ? levelVoice(key, weekEnd, told, thresholds) : null;
}

/** Ends of the interval that is written beside it: a zone is told only where all of it lies there. Nobody wrote is nothing. */
function toldEnd({ numerator, low, high }: Outcome, end: 'low' | 'high'): number | null {
  if (numerator?.high === 0) return 0;
  return end === 'low' ? low : high;
}

/** By number, the executive committee by its name; several that are read together by both ends. */
function nameOf(levels: readonly number[]): { level: string; levelEn: string } {
  const [first, last] = [levels[0], levels.at(-1)];
  if (first === undefined || last === undefined) return { level: 'Managers', levelEn: 'Managers' };
  const [level, levelEn] = first === 0 ? ['CODIR', 'Executive committee'] : [`Niveau ${first}`, `Level ${first}`];
  if (first === last) return { level, levelEn };
  return { level: `${level} à niveau ${last}, lus ensemble`, levelEn: `${levelEn} to level ${last}, read together` };
}

export type ZoneCounts = Record<Zone | 'untold', number>;

/** How many groups there are of each zone. */
export function zoneCounts(
  communities: readonly { counts: CommunityCounts }[],
  thresholds: ZoneThresholds,
): ZoneCounts {
  const counts: ZoneCounts = { absent: 0, occasional: 0, present: 0, omnipresent: 0, untold: 0 };
  for (const { counts: published } of communities) counts[zoneOfCommunity(published, thresholds) ?? 'untold'] += 1;
  return counts;
}

/** Of the zones, one is told where it holds more groups than all others together; omnipresence from a third on. */
export function voiceSentence(zones: ZoneCounts, levels: readonly LevelVoice[]): Sentence {
  const loud = levels.filter(({ key, zone }) => zone === 'omnipresent' && key !== withoutLevel);
  // All managers together are named where no level is told apart.
  const [first] = [...loud.filter(({ key }) => key !== 'managers'), ...loud];
  if (first && first.share.value !== null) {
    const { value, low, high, numerator, denominator } = first.share;
    const counted = { acts: wholeCentreOf(numerator!), of: wholeCentreOf(denominator!) };
    const writers = { writersLow: first.writers!.low, writersHigh: first.writers!.high };
    return sentence('voice.level_omnipresent', {
      ...{ ...nameOf(first.levels), share: value, low: low!, high: high!, ...counted, ...writers, day: first.weekEnd },
    });
  }
  const { absent, present, omnipresent } = zones;
  const told = absent + zones.occasional + present + omnipresent;
  if (told === 0) return sentence('voice.none', {});
  if (omnipresent * 3 >= told) return sentence('voice.omnipresent', { omnipresent, told });
  if (absent * 2 > told) return sentence('voice.absent', { absent, told });
  return present * 2 > told ? sentence('voice.present', { present, told }) : sentence('voice.mixed', { told });
}
