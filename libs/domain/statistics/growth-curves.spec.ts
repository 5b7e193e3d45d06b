import fc from 'fast-check';
import { bestGrowth, type CurveKind, fitGrowth, type GrowthPoint, riseWeeks } from './growth-curves.js';
import { growthPaths } from './growth-paths.js';
import { mean } from './moments.js';
import { drawsFrom } from './random.js';

const logistic = (ceiling: number, rate: number, middle: number) => (week: number) =>
  ceiling / (1 + Math.exp(-rate * (week - middle)));
const bass = (ceiling: number, p: number, q: number) => (week: number) =>
  (ceiling * (1 - Math.exp(-(p + q) * week))) / (1 + (q / p) * Math.exp(-(p + q) * week));
const weekly = (curve: (week: number) => number, weeks: number): GrowthPoint[] =>
  Array.from({ length: weeks }, (_, at) => ({ week: at + 1, share: curve(at + 1) }));

test('a logistic rises from 5 % to 95 % in 5.889 / r weeks', () => {
  expect(riseWeeks(1)).toBeCloseTo(5.889, 3);
});

test.each<[CurveKind, (week: number) => number, number, number]>([
  ['logistic', logistic(0.85, 0.6, 9), 0.85, 9],
  ['bass', bass(0.7, 0.03, 0.45), 0.7, Math.log(15) / 0.48],
])('points of a %s curve give it back', (kind, curve, ceiling, inflexion) => {
  const fit = bestGrowth(weekly(curve, 16))!;
  expect(fit.kind).toBe(kind);
  expect(fit.ceiling).toBeCloseTo(ceiling, 3);
  expect(fit.inflexion).toBeCloseTo(inflexion, 1);
  expect(fit.at(30)).toBeCloseTo(curve(30), 3);
});

// Bass 1969, table 1: colour television, p = 0.0054, q = 0.84 and the peak after 5.96 years (sales, in millions).
test('the peak of the paper', () => {
  const fit = fitGrowth(weekly(bass(1, 0.0054, 0.84), 12), 'bass')!;
  expect(fit.inflexion).toBeCloseTo(5.96, 1);
});

test('measures every four weeks do as well', () => {
  const curve = logistic(0.9, 0.4, 12);
  const fit = bestGrowth([2, 6, 10, 14, 18, 22, 26].map((week) => ({ week, share: curve(week) })))!;
  expect(fit.ceiling).toBeCloseTo(0.9, 2);
});

test('nothing to fit', () => {
  expect(bestGrowth(weekly(() => 0, 10))).toBeNull();
  expect(bestGrowth(weekly(logistic(0.9, 0.5, 4), 3))).toBeNull();
});

test('the ceiling is never below what was seen nor above everybody', () => {
  const curve = fc.tuple(
    fc.double({ min: 0.2, max: 1, noNaN: true }),
    fc.double({ min: 0.1, max: 2, noNaN: true }),
    fc.double({ min: 0, max: 20, noNaN: true }),
  );
  fc.assert(
    fc.property(curve, fc.integer({ min: 6, max: 30 }), ([ceiling, rate, middle], weeks) => {
      const points = weekly(logistic(ceiling, rate, middle), weeks);
      const fit = bestGrowth(points);
      if (!fit) return;
      expect(fit.ceiling).toBeLessThanOrEqual(1);
      expect(fit.ceiling).toBeGreaterThanOrEqual(points.at(-1)!.share - 1e-9);
    }),
    { numRuns: 40 },
  );
});

/** A logistic whose weekly increments are uneven. */
function uneven(seed: number, weeks: number): GrowthPoint[] {
  const draw = drawsFrom(seed);
  const curve = logistic(0.8, 0.35, 10);
  let share = curve(0);
  return Array.from({ length: weeks }, (_, at) => {
    const noise = ((draw(1_001) - 500) / 500) * 0.5;
    share += Math.max(0, (curve(at + 1) - curve(at)) * (1 + noise));
    return { week: at + 1, share: Math.min(1, share) };
  });
}

test('eight futures in ten lie between the tenth and the ninetieth of a hundred', () => {
  const inside = [...Array(40).keys()].map((seed) => {
    const whole = uneven(seed + 1, 24);
    const seen = whole.slice(0, 15);
    const paths = growthPaths(seen, bestGrowth(seen)!, { weeks: 9, draws: 100, seed });
    const ends = paths.map((path) => path.at(-1)!).sort((a, b) => a - b);
    const truth = whole.at(-1)!.share;
    return truth >= ends[10]! - 0.005 && truth <= ends[89]! + 0.005 ? 1 : 0;
  });
  const share = mean(inside);
  expect(share).toBeGreaterThanOrEqual(0.65);
  expect(share).toBeLessThanOrEqual(0.98);
});

test('futures begin where the past ended, never fall, and repeat with their seed', () => {
  const points = uneven(3, 14);
  const fit = bestGrowth(points)!;
  const paths = growthPaths(points, fit, { weeks: 20, draws: 20 });
  for (const path of paths) {
    let before = points.at(-1)!.share;
    for (const share of path) {
      expect(share).toBeGreaterThanOrEqual(before);
      expect(share).toBeLessThanOrEqual(1);
      before = share;
    }
  }
  expect(growthPaths(points, fit, { weeks: 20, draws: 20 })).toEqual(paths);
});
