import { differenceFrom, differenceOf } from './difference.js';

const of = (low: number, high: number, n: number) => ({
  ...{ numerator: { low, high }, denominator: { low: n, high: n }, n, shown: 'value' as const },
});

test('a difference of exact counts is points', () => {
  expect(differenceOf(of(50, 50, 100), of(90, 90, 200))).toEqual({
    kind: 'points',
    points: expect.closeTo(0.05) as number,
  });
});

test('what is published between ends leaves a difference between ends', () => {
  expect(differenceOf(of(48, 52, 100), of(45, 45, 100))).toEqual({
    kind: 'open',
    ends: { low: expect.closeTo(0.03) as number, high: expect.closeTo(0.07) as number },
  });
});

test('among few people there are no points, and beside nothing no difference', () => {
  expect(differenceOf(of(10, 10, 40), of(90, 90, 200))).toEqual({ kind: 'few' });
  expect(differenceOf(of(30, 30, 60), of(18, 18, 60))).toMatchObject({ kind: 'points' });
  expect(differenceOf(of(30, 30, 60), of(18, 18, 59))).toEqual({ kind: 'few' });
  expect(differenceOf(of(50, 50, 100), { ...of(90, 90, 200), shown: 'masked' })).toBeNull();
});

test('a plan is exact', () => {
  expect(differenceFrom(of(50, 50, 100), 0.6)).toEqual({ kind: 'points', points: expect.closeTo(-0.1) as number });
});
