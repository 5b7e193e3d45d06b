import fc from 'fast-check';
import { happenedBy, kaplanMeier, type LagCount, timeTo } from './survival.js';
import { lagsOf } from './testing/lags.js';
import { expectedVectors, vectorRows, vectorTest } from './testing/shared-vectors.js';

const [a, b] = [lagsOf('1,2,2,3,5,8+,10,14+,14+,14+'), lagsOf('2,4,6,9,12,14+,14+,14+,14+,14+')];

test('adoption of A by day 10 is 0.625, of B by day 12 0.50', () => {
  expect(happenedBy(kaplanMeier(a), 10).value).toBeCloseTo(0.625, 12);
  expect(happenedBy(kaplanMeier(b), 12).value).toBeCloseTo(0.5, 12);
  expect(happenedBy(kaplanMeier(b), 1)).toEqual({ value: 0, low: 0, high: 0 });
});

vectorTest('Freireich 1963 (needs ESSOR_SHARED): every step and the medians of both arms', () => {
  const { freireich } = expectedVectors() as {
    freireich: Record<'km_6mp' | 'km_placebo', { steps_t_atrisk_events_S_greenwoodSE: unknown[][]; median: number }>;
  };
  for (const [group, expected] of [
    ['6-MP', freireich.km_6mp],
    ['placebo', freireich.km_placebo],
  ] as const) {
    const rows = vectorRows('freireich-6mp.csv').filter((row) => row['group'] === group);
    const steps = kaplanMeier(
      rows.map(({ weeks, relapse }) => ({
        lag: Number(weeks),
        events: Number(relapse),
        censored: 1 - Number(relapse),
      })),
    );
    const round = (value: number | null) => (value === null ? null : Number(value.toFixed(6)));
    const found = steps.map((s) => [s.lag, s.atRisk, s.events, round(s.survival), round(s.standardError)]);
    expect(found).toEqual(expected.steps_t_atrisk_events_S_greenwoodSE);
    expect(timeTo(steps).value).toBe(expected.median);
  }
});

// R's survival package, survfit(conf.type = "log-log"): the interval of the 6-MP arm at week 6 and of both medians.
test('the log(−log) interval and that of the median', () => {
  const six = lagsOf('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
  const [first] = kaplanMeier(six);
  expect([first!.low.toFixed(3), first!.high.toFixed(3)]).toEqual(['0.620', '0.952']);
  expect(timeTo(kaplanMeier(six))).toEqual({ value: 23, low: 13, high: null });
  const placebo = lagsOf('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');
  expect(timeTo(kaplanMeier(placebo))).toEqual({ value: 8, low: 4, high: 11 });
});

test('half of them not reached: not reached', () => {
  expect(timeTo(kaplanMeier(lagsOf('1 2 9+ 9+ 9+ 9+'))).value).toBeNull();
  expect(kaplanMeier([])).toEqual([]);
});

// Those who came late were not at risk before: three from the start, one of them at 2; two more come at 3.
test('late entries are at risk from the next lag on', () => {
  const lags: LagCount[] = [
    { lag: 2, events: 1, censored: 0 },
    { lag: 3, events: 0, censored: 0, entered: 2 },
    { lag: 5, events: 1, censored: 3 },
  ];
  expect(kaplanMeier(lags).map(({ lag, atRisk }) => [lag, atRisk])).toEqual([
    [2, 3],
    [5, 4],
  ]);
});

const histogram = fc.array(
  fc.record({ lag: fc.integer({ min: 0, max: 30 }), events: fc.nat(5), censored: fc.nat(5) }),
  { minLength: 1, maxLength: 20 },
);

test('survival never rises, lies in its interval, and without censoring is the share left', () => {
  fc.assert(
    fc.property(histogram, (lags) => {
      let before = 1;
      for (const { survival, low, high } of kaplanMeier(lags)) {
        expect(survival).toBeLessThanOrEqual(before);
        expect(low).toBeLessThanOrEqual(survival + 1e-12);
        expect(high).toBeGreaterThanOrEqual(survival - 1e-12);
        before = survival;
      }
      const complete = lags.map((one) => ({ ...one, censored: 0 }));
      const all = complete.reduce((n, { events }) => n + events, 0);
      for (const { lag, survival } of kaplanMeier(complete)) {
        const left = complete.filter((one) => one.lag > lag).reduce((n, { events }) => n + events, 0);
        expect(survival).toBeCloseTo(left / all, 10);
      }
    }),
  );
});
