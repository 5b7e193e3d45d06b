import { type Lags } from '#contract/lags.js';
import { lagLines } from './lag-lines.js';

const side = (
  points: { at: number; value: number; atRisk: number }[],
  followUp: number,
  risk = points.map(({ at, atRisk }) => ({ at, n: atRisk, atMost: false })),
): Lags['sides'][number] => ({
  ...{ key: 'pilot', name: 'Pilote', position: 0, people: 100, units: 3, reason: null },
  curve: {
    people: { low: 100, high: 100 },
    events: { low: 50, high: 50 },
    points: points.map((point) => ({ ...point, low: point.value - 0.1, high: point.value + 0.1 })),
    median: { value: null, low: null, high: null },
    followUp,
    risk,
  },
});
const colour = (position: number) => `colour ${position}`;

test('a curve rises at the end of the week in which it happened, to the end of what was seen', () => {
  const [line] = lagLines(
    [
      side(
        [
          { at: 3, value: 0.2, atRisk: 100 },
          { at: 15, value: 0.5, atRisk: 60 },
        ],
        30,
        [
          { at: 3, n: 100, atMost: false },
          { at: 15, n: 60, atMost: false },
          { at: 24, n: 30, atMost: false },
          { at: 30, n: 12, atMost: true },
        ],
      ),
    ],
    'days',
    colour,
  );
  expect(line).toMatchObject({ key: 'pilot', role: 'wave', colour: 'colour 0' });
  expect(line!.points.map(({ x, value, n }) => [x, value, n])).toEqual([
    [0, 0, 100],
    [1, 0.2, 60],
    [2, 0.2, 60],
    [3, 0.5, 30],
    [4, 0.5, 12],
  ]);
  expect(line!.points.map(({ atMost }) => atMost)).toEqual([false, false, false, false, true]);
});

test('weeks are weeks, and a side without a curve has no line', () => {
  const lines = lagLines(
    [side([{ at: 9, value: 0.3, atRisk: 80 }], 10), { ...side([], 0), curve: null }],
    'weeks',
    colour,
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]!.points.at(-1)).toMatchObject({ x: 10, value: 0.3 });
});
