import { type Contribution } from './dominance.js';
import { publishSides } from './publish-sides.js';

const rules = { bands: true };
const even = (total: number): Contribution => ({
  total,
  contributors: 6,
  top1: Math.ceil(total / 6),
  top2: Math.ceil(total / 3),
});
const oneOf = (total: number): Contribution => ({ total, contributors: 6, top1: total - 5, top2: total - 4 });
const few = (total: number): Contribution => ({ total, contributors: 1, top1: total, top2: total });

test('a part is exact where many share in it and in the rest', () => {
  expect(publishSides(even(12), even(28), rules)).toEqual([12, 12]);
});

test('neither side is told where one person made most of it, or few did', () => {
  for (const side of [oneOf(17), few(17), { ...even(17), contributors: 4 }]) {
    expect(publishSides(side, even(23), rules)).toBeNull();
    expect(publishSides(even(23), side, rules)).toBeNull();
  }
});

test('a side of hardly anything is a band at its end, where many share in the other', () => {
  for (const total of [0, 1, 2]) {
    expect(publishSides(few(total), even(40 - total), rules)).toEqual([0, 2]);
    expect(publishSides(even(40 - total), few(total), rules)).toEqual([38, 40]);
    expect(publishSides(few(total), oneOf(40 - total), rules)).toBeNull();
  }
  expect(publishSides(few(2), few(3), rules)).toBeNull();
});

test('all is exact without bands', () => {
  expect(publishSides(few(1), few(0), { bands: false })).toEqual([1, 1]);
});
