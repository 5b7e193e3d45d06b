import { numberMarks } from './number-marks.js';

const at = (x: number, label: string, day = `2026-01-${String(x).padStart(2, '0')}`) => ({ x, label, day });

test('a few marks are named where they stand, one line a week', () => {
  expect(numberMarks([at(14, 'b'), at(7, 'a'), at(14, 'c'), at(70, 'late')], 7, 21)).toEqual([
    { x: 7, label: 'a', told: [], days: ['2026-01-07'] },
    { x: 14, label: 'b · c', told: [], days: ['2026-01-14'] },
  ]);
});

test('more of them are numbered and told beneath, so that no name runs over another', () => {
  const many = numberMarks([at(7, 'a'), at(14, 'b'), at(14, 'c'), at(21, 'd'), at(28, 'e')], 7, 28);
  expect(many.map(({ label, told }) => `${label}: ${told.join(', ')}`)).toEqual(['1: a', '2: b, c', '3: d', '4: e']);
});

test('the day is told on which it happened, not that on which the week begins', () => {
  const [opened] = numberMarks([at(15, 'b', '2026-01-14'), at(15, 'a', '2026-01-13')], 1, 30);
  expect(opened).toMatchObject({ label: 'a · b', days: ['2026-01-13', '2026-01-14'] });
});
