import { zoneThresholds } from '../communities/community.js';
import { masked, shareOfWritten, undefinedFor } from '../indicators/outcome.js';
import { type Outcome } from '../indicators/indicator.js';
import { type CountRow, Publication } from '../indicators/publication.js';
import { say } from '../sentences/say.js';
import { exactly, type Interval } from '../statistics/interval.js';
import { wilson } from '../statistics/wilson.js';
import { Board } from './board.js';
import { steady } from './testing/acme.js';
import { ownGroupSentence, ownGroupState } from './own-groups.js';
import { levelVoice, voiceOfRest, voiceSentence, zoneCounts, type ZoneCounts } from './voice.js';

const value = (value: number, low = value, high = value): Outcome => ({
  ...{ numerator: { low: 100 * low, high: 100 * high }, denominator: { low: 100, high: 100 } },
  ...{ value, low, high, n: 100, shown: 'value' },
});
const writers = { low: 40, high: 44 };
const level = (share: Outcome, firstReplies: Outcome = value(0.1), weeks = 4) =>
  levelVoice(
    'level-3',
    '2026-10-25',
    { share, firstReplies, writers, weeks: { low: weeks, high: weeks } },
    zoneThresholds,
  );

describe('the place of a level of managers', () => {
  it('is told by its share of messages', () => {
    expect(level(value(0.5)).zone).toBe('omnipresent');
    expect(level(value(0.1)).zone).toBe('present');
    expect(level(value(0.1), value(0.1), 2).zone).toBe('occasional');
    expect(level(value(0)).zone).toBe('absent');
  });

  it('is not told where it may be that of those who answer first: nobody publishes how many did', () => {
    expect(level(value(0.1), value(0.57)).zone).toBeNull();
    expect(level(value(0.1), value(0.49)).zone).toBe('present');
    expect(level(value(0.5), value(0.57)).zone).toBe('omnipresent');
  });

  it('is not told where the first replies are hidden, which may be all of them', () => {
    expect(level(value(0.1), masked('not_published')).zone).toBeNull();
    expect(level(value(0.5), masked('not_published')).zone).toBe('omnipresent');
    // Nobody was answered: nobody answers first.
    expect(level(value(0.1), undefinedFor()).zone).toBe('present');
  });

  it('takes no message for an independent voice: as many speak as wrote', () => {
    const told = (behind: Interval | null) => shareOfWritten(exactly(238), exactly(457), behind);
    const [most, few] = [told(exactly(457)), told({ low: 40, high: 44 })];
    expect([most.low!.toFixed(2), most.high!.toFixed(2)]).toEqual(['0.48', '0.57']);
    // Wilson of 40 voices, the fewest published.
    expect([few.low!.toFixed(3), few.high!.toFixed(3)]).toEqual(['0.371', '0.667']);
    expect([few.value, few.n]).toEqual([238 / 457, 457]);
    expect([level(most).zone, level(few).zone]).toEqual(['omnipresent', null]);
    // Without their number nothing is told of chance, and so no zone.
    expect(told(null)).toMatchObject({ value: 238 / 457, low: null, high: null, shown: 'value' });
    expect(level(told(null)).zone).toBeNull();
    // Never more voices than messages.
    expect(shareOfWritten(exactly(2), exactly(5), exactly(40))).toMatchObject(wilson(2, 5));
  });

  it('is not told where its interval spans two zones, or where nothing is published', () => {
    expect(level(value(0.42, 0.38, 0.46)).zone).toBeNull();
    expect(level(masked('not_published')).zone).toBeNull();
  });
});

describe('levels that are not told one by one', () => {
  const week = steady.week!;
  const at = (population: string, messages: number, replies: number): CountRow => ({
    ...{ population, days: 28, node: 'acme', weekEnd: week },
    counts: { messages: [messages, messages], first_replies: [replies, replies], contributed: [200, 200] },
  });
  const board = (...rows: CountRow[]) =>
    new Board(
      new Publication(new Map([[week, steady.publication.tree(week)]]), rows),
      steady.rules,
      [],
      [week],
      () => new Map(),
    );
  const hidden = (key: string) =>
    levelVoice(
      key,
      week,
      { share: masked('not_published'), firstReplies: masked('not_published'), writers: null, weeks: null },
      zoneThresholds,
    );
  const told = (key: string) =>
    levelVoice(key, week, { share: value(0.1), firstReplies: value(0.1), writers, weeks: null }, zoneThresholds);
  const rows = [at('everyone', 757, 159), at('managers', 486, 104), at('level-4', 82, 26)];

  it('are what those that are told leave of all managers', () => {
    const voices = [told('managers'), hidden('level-0+level-1+level-2'), hidden('level-3'), told('level-4')];
    const rest = voiceOfRest(board(...rows), week, voices, zoneThresholds)!;
    expect(rest).toMatchObject({ levels: [0, 1, 2, 3], zone: 'omnipresent' });
    expect(rest.share.numerator).toEqual({ low: 404, high: 404 });
    expect(voiceSentence(zoneCounts([], zoneThresholds), [voices[0]!, rest]).params).toMatchObject({
      level: 'CODIR à niveau 3, lus ensemble',
    });
  });

  it('have no place where their first replies are hidden: they may be all', () => {
    const few = [at('everyone', 757, 159), at('managers', 120, 104), at('level-4', 82, 26)];
    const untold = few.map((row): CountRow => {
      const { first_replies: _, ...counts } = row.counts;
      return { ...row, counts };
    });
    const silent = few.map((row): CountRow => ({ ...row, counts: { ...row.counts, first_replies: [0, 0] } }));
    const voices = [told('managers'), hidden('level-2'), hidden('level-3'), told('level-4')];
    const zone = (of: CountRow[]) => voiceOfRest(board(...of), week, voices, { ...zoneThresholds, weeks: 0 })!.zone;
    expect([zone(untold), zone(silent)]).toEqual([null, 'present']);
  });

  it('are not told where there is but one of them', () => {
    const voices = [told('managers'), hidden('level-3'), told('level-4')];
    expect(voiceOfRest(board(...rows), week, voices, zoneThresholds)).toBeNull();
  });
});

describe('the finding about managers in groups', () => {
  const zones = (told: Partial<ZoneCounts>): ZoneCounts => ({
    ...{ absent: 0, occasional: 0, present: 0, omnipresent: 0, untold: 0, ...told },
  });
  const keyOf = (told: Partial<ZoneCounts>, levels = [level(value(0.1))]) => voiceSentence(zones(told), levels).key;

  it('names the level that speaks everywhere first', () => {
    const said = voiceSentence(zones({ absent: 9 }), [level(value(0.5))]);
    expect(said).toMatchObject({ key: 'voice.level_omnipresent', params: { level: 'Niveau 3', share: 0.5 } });
    expect(say(said, 'en')).toBe(
      'Level 3: omnipresent. They write 50% of what is said (50% to 50%; 50 of 100 messages, written by 40 to 44 people in all, four weeks to 25 October 2026): ask the teams whether they have room to answer.',
    );
  });

  it('names all managers together only where no level is told', () => {
    const all = levelVoice(
      'managers',
      '2026-10-25',
      { share: value(0.6), firstReplies: value(0.1), writers, weeks: null },
      zoneThresholds,
    );
    expect(voiceSentence(zones({}), [all]).params).toMatchObject({ level: 'Managers' });
    expect(voiceSentence(zones({}), [all, level(value(0.5))]).params).toMatchObject({ level: 'Niveau 3' });
  });

  it.each([
    [{ untold: 9 }, 'voice.none'],
    [{ omnipresent: 3, present: 6 }, 'voice.omnipresent'],
    [{ absent: 6, present: 5 }, 'voice.absent'],
    [{ present: 6, absent: 5 }, 'voice.present'],
    [{ present: 5, absent: 5 }, 'voice.mixed'],
  ])('%j is %s', (told, key) => expect(keyOf(told)).toBe(key));

  it('counts groups under the thresholds that are chosen', () => {
    const counts = {
      messages: [100, 100],
      joined: [50, 50],
      manager_messages: [45, 45],
      manager_weeks: [4, 4],
    } as const;
    const untold = { counts: { ...counts, messages: [19, 19] as const } };
    expect(zoneCounts([{ counts }, untold], zoneThresholds)).toEqual(zones({ omnipresent: 1, untold: 1 }));
    expect(zoneCounts([{ counts }], { ...zoneThresholds, voice: 0.5 })).toEqual(zones({ present: 1 }));
  });
});

describe('the groups that managers created', () => {
  const groups = (uplift: Outcome, enclosure = value(0.76)) => ({ uplift, enclosure, crossEntity: value(0.3) });
  const keyOf = (uplift: Outcome, enclosure?: Outcome) => ownGroupSentence(groups(uplift, enclosure)).key;

  it('never tells the uplift without the enclosure', () => {
    expect(ownGroupSentence(groups(value(8.5, 6.5, 11.2)))).toEqual({
      ...{ key: 'own_groups.closed', params: { times: 8.5, low: 6.5, high: 11.2, enclosed: 0.76 } },
    });
    expect(keyOf(value(8.5, 6.5, 11.2), value(0.2))).toBe('own_groups.open');
    expect(keyOf(value(8.5, 6.5, 11.2), masked('not_published'))).toBe('own_groups.too_few');
    // Half lies within the interval of the enclosure: neither most of the members nor few.
    const unsure = ownGroupSentence(groups(value(8.5, 6.5, 11.2), value(0.55, 0.45, 0.65)));
    expect(say(unsure, 'en')).toBe(
      'People do 8.5 times more in the group of their own manager (6.5 to 11.2), and 55% of the members of these groups are of that team.',
    );
  });

  it('finds nothing where the interval holds 1, or is missing', () => {
    expect(keyOf(value(1.4, 0.9, 2.1))).toBe('own_groups.even');
    // It reads « de 1 à 4,6 ».
    expect(keyOf(value(2.2, 1.04, 4.6))).toBe('own_groups.even');
    expect(keyOf({ ...value(8.5), low: null, high: null })).toBe('own_groups.unbounded');
  });

  it('tells what cannot be computed from what cannot be measured and what is hidden', () => {
    expect(ownGroupState(groups(undefinedFor('not_computable')))).toBe('not_computable');
    expect(ownGroupState(groups(undefinedFor('source_without_creators')))).toBe('unmeasurable');
    expect(ownGroupState(groups(masked('not_published')))).toBe('too_few');
    expect(keyOf(undefinedFor('source_without_creators'))).toBe('own_groups.unmeasurable');
  });
});
