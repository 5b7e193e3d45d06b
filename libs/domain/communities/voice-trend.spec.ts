import { addDays, blockEndOf } from '../calendar/day.js';
import { zoneThresholds } from './community.js';
import { fewestCommunities, type VoiceBlock, voiceTrend, voiceTrendSentence } from './voice-trend.js';

const start = blockEndOf('2026-01-01');
const weekEnd = (block: number) => addDays(start, 28 * block);

/** One group over blocks: whether managers take over in each, and the share of its 40 threads that others answer. */
const group = (
  name: string,
  blocks: readonly (readonly [omnipresent: boolean, rate: number])[],
  threads = 40,
): VoiceBlock[] =>
  blocks.map(([omnipresent, rate], block) => {
    const counts = {
      ...{ messages: 100, joined: 50, manager_messages: omnipresent ? 60 : 20, manager_weeks: 4 },
      ...{ first_replies: 30, manager_first: 3, threads, other_replied: Math.round(rate * threads) },
    };
    return {
      ...{ group: name, weekEnd: weekEnd(block) },
      counts: Object.fromEntries(Object.entries(counts).map(([key, n]) => [key, [n, n] as const])),
    };
  });

const peers = [0.5, 0.5, 0.5].flatMap((rate, index) =>
  group(`peer ${index}`, [
    [false, rate],
    [false, rate],
    [false, rate - 0.1],
  ]),
);
const taken = (count: number, after: (index: number) => number) =>
  Array.from({ length: count }, (_, index) =>
    group(`taken ${index}`, [
      [false, 0.6],
      [true, 0.5],
      [false, after(index)],
    ]),
  ).flat();

describe('do the others answer less once managers are omnipresent', () => {
  it('is not told of fewer than six groups, however large the fall', () => {
    const trend = voiceTrend([...peers, ...taken(fewestCommunities - 1, () => 0.1)], zoneThresholds);
    expect(trend).toMatchObject({ verdict: 'cannot_tell', communities: 5, p: null });
    expect(voiceTrendSentence(trend)).toEqual({
      key: 'voice_trend.cannot_tell',
      params: { communities: 5, needed: 6 },
    });
  });

  it('finds a fall against the groups that stay otherwise', () => {
    const trend = voiceTrend([...peers, ...taken(6, () => 0.2)], zoneThresholds);
    expect(trend).toMatchObject({ verdict: 'falls', communities: 6 });
    // 40 points less, of which the others lost 10 as well.
    expect(trend.difference).toBeCloseTo(-0.3, 10);
    expect(trend.p).toBeCloseTo(2 / 64, 10);
  });

  it('finds none where everybody answers less', () => {
    const trend = voiceTrend(
      [...peers, ...taken(6, (index) => 0.5 + (index % 2 === 0 ? 0.05 : -0.05))],
      zoneThresholds,
    );
    expect(trend).toMatchObject({ verdict: 'no_fall', communities: 6 });
    expect(trend.difference).toBeCloseTo(0, 10);
    expect(voiceTrendSentence(trend).params.detectable).toBeGreaterThan(0);
  });

  it('leaves out groups without a block before, without enough threads, or without others to compare with', () => {
    const always = Array.from({ length: 6 }, (_, index) =>
      group(`always ${index}`, [
        [true, 0.6],
        [true, 0.5],
        [true, 0.1],
      ]),
    ).flat();
    expect(voiceTrend([...peers, ...always], zoneThresholds).communities).toBe(0);
    const few = Array.from({ length: 6 }, (_, index) =>
      group(
        `few ${index}`,
        [
          [false, 0.6],
          [true, 0.5],
          [false, 0.2],
        ],
        9,
      ),
    ).flat();
    expect(voiceTrend([...peers, ...few], zoneThresholds).communities).toBe(0);
    expect(
      voiceTrend(
        taken(6, () => 0.2),
        zoneThresholds,
      ),
    ).toMatchObject({ communities: 0, difference: null });
  });

  it('moves with the thresholds, without a recount', () => {
    const patient = { ...zoneThresholds, voice: 0.7 };
    expect(voiceTrend([...peers, ...taken(6, () => 0.2)], patient).communities).toBe(0);
  });

  it('reads blocks that share no day only', () => {
    const shifted = [...peers, ...taken(6, () => 0.2)].map((one) => ({ ...one, weekEnd: addDays(one.weekEnd, 7) }));
    expect(voiceTrend(shifted, zoneThresholds).communities).toBe(0);
  });
});
