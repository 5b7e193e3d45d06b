import fc from 'fast-check';
import { coarsePeople, coarseShare } from './coarse.js';

const care = { k: 10, bands: true };

describe('few people', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 9],
    [9, 1, 9],
    [10, 10, 19],
    [47, 40, 49],
    [199, 190, 199],
    [200, 200, 200],
  ])('%d are told as %d to %d', (people, low, high) => {
    expect(coarsePeople(people, care)).toEqual({ low, high });
  });

  it('are within what is told, and never alone below k', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 10, max: 60 }), (people, k) => {
        const { low, high } = coarsePeople(people, { k, bands: true });
        expect(low <= people && people <= high).toBe(true);
        if (people < k) expect([low, high]).toEqual([1, k - 1]);
        // Whoever is told of k people or more learns it in the same way as of every other number that he could take for it.
        else expect(coarsePeople(low, { k, bands: true })).toEqual({ low, high });
      }),
    );
  });

  it('are exact where an organisation has no bands', () => {
    expect(coarsePeople(3, { k: 1, bands: false })).toEqual({ low: 3, high: 3 });
    expect(coarseShare(1, 3, 1, { k: 1, bands: false })).toBe(1 / 3);
  });
});

describe('the share of their events', () => {
  it('is not told of fewer than k people', () => {
    expect(coarseShare(50, 1000, 9, care)).toBeNull();
    expect(coarseShare(62, 1000, 10, care)).toBe(0.05);
    expect(coarseShare(62, 1000, 200, care)).toBe(0.06);
  });

  it('is 0 and 1 only where it is', () => {
    expect(coarseShare(1, 1_000_000, 12, care)).toBe(0.05);
    expect(coarseShare(999_999, 1_000_000, 12, care)).toBe(0.95);
    expect(coarseShare(1, 1_000_000, 200, care)).toBe(0.01);
    expect(coarseShare(0, 10, 0, care)).toBe(0);
    expect(coarseShare(0, 0, 0, care)).toBeNull();
  });
});
