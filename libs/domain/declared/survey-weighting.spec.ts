import fc from 'fast-check';
import { type SurveyPlace } from './publish-survey.js';
import { weightedShare } from './survey-weighting.js';

const place = (key: string, people: number | null, yes: number, answered: number): SurveyPlace => ({
  ...{ key, parent: 'all', kind: 'cell', entity: key, members: [], respondents: answered, people },
  questions: { q: { counted: [yes, yes], answered: [answered, answered], answers: {} } },
});
const all = (yes: number, answered: number): SurveyPlace => ({ ...place('all', null, yes, answered), parent: null });

test('every place counts by its people: 80 of 100 in one of 200, 10 of 50 in one of 600', () => {
  const found = weightedShare([all(90, 150), place('a', 200, 80, 100), place('b', 600, 10, 50)], 'q');
  // Unweighted 0.6; weighted (200 × 0.8 + 600 × 0.2) ∕ 800.
  expect(found?.value).toBeCloseTo(0.35, 10);
  // 800² ∕ (200² ∕ 100 + 600² ∕ 50) = 640,000 ∕ 7,600.
  expect(found?.effectiveN).toBeCloseTo(84.21, 2);
  expect(found!.low).toBeLessThan(0.35);
  expect(found!.high).toBeGreaterThan(0.35);
});

test('where all answered alike in proportion, weighting changes nothing and loses nobody', () => {
  const size = fc.integer({ min: 10, max: 400 });
  fc.assert(
    fc.property(fc.array(size, { minLength: 2, maxLength: 8 }), fc.integer({ min: 1, max: 9 }), (sizes, tenth) => {
      const places = sizes.map((n, index) => place(`p${index}`, 5 * n, (n * tenth) / 10, n));
      const found = weightedShare(places, 'q')!;
      expect(found.value).toBeCloseTo(tenth / 10, 10);
      expect(found.effectiveN).toBeCloseTo(
        sizes.reduce((sum, n) => sum + n, 0),
        6,
      );
      expect(found.covered).toBe(1);
    }),
  );
});

test('a place where nobody answered is missing, and it says so; one place has nothing to weigh', () => {
  const places = [place('a', 100, 10, 20), place('b', 100, 5, 20), place('c', 200, 0, 0)];
  expect(weightedShare(places, 'q')).toMatchObject({ covered: 0.5, value: 0.375 });
  expect(weightedShare([all(10, 20), place('a', 100, 10, 20)], 'q')).toBeNull();
  expect(weightedShare([place('a', 0, 10, 20), place('b', 0, 5, 20)], 'q')).toBeNull();
});
