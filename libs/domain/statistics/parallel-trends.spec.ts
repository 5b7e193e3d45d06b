import { parallelTrends, slopeOf } from './parallel-trends.js';

const rising = (slope: number, ...wobble: number[]) => wobble.map((w, week) => 0.2 + slope * week + w / 1_000);

test('entities that rise alike before are parallel, whatever their level', () => {
  const found = parallelTrends(
    [rising(0.01, 0, 1, -1, 0, 1), rising(0.011, 3, 1, 2, 2, 0)],
    [rising(0.01, 100, 101, 100, 99, 100), rising(0.01, 1, 0, 0, 1, -1), rising(0.0105, 0, 1, 0, 0, 1)],
  )!;
  expect(found.weeks).toBe(5);
  expect(found.parallel).toBe(true);
});

test('entities that were moving apart already are not', () => {
  const found = parallelTrends(
    [rising(0.03, 0, 1, -1, 0), rising(0.031, 1, 0, 0, 1), rising(0.029, 0, 0, 1, 0)],
    [rising(0.01, 0, 1, 0, 0), rising(0.011, 1, 0, 1, 0), rising(0.009, 0, 0, 0, 1)],
  )!;
  expect(found.drift.value).toBeCloseTo(0.02, 2);
  expect(found.parallel).toBe(false);
});

test('three weeks, or one entity, cannot tell', () => {
  const [three, four] = [rising(0.01, 0, 1, 2), rising(0.01, 0, 1, 2, 4)];
  expect(parallelTrends([three, four], [four, four])).toBeNull();
  expect(parallelTrends([four], [three, four])).toBeNull();
  expect(parallelTrends([], [])).toBeNull();
  expect(slopeOf([1, 3, 5, 7])).toBe(2);
});
