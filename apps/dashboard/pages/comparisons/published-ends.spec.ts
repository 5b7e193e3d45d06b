import { publishedEnds } from './published-ends.js';

test('a share leaves with the ends that are published, not with those of chance', () => {
  const counts = { numerator: { low: 33, high: 43 }, denominator: { low: 97, high: 97 } };
  expect(publishedEnds(0.39, counts, '2026-03-15')).toEqual({
    ...{ value: 0.39, low: 33 / 97, high: 43 / 97, n: 97, asOf: '2026-03-15' },
    ...counts,
  });
  expect(publishedEnds(null, null, '2026-03-15')).toMatchObject({ value: null, low: null, high: null, n: null });
});
