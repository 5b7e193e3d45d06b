import { layoutOf } from './coverage-rows.js';
import { textWidth } from './plot.js';

const bar = (name: string) => ({ name, note: '12 ambassadors for 96 people' });

test('a name and its note stand beside each other, or below where there is no room', () => {
  expect(layoutOf([bar('Valence')], 320)).toMatchObject({ narrow: true, isBelow: false, rowHeight: 52, left: 0 });
  expect(layoutOf([bar('Valence'), bar('Central purchasing')], 320)).toMatchObject({ isBelow: true, rowHeight: 70 });
});

test('the bars leave room for the share and the note at the right, and for the name at the left', () => {
  const long = bar('Interregional department of digital transformation');
  const { left, right, nameOf } = layoutOf([long], 900);
  expect(left).toBe(240);
  expect(right).toBeGreaterThan(textWidth(long.note) + 50);
  expect(textWidth(nameOf(long))).toBeLessThan(left);
  expect(nameOf(bar('Valence'))).toBe('Valence');
});
