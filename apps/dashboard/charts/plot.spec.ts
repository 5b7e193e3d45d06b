import fc from 'fast-check';
import {
  isAlone,
  isNamedBeside,
  isPier,
  lastOf,
  type PlotSeries,
  roundEnd,
  rowsOf,
  shortened,
  spread,
  stack,
  wrapped,
} from './plot.js';

const line = (key: string, ...points: [number, number | null][]): PlotSeries => ({
  key,
  name: key,
  role: 'ours',
  points: points.map(([x, value]) => ({ x, value })),
});

test('a line is named where it ends, a band where its middle ends, nothing nowhere', () => {
  const band = { x: 14, value: null, low: 0.2, high: 0.4 };
  expect(lastOf(line('a', [0, 1], [7, 2], [14, null]))).toEqual({ x: 7, y: 2 });
  expect(lastOf({ points: [band, { x: 21, value: null }] })?.y).toBeCloseTo(0.3, 10);
  // The band of a line that is no longer drawn goes on: that is its end.
  expect(lastOf({ points: [{ x: 7, value: 1 }, band] })?.x).toBe(14);
  expect(lastOf(line('a', [0, null]))).toBeNull();
});

test('lines are named beside the plot where every name has room and nobody ends in its middle', () => {
  const [long, short] = [line('Autres', [0, 1], [7, 2]), line('Managers', [0, 1])];
  expect(isNamedBeside([long, { ...long, name: 'Managers' }], false)).toBe(true);
  expect(isNamedBeside([long, short], false)).toBe(false);
  // Waves since their launch are of different ages.
  expect(isNamedBeside([long, short], true)).toBe(true);
  expect(isNamedBeside([long, { ...short, name: 'Pilote : sites volontaires' }], true)).toBe(false);
});

test.each([
  [0.375, 0.4],
  [0.85, 1],
  [1, 1],
  [0, 1],
  [0.04, 0.04],
  [37, 40],
])('an axis that has to hold %f ends at %f', (most, end) => {
  expect(roundEnd(most)).toBeCloseTo(end, 10);
});

test('the end of an axis holds all of it, and wastes less than three fifths', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-4, max: 1e6, noNaN: true }), (most) => {
      expect(roundEnd(most)).toBeGreaterThanOrEqual(most * (1 - 1e-6) - 1e-9);
      expect(roundEnd(most)).toBeLessThanOrEqual(most * 2.5);
    }),
  );
});

test('a week nobody measured is a gap, not a bridge', () => {
  const rows = rowsOf([line('a', [0, 1], [7, 2], [21, 3])], 7);
  expect(rows.map(({ x, values }) => [x, values.a])).toEqual([
    [0, 1],
    [7, 2],
    [14, null],
    [21, 3],
  ]);
  expect(rows.map((_, i) => isAlone(rows, i, 'a'))).toEqual([false, false, false, true]);
});

test('an interval without a middle is drawn without a line', () => {
  const masked: PlotSeries = { ...line('a', [0, 1]), points: [{ x: 0, value: null, low: 0, high: 0.1 }] };
  expect(rowsOf([masked], 7)).toEqual([{ x: 0, values: { a: null }, bands: { a: [0, 0.1] } }]);
});

test('lines share their weeks and nothing is drawn from nothing', () => {
  expect(rowsOf([line('a', [0, 1]), line('b', [7, 2])], 7).map(({ values }) => values)).toEqual([
    { a: 1, b: null },
    { a: null, b: 2 },
  ]);
  expect(rowsOf([], 7)).toEqual([]);
});

test('labels are moved apart, keep their order and stay inside when they fit', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 10 }), (positions) => {
      const placed = spread(positions, 16, 0, 300);
      const sorted = [...placed].sort((a, b) => a - b);
      for (let i = 1; i < sorted.length; i++)
        expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(16);
      expect(Math.min(...placed)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...placed)).toBeLessThanOrEqual(300);
      positions.forEach((p, i) => positions.forEach((q, j) => p < q && expect(placed[i]).toBeLessThan(placed[j] ?? 0)));
    }),
  );
});

test('labels that would touch take another row, or none', () => {
  expect(
    stack(
      [
        { from: 0, to: 50 },
        { from: 20, to: 70 },
        { from: 60, to: 90 },
        { from: 65, to: 80 },
      ],
      2,
    ),
  ).toEqual([0, 1, 0, null]);
});

test('measures every four weeks are joined, with a dot on each; a longer silence stays a gap', () => {
  const blocks = { ...line('a', [0, 0], [4, 4], [9, 9], [10, 10], [11, 11]), bridge: 4 };
  const rows = rowsOf([blocks], 1);
  expect(rows.map(({ values }) => values.a)).toEqual([0, 1, 2, 3, 4, null, null, null, null, 9, 10, 11]);
  expect(rows.filter(({ x }) => isPier(blocks, x, 1)).map(({ x }) => x)).toEqual([0, 4, 9]);
  expect(isPier(line('a', [0, 0], [4, 4]), 0, 1)).toBe(false);
});

test('the band is carried over with its line', () => {
  const points = [
    { x: 0, value: 2, low: 1, high: 3 },
    { x: 2, value: 4, low: 2, high: 6 },
  ];
  const [, middle] = rowsOf([{ ...line('a'), points, bridge: 2 }], 1);
  expect(middle).toEqual({ x: 1, values: { a: 3 }, bands: { a: [1.5, 4.5] } });
});

test('a band without a middle is carried over by itself, and ends the line', () => {
  const points = [
    { x: 0, value: 2, low: 1, high: 3 },
    { x: 2, value: null, low: 2, high: 6 },
    { x: 4, value: 4, low: 2, high: 6 },
  ];
  const rows = rowsOf([{ ...line('a'), points, bridge: 4 }], 1);
  expect(rows.map(({ values }) => values.a)).toEqual([2, null, null, null, 4]);
  expect(rows.map(({ bands }) => bands.a)).toEqual([
    [1, 3],
    [1.5, 4.5],
    [2, 6],
    [2, 6],
    [2, 6],
  ]);
});

test('a name without room is cut, never beyond its room', () => {
  expect(shortened('Siège', 170)).toBe('Siège');
  expect(shortened('Pilote : volontaires et futurs ambassadeurs', 170)).toBe('Pilote : volontaires e…');
});

test('words stand in as many lines as they need, a long word in one of its own', () => {
  expect(wrapped('too few managers here', 200)).toEqual(['too few managers here']);
  expect(wrapped('too few managers here', 100)).toEqual(['too few', 'managers here']);
  expect(wrapped('a telecommunications network', 60)).toEqual(['a', 'telecommunications', 'network']);
});
