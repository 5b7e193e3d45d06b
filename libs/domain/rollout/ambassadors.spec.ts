import { ambassadorSentence, coverageState, entitiesWithout, median, missionLength } from './ambassadors.js';

test.each([
  [0, 100, 'none', 10],
  [9, 100, 'below', 1],
  [10, 100, 'inside', 0],
  [20, 100, 'inside', 0],
  [21, 100, 'above', 0],
  [1, 12, 'below', 1],
])('%i for %i people is %s, %i missing', (ambassadors, people, state, missing) => {
  expect(coverageState(ambassadors, people)).toEqual({ state, missing });
});

test.each([
  ['2021-01-01', '2021-05-01', { days: 59, months: 2, planned: 120, running: true, length: 'inside' }],
  ['2021-01-01', null, { days: 59, months: 2, planned: null, running: true, length: null }],
  ['2020-06-01', null, { days: 273, months: 9, planned: null, running: true, length: 'longer' }],
  ['2020-12-01', '2021-01-01', { days: 31, months: 1, planned: null, running: false, length: 'shorter' }],
  [null, null, { days: null, months: null, planned: null, running: true, length: null }],
  // Three and six calendar months to the day are inside, as K61 counts them; a day more is not.
  ['2020-12-01', null, { days: 90, months: 3, planned: null, running: true, length: 'inside' }],
  ['2020-09-01', null, { days: 181, months: 6, planned: null, running: true, length: 'inside' }],
  ['2020-08-31', null, { days: 182, months: 6, planned: null, running: true, length: 'longer' }],
  ['2021-02-01', '2021-12-01', { days: 28, months: 1, planned: 303, running: true, length: 'longer' }],
])('a mission from %p to %p', (from, to, length) => {
  expect(missionLength({ from, to }, '2021-03-01')).toEqual(length);
});

test('the median of nothing is nothing', () => {
  expect([median([]), median([5, 1, 3]), median([1, 2, 3, 10])]).toEqual([null, 3, 2.5]);
});

test('nobody in office is said plainly', () => {
  expect(ambassadorSentence(null, 4).key).toBe('ambassadors.none');
});

describe('entities read together', () => {
  const sweden = { entity: 'se', parent: 'nordics', entities: ['se', 'malmo', 'umea', 'gavle'], ambassadors: 2 };

  it('name those without an ambassador, however small, where mandates say whom each one serves', () => {
    expect(entitiesWithout(sweden, ['malmo', 'malmo', 'paris', null])).toEqual(['umea', 'gavle']);
    const joined = { entity: null, parent: 'nordics', entities: ['malmo', 'umea'], ambassadors: 1 };
    expect(entitiesWithout(joined, ['malmo'])).toEqual(['umea']);
  });

  it('say nothing where somebody serves all of them, or a place that is not told', () => {
    expect(entitiesWithout(sweden, ['malmo', 'se'])).toEqual([]);
    expect(entitiesWithout(sweden, ['malmo', null])).toEqual([]);
    expect(entitiesWithout({ ...sweden, ambassadors: 0 }, [])).toEqual([]);
    expect(entitiesWithout({ ...sweden, entities: ['malmo'] }, ['malmo', 'malmo'])).toEqual([]);
  });
});
