import fc from 'fast-check';
import { type PublishedRow } from '#storage/publication/publish.repository.js';
import { withFirstPlan } from './first-plan.js';

const row = (population: string, counts: PublishedRow['counts'], node = 'lyon', days = 0): PublishedRow => {
  return { population, days, node, counts };
};

describe('a week that was published before its plan', () => {
  const before = [row('everyone', { people: [40, 40], planned: [0, 0], activated: [9, 11] })];

  it('says all that it said, and who is planned', () => {
    const after = [
      row('everyone', { people: [40, 40], planned: [40, 40], opened: [40, 40], activated: [9, 11] }),
      row('planned', { people: [40, 40], activated: [9, 11] }),
      row('wave-w1', { people: [40, 40], activated: [9, 11] }),
    ];
    expect(withFirstPlan(before, after)).toEqual(after);
  });

  it('says nothing of populations and counts that came with something else', () => {
    const after = [
      row('everyone', { people: [40, 40], planned: [40, 40], activated: [9, 11], engaged: [3, 5] }),
      row('managers', { people: [12, 12] }),
    ];
    expect(withFirstPlan(before, after)).toEqual([
      row('everyone', { people: [40, 40], planned: [40, 40], activated: [9, 11] }),
    ]);
  });

  it.each([
    ['a band moved', [row('everyone', { people: [40, 40], planned: [40, 40], activated: [12, 14] })]],
    ['a count is no longer told', [row('everyone', { people: [40, 40], planned: [40, 40] })]],
    ['a place is no longer told', []],
  ])('stays as it is where %s', (_, after) => {
    expect(withFirstPlan(before, after)).toBeNull();
  });

  it('tells together with its first statement no more than a statement of today tells alone', () => {
    const interval = fc.tuple(fc.nat(3), fc.nat(3)).map(([low, width]): [number, number] => [low, low + width]);
    const counts = fc.dictionary(fc.constantFrom('people', 'planned', 'opened', 'activated', 'login'), interval);
    const rows = fc.uniqueArray(
      fc.record({
        population: fc.constantFrom('everyone', 'invited', 'planned', 'opened', 'wave-w1'),
        days: fc.constantFrom(0, 7),
        node: fc.constantFrom('lyon', 'paris'),
        counts,
      }),
      { selector: ({ population, days, node }) => `${population}/${days}/${node}` },
    );
    fc.assert(
      fc.property(rows, fc.array(fc.boolean()), fc.array(fc.boolean()), (today, kept, moved) => {
        const unplanned = today.filter(({ population }) => population === 'everyone' || population === 'invited');
        const said = unplanned
          .filter((_, index) => kept[index] ?? true)
          .map((each, index) =>
            moved[index] ? { ...each, counts: { ...each.counts, login: [90, 92] as [number, number] } } : each,
          );
        const told = withFirstPlan(said, today);
        const words = (all: readonly PublishedRow[], declared: boolean) =>
          all.flatMap((each) =>
            Object.entries(each.counts)
              .filter(([measure]) => declared || (measure !== 'planned' && measure !== 'opened'))
              .map(([measure, ends]) => `${each.population}/${each.days}/${each.node}/${measure}/${ends.join('-')}`),
          );
        const isContained = words(said, false).every((word) => words(today, false).includes(word));
        expect(told !== null).toBe(isContained);
        if (told) expect(words(told, false).filter((word) => !words(today, false).includes(word))).toEqual([]);
      }),
    );
  });
});
