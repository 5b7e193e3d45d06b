import fc from 'fast-check';
import { compareLags } from './compare.js';
import { addedBins, curveOf, peopleOf } from './curve.js';
import { lagBinOf } from './lag.js';
import { type PublishedLag } from './lag-histogram.js';

const exact = (lag: number, counts: { entered?: number; events?: number; censored?: number }): PublishedLag => {
  const { entered = 0, events = 0, censored = 0 } = counts;
  return { lag, entered: [entered, entered], events: [events, events], censored: [censored, censored] };
};

test('days are told apart for four weeks, then weeks are', () => {
  expect([0, 27, 28, 34, 35, 100].map(lagBinOf)).toEqual([0, 27, 28, 28, 35, 98]);
});

describe('a curve', () => {
  // Ten people: two on day 1, one leaves on day 2, three on day 3, four not yet after ten days.
  const bins = [
    exact(0, { entered: 10 }),
    exact(1, { events: 2 }),
    exact(2, { censored: 1 }),
    exact(3, { events: 3 }),
    exact(10, { censored: 4 }),
  ];

  it('counts a leaver until they left, and the others until now', () => {
    const curve = curveOf('adoption', bins);
    expect(curve).toMatchObject({ people: { low: 10, high: 10 }, events: { low: 5, high: 5 }, followUp: 10 });
    // 1 − 8/10, then 1 − 8/10 × 4/7.
    expect(curve!.points.map(({ at, value, atRisk }) => [at, Number(value.toFixed(6)), atRisk])).toEqual([
      [1, 0.2, 10],
      [3, 0.542857, 7],
    ]);
    expect(curve!.median.value).toBe(3);
    // After the last event people are still lost sight of: the number at risk goes on falling.
    expect(curve!.risk).toEqual([
      { at: 0, n: 10, atMost: false },
      { at: 1, n: 10, atMost: false },
      { at: 2, n: 8, atMost: false },
      { at: 3, n: 7, atMost: false },
      { at: 10, n: 4, atMost: false },
    ]);
  });

  it('says at most so many where people who are lost are published in one bin of many weeks', () => {
    const joined = [
      exact(0, { entered: 100 }),
      exact(14, { events: 30 }),
      exact(56, { events: 10, censored: 5 }),
      exact(203, { events: 10 }),
      exact(525, { censored: 45 }),
    ];
    expect(curveOf('adoption', joined)!.risk.map(({ at, n, atMost }) => [at, n, atMost])).toEqual([
      [0, 100, false],
      [14, 100, false],
      [62, 70, false],
      [209, 55, true],
      [531, 45, true],
    ]);
  });

  it('ends with the age of the side, however long the last bin of the organisation is', () => {
    const young = [
      exact(0, { entered: 100 }),
      exact(14, { events: 40 }),
      exact(98, { censored: 10 }),
      exact(490, { events: 20 }),
      exact(525, { censored: 30 }),
    ];
    const curve = curveOf('adoption', young, 180)!;
    expect(curve.followUp).toBe(180);
    expect(curve.points.map(({ at }) => at)).toEqual([14]);
    expect(curve.risk.map(({ at, n }) => [at, n])).toEqual([
      [0, 100],
      [14, 100],
      [104, 60],
      [180, 50],
    ]);
    // Half of them are reached in a bin that ends after the side's last day: when, nobody knows.
    expect(curve.median.value).toBeNull();
    expect(curveOf('adoption', young)!.median.value).toBe(496);
    expect(curveOf('habit', young, 140)!.followUp).toBe(20);
  });

  it('says that the median is not reached', () => {
    const slow = [exact(0, { entered: 10 }), exact(5, { events: 4 }), exact(30, { censored: 6 })];
    expect(curveOf('activation', slow)!.median.value).toBeNull();
  });

  it('puts at risk from their own day on who came after the launch', () => {
    const late = [exact(0, { entered: 4 }), exact(2, { events: 2, entered: 2 }), exact(9, { censored: 4 })];
    // On day 2 six are at risk: four from the launch, two who came that day.
    const [point] = curveOf('adoption_since_launch', late)!.points;
    expect(point).toMatchObject({ at: 2, atRisk: 6 });
    expect(point!.value).toBeCloseTo(2 / 6, 12);
  });

  it('happens by the last day of a week, and for habits in weeks', () => {
    const weekly = [exact(0, { entered: 4 }), exact(56, { events: 4 })];
    expect(curveOf('adoption', weekly)!.median.value).toBe(62);
    expect(curveOf('habit', weekly)!.median.value).toBe(8);
  });

  it('covers both ends of a band', () => {
    const band: PublishedLag[] = [
      exact(0, { entered: 200 }),
      { lag: 4, entered: [0, 0], events: [0, 20], censored: [0, 0] },
      { lag: 9, entered: [0, 0], events: [0, 0], censored: [190, 190] },
    ];
    const [point] = curveOf('adoption', band)!.points;
    const [alone] = curveOf('adoption', [
      exact(0, { entered: 200 }),
      exact(4, { events: 10 }),
      exact(9, { censored: 190 }),
    ])!.points;
    expect(point!.value).toBeCloseTo(alone!.value, 10);
    expect(point!.low).toBe(0);
    expect(point!.high).toBeGreaterThan(alone!.high);
  });

  it('is nothing where nobody was ever at risk', () => {
    expect(curveOf('habit', [])).toBeNull();
  });

  it('of people seen to the end is the plain share, in whatever places they are', () => {
    const lag = fc.nat(27);
    fc.assert(
      fc.property(
        fc.array(fc.array(lag, { minLength: 1 }), { minLength: 1, maxLength: 4 }),
        fc.nat(30),
        (sites, others) => {
          const places = sites.map((lags, index) =>
            addedBins([
              ...lags.map((at) => [exact(0, { entered: 1 }), exact(at, { events: 1 })]),
              ...(index === 0 ? [[exact(0, { entered: others }), exact(27, { censored: others })]] : []),
            ]),
          );
          const all = addedBins(places);
          const people = sites.flat().length + others;
          expect(peopleOf(all)).toBe(people);
          const last = curveOf('activation', all)!.points.at(-1)!;
          expect(last.value).toBeCloseTo(sites.flat().length / people, 10);
        },
      ),
    );
  });
});

describe('two sides', () => {
  const fast = {
    stratum: 'small',
    bins: [exact(0, { entered: 40 }), exact(2, { events: 30 }), exact(20, { censored: 10 })],
  };
  const slow = {
    stratum: 'small',
    bins: [exact(0, { entered: 40 }), exact(9, { events: 20 }), exact(20, { censored: 20 })],
  };

  it('that differ person by person need not differ between sites', () => {
    const test = compareLags('adoption', [fast, fast], [slow, slow])!;
    expect(test.logRank.p).toBeLessThan(0.001);
    expect(test.overUnits).toMatchObject({ p: expect.closeTo(1 / 3, 10), arrangements: 6, exact: true });
  });

  it('are compared within their strata only', () => {
    const large = { ...slow, stratum: 'large' };
    expect(compareLags('adoption', [fast], [large])).toBeNull();
    expect(
      compareLags('adoption', [fast, large], [slow, { ...fast, stratum: 'large' }])!.logRank.chiSquare,
    ).toBeCloseTo(0, 10);
  });
});
