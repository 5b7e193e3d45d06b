import { type DumbbellRow, layoutOf, noteWithin } from './dumbbell-rows.js';

const row = (name: string, note: string): DumbbellRow => ({
  ...{ key: name, name, note, brief: '49 people' },
  ...{ first: { value: 0.5 }, second: { value: 0.4 } },
});

test('a row keeps its people at every width', () => {
  const rows = [row('Executive committee to Level 2', '49 people, read together'), row('Level 3', '56 people')];
  expect(layoutOf(rows, 900)).toMatchObject({ isBeside: true, isBelow: false, rowHeight: 56 });
  // Wide enough for the short note only, then for none beside the name.
  expect(noteWithin(rows[0]!, 350)).toBe('49 people');
  expect(layoutOf(rows, 366)).toMatchObject({ isBeside: false, isBelow: false });
  expect(layoutOf(rows, 310)).toMatchObject({ isBeside: false, isBelow: true, rowHeight: 74 });
});
