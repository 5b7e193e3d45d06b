import { type Comparison, type ComparisonSeries } from '#contract/comparison.js';
import { type Exemplarity, type ExemplarityLevel } from '#contract/exemplarity.js';
import { type Measured } from '#contract/published.js';
import { type Rollout, type RolloutSite, type RolloutWave } from '#contract/rollout.js';
import { type Summary } from '#contract/summary.js';
import { addDays } from '#domain/calendar/day.js';
import { sentence } from '#domain/sentences/sentence.js';
import { type Printing } from '../printed.js';
import { type SummaryFacts } from '../summary-part.js';

/** What somebody may write anywhere. */
export const hostile = '<img src=x onerror=alert(1)>(/JavaScript)\u0001\\';
export const freshness = {
  ...{ weekEnd: '2026-11-15', through: '2026-11-15', provisional: false },
  publishedAt: '2026-11-17T00:00:00Z',
};
export const printing: Printing = {
  ...{ language: 'fr', level: 'simple', place: null, organization: { name: 'Acmé', isInvented: false } },
};

const share = (low: number, high: number, of: number): Measured => ({
  ...{ numerator: { low, high }, denominator: { low: of, high: of }, value: (low + high) / 2 / of },
  ...{ low: low / of, high: high / of, n: of, shown: 'value' },
});

const curve: Summary['curve'] = Array.from({ length: 20 }, (_, week) => ({
  ...{ weekEnd: addDays('2026-08-02', 7 * week), plan: week / 20, numerator: null, denominator: null },
  ...(week > 15 || week === 9
    ? { actual: null, low: null, high: null }
    : {
        ...{ actual: week / 30, low: week / 40, high: week / 25 },
        ...{ numerator: { low: week * 20, high: week * 20 }, denominator: { low: 600, high: 600 } },
      }),
}));

const number = { window: null, asOf: '2026-11-15', before: null, beforeEnd: null, trend: 'unknown' as const, past: [] };
export const summary: Summary = {
  ...{ week: '2026-11-15', freshness, active: null, curve },
  sentence: sentence('rollout.behind', { low: 300, high: 300, of: 600, from: 12, to: 12, planned: 0.6, day: '' }),
  attention: Array.from({ length: 5 }, (_, place) => ({
    ...sentence('attention.wave_late', { wave: `Vague ${place + 1}`, days: 10 + place, day: '2026-11-15' }),
  })),
  numbers: [
    {
      ...{ ...number, key: 'K08', now: share(300, 300, 600) },
      sentence: sentence('number.new', { title: 'A', titleEn: 'A' }),
    },
    {
      ...{ ...number, key: 'K03b', window: 28, now: { ...share(886, 1053, 1334), note: 'base_invited_bounds' } },
      sentence: sentence('number.new', { title: 'B', titleEn: 'B' }),
    },
    {
      ...{ ...number, key: 'K20', window: 28 },
      now: { ...share(0, 0, 600), shown: 'masked', value: null, note: 'not_published' },
      sentence: sentence('number.masked', { title: 'C', titleEn: 'C' }),
    },
  ],
};

export const sheet: SummaryFacts = {
  summary,
  waves: [{ name: 'Asie', plannedStart: '2026-12-07', actualStart: null }],
  annotations: [
    { day: '2026-09-07', kind: 'wave_opened', wave: 'e', name: 'Europe', entities: [] },
    { day: '2026-10-05', kind: 'decision', wave: null, name: 'Ouvrir l’Asie', entities: [] },
    { day: '2025-01-06', kind: 'shock', wave: null, name: 'Avant la courbe', entities: [] },
  ],
  asked: [{ text: hostile, heldOn: '2026-12-07' }],
};

const wave = (name: string, activation: Measured): RolloutWave => ({
  ...{ key: name, name, kind: 'rollout', madeOf: 'entities', position: 0, plannedStart: '2026-01-05', target: 0.9 },
  ...{ plannedEnd: '2026-06-01', actualStart: '2026-01-05', actualEnd: null, state: 'open', asOf: '2026-11-15' },
  ...{ entities: { planned: 1, opened: 1 }, people: { planned: null, opened: null, activated: null }, activation },
  ...{ plannedShare: 0.9, slipDays: 12, scheduleIndex: null, curve: [], funnel: [], mixed: [], forecast: null },
  sentence: sentence('wave.behind', { wave: name, from: 12, to: 12, low: 90, high: 90, of: 200, day: '2026-11-15' }),
});

const site = (name: string): RolloutSite => ({
  ...{ node: name, kind: 'cell', name, members: [], waves: ['Europe'], plannedStart: '2026-01-05', opened: null },
  ...{ headcount: 40, asOf: '2026-11-15', activation: share(18, 22, 40), state: 'open' },
});

const { key: _, ...total } = wave('Tout', share(300, 300, 600));
export const rollout: Rollout = {
  ...{ week: '2026-11-15', freshness, sentence: summary.sentence, total: { ...total, curve } as Rollout['total'] },
  waves: [wave('Europe', share(90, 90, 200)), wave('Petite', share(10, 12, 40))],
  sites: Array.from({ length: 80 }, (_, place) => site(`Site ${place + 1}`)),
};

const level = (key: string, levels: number[], daily: Measured): ExemplarityLevel => ({
  ...{ key, levels, people: daily.denominator, daily, weekly: daily, posting: daily, tooFew: false },
  gaps: { daily: null, weekly: null, posting: null },
});

/** A level in the middle of which a bar ends, and one that is only told to be at most so many. */
export const exemplarity: Exemplarity = {
  ...{ week: '2026-11-15', windowEnd: '2026-11-15', weeklyEnd: '2026-11-15', freshness, node: null, overall: null },
  levels: [level('level-1', [1], share(45, 45, 90)), level('level-2', [2], share(0, 12, 80))],
  ...{
    levelsKnown: true,
    others: null,
    managersShare: null,
    seeAbove: null,
    ownGroups: null,
    voice: null,
    relay: null,
  },
  sentence: sentence('exemplarity.untold', {}),
};

const side = (key: string, name: string, weeks: readonly number[]): ComparisonSeries => ({
  ...{
    side: `wave:${key}`,
    kind: 'wave',
    key,
    name,
    place: null,
    position: 0,
    launch: '2026-01-05',
    sites: 3,
    mixed: [],
  },
  points: weeks.map((week) => ({
    ...{ ...share(90, 90, 200), week, weekEnd: addDays('2026-01-11', 7 * week) },
    betweenSites: { low: 0.3, high: 0.6 },
  })),
});

/** Since launch, from the week in which the first side is told. */
export const comparison: Comparison = {
  ...{ indicator: 'K20', window: 28, align: 'launch', freshness, latest: null, change: null },
  series: [side('pilot', 'Pilote', [6, 7, 8]), side('europe', 'Europe', [8, 9, 10]), side('asia', 'Asie', [9, 10])],
  observed: sentence('comparison.nothing', {}),
  ...{ reach: sentence('comparison.nothing', {}), settle: sentence('comparison.settle_calendar', {}) },
};
