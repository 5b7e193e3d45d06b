import { type Dimension, profilesOf } from './profiles.js';

const of = (dimension: Dimension, rows: [string, number, number][]) =>
  rows.map(([category, people, ambassadors]) => ({ dimension, category, people, ambassadors }));

test('a fair die thrown sixty times is fair', () => {
  const faces: [string, number, number][] = [5, 8, 9, 8, 10, 20].map((count, face) => [String(face), 100, count]);
  // The textbook example: 13.4 with five degrees of freedom, p = 0.0199.
  expect(profilesOf(of('trade', faces))[0]!.test).toMatchObject({ df: 5 });
  expect(profilesOf(of('trade', faces))[0]!.test!.chiSquare).toBeCloseTo(13.4, 10);
  expect(profilesOf(of('trade', faces))[0]!.test!.p).toBeCloseTo(0.0199, 4);
});

test('expected is in proportion to the people, and small classes are read together', () => {
  const [profile] = profilesOf(
    of('level', [
      ['5', 600, 54],
      ['4', 300, 42],
      ['1', 40, 2],
      ['2', 60, 2],
    ]),
  );
  expect(profile!.rows.map(({ category, expected }) => [category, expected])).toEqual([
    ['5', 60],
    ['4', 30],
    ['2', 6],
    ['1', 4],
  ]);
  // Level 1 alone is too small to expect five of, so it is read with level 2.
  expect(profile!.test).toMatchObject({ df: 2 });
});

test('nothing is said of one class, of nobody, or of too few ambassadors', () => {
  expect(profilesOf(of('site', [['Lyon', 50, 5]]))).toEqual([]);
  expect(
    profilesOf(
      of('site', [
        ['Lyon', 50, 0],
        ['Turin', 50, 0],
      ]),
    )[0]!.test,
  ).toBeNull();
  expect(
    profilesOf(
      of('site', [
        ['Lyon', 50, 2],
        ['Turin', 50, 1],
      ]),
    )[0]!.test,
  ).toBeNull();
});
