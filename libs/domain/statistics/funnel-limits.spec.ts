import { funnelLimits, funnelZ, overdispersionOf } from './funnel-limits.js';

test('limits at 17 % of 100 people', () => {
  const { warn, alarm } = funnelLimits(0.17, 100);
  expect([warn.low, warn.high, alarm.low, alarm.high].map((limit) => limit.toFixed(4))).toEqual([
    '0.0964',
    '0.2436',
    '0.0539',
    '0.2861',
  ]);
  expect(funnelLimits(0.02, 20).warn.low).toBe(0);
});

test('an entity outside a limit is as many standard errors away', () => {
  expect(Math.abs(funnelZ(25, 100, 0.17)!)).toBeGreaterThan(1.96);
  expect(funnelZ(17, 100, 0.17)).toBeCloseTo(0, 12);
  expect(funnelZ(0, 10, 0)).toBeNull();
});

test('entities that differ more than chance widen the funnel, a few do not', () => {
  const apart = Array.from({ length: 20 }, (_, i) => ({ events: i % 2 === 0 ? 50 : 10, size: 100 }));
  const phi = overdispersionOf(apart, 0.3);
  expect(phi).toBeCloseTo(0.04 / (0.21 / 100), 8);
  expect(funnelLimits(0.3, 100, phi).warn.high).toBeGreaterThan(0.5);
  expect(overdispersionOf(apart.slice(0, 9), 0.3)).toBe(1);
});
