import { type Committees } from '#contract/committees.js';
import { type Measured } from '#contract/published.js';
import { type RolloutWave } from '#contract/rollout.js';
import { sentence } from '#domain/sentences/sentence.js';
import { type DeckFacts } from '../deck.js';

/** What somebody may write anywhere. */
export const hostile = '<img src=x onerror=alert(1)>&"\' =cmd()\u0001';
const share = (low: number, high: number, of: number): Measured => ({
  ...{ numerator: { low, high }, denominator: { low: of, high: of }, value: (low + high) / 2 / of },
  ...{ low: low / of, high: high / of, n: of, shown: 'value' },
});
const wave = (name: string, activation: Measured): RolloutWave => ({
  ...{ key: name, name, kind: 'rollout', madeOf: 'entities', position: 0, plannedStart: '2026-01-05', target: 0.9 },
  ...{ plannedEnd: '2026-06-01', actualStart: '2026-01-05', actualEnd: null, state: 'open', asOf: '2026-11-15' },
  ...{ entities: { planned: 1, opened: 1 }, people: { planned: null, opened: null, activated: null }, activation },
  ...{ plannedShare: 0.9, slipDays: 12, scheduleIndex: null, curve: [], funnel: [], mixed: [], forecast: null },
  sentence: sentence('wave.behind', { wave: name, from: 12, to: 12, low: 90, high: 90, of: 200, day: '2026-11-15' }),
});
export const committees: Committees = {
  ...{ today: '2026-11-23', sentence: sentence('committee.none', {}), next: 'b', last: 'a', gates: [] },
  counts: { asked: 1, open: 1, late: 1, done: 0, dropped: 0 },
  committees: [
    {
      ...{ id: 'b', heldOn: '2026-12-07', participants: [] },
      items: [
        {
          id: '1',
          kind: 'decision',
          text: hostile,
          owner: null,
          dueOn: null,
          state: 'asked',
          settledOn: null,
          isLate: false,
        },
      ],
    },
    {
      ...{ id: 'a', heldOn: '2026-10-12', participants: [hostile] },
      items: [
        {
          id: '2',
          kind: 'action',
          text: 'Appeler Lyon',
          owner: hostile,
          dueOn: '2026-11-01',
          state: 'open',
          settledOn: null,
          isLate: true,
        },
      ],
    },
  ],
};
const freshness = {
  weekEnd: '2026-11-15',
  through: '2026-11-15',
  provisional: false,
  publishedAt: '2026-11-17T00:00:00Z',
};
const point = (weekEnd: string, plan: number, actual: number | null) => ({
  ...{ weekEnd, plan, actual, low: null, high: null, numerator: null, denominator: null },
});
/** Of three waves, one committee that sat and one to come. */
export const facts: DeckFacts = {
  organization: { name: hostile, isInvented: true },
  ...{ committees, committee: committees.committees[0]! },
  summary: {
    ...{ week: '2026-11-15', freshness, active: null, attention: [] },
    sentence: sentence('rollout.behind', { low: 300, high: 300, of: 600, from: 12, to: 12, planned: 0.6, day: '' }),
    numbers: [
      {
        ...{ key: 'K08', window: null, asOf: '2026-11-15', now: share(300, 300, 600), before: null, beforeEnd: null },
        ...{ trend: 'unknown', past: [], sentence: sentence('number.new', { title: 'A', titleEn: 'A' }) },
      },
      {
        ...{ key: 'K03b', window: 28, asOf: '2026-11-15', before: null, beforeEnd: null, trend: 'unknown', past: [] },
        now: { ...share(886, 1053, 1334), note: 'base_invited_bounds' },
        sentence: sentence('number.new', { title: 'B', titleEn: 'B' }),
      },
    ],
    curve: [point('2026-11-08', 0.55, 0.45), point('2026-11-15', 0.6, 0.5), point('2026-11-22', 0.7, null)],
  },
  rollout: {
    ...{ week: '2026-11-15', freshness, sites: [], total: null, sentence: sentence('rollout.no_wave', {}) },
    waves: [
      wave(hostile, share(90, 90, 200)),
      wave('Petite', share(10, 12, 40)),
      wave('Presque tous', share(198, 200, 200)),
    ],
  },
  followUp: {
    ...{ freshness, sentence: sentence('follow_up.unpublished', {}), alerts: [], small: [], back: [] },
    counts: { all: 0, judged: 0, unknown: 0, reasons: {} } as never,
  },
  animation: {
    ...{
      week: '2026-11-15',
      freshness,
      shocks: [],
      reach: null,
      seen: null,
      appointments: [],
      surveys: [],
      daily: null,
    },
    ...{ barriers: null, email: null, sentence: sentence('animation.none', {}) },
    actions: [
      {
        ...{
          key: 'w',
          kind: 'webinar',
          name: 'Webinaire',
          state: 'held',
          startsOn: '2026-09-01',
          endsOn: '2026-09-01',
        },
        ...{ entities: [], audience: 'everyone', participants: 12 },
        effect: {
          ...{ verdict: 'up', effect: { value: 0.042, low: 0.01, high: 0.07 }, published: { low: 0.04, high: 0.05 } },
          ...{ detectable: 0.03, treated: 3, controls: 20 },
        },
      },
    ],
  },
};
