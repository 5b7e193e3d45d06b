import fc from 'fast-check';
import { priorOf, shrink } from './shrinkage.js';

test('small entities are drawn to the middle, large ones stay', () => {
  const clusters = [
    { events: 2, size: 4 },
    { events: 500, size: 1_000 },
    { events: 100, size: 1_000 },
    { events: 300, size: 1_000 },
  ];
  const prior = priorOf(clusters)!;
  const [small, large] = [shrink(clusters[0]!, prior), shrink(clusters[1]!, prior)];
  expect(Math.abs(small - prior.share)).toBeLessThan(0.5 * Math.abs(0.5 - prior.share));
  expect(large).toBeCloseTo(0.5, 2);
});

test('entities no further apart than chance share one rate', () => {
  const prior = priorOf(Array.from({ length: 10 }, () => ({ events: 17, size: 100 })))!;
  expect(prior).toEqual({ share: 0.17, people: Infinity });
  expect(shrink({ events: 9, size: 10 }, prior)).toBe(0.17);
  expect(priorOf([{ events: 1, size: 2 }])).toBeNull();
});

test('a shrunk share lies between its own and that of all', () => {
  const cluster = fc
    .tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([size, share]) => ({ size, events: Math.floor(size * share) }));
  fc.assert(
    fc.property(fc.array(cluster, { minLength: 2, maxLength: 20 }), (clusters) => {
      const prior = priorOf(clusters);
      if (!prior) return;
      for (const one of clusters) {
        const own = one.events / one.size;
        const shrunk = shrink(one, prior);
        expect(shrunk).toBeGreaterThanOrEqual(Math.min(own, prior.share) - 1e-12);
        expect(shrunk).toBeLessThanOrEqual(Math.max(own, prior.share) + 1e-12);
      }
    }),
  );
});
