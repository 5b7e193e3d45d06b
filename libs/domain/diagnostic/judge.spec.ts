import fc from 'fast-check';
import { governanceItems, governanceStates } from '../declared/governance.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { checkKeys, checkOf, signalsOf } from './catalogue.js';
import { verdictOf } from './judge.js';
import { lights } from './light.js';
import { counted, factsOf, type Pieces } from './testing/evidence.js';

describe('whatever is known', () => {
  const outcome = fc
    .tuple(fc.nat(1000), fc.nat(40))
    .map(([low, wide]) => counted({ low, high: Math.min(1000, low + wide) }));
  const indicatorKeys = [
    ...new Set(checkKeys.flatMap((key) => signalsOf(checkOf(key)).flatMap(({ indicator }) => indicator ?? []))),
  ];
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const record = <K extends string, V>(keys: readonly K[], value: fc.Arbitrary<V>) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
  const pieces = fc.record({
    indicators: record<IndicatorKey, ReturnType<typeof counted>>(indicatorKeys, outcome),
    items: record(governanceItems, fc.constantFrom(...governanceStates)),
    note: fc.constantFrom('read', 'comment', 'post'),
    sponsors: some(fc.nat(2)),
    sponsorSilent: some(fc.nat(80)),
    officialPost: some(fc.nat(40)),
    retention: some(outcome),
    workGroups: some(outcome),
    survey: some(outcome),
    communityManagers: some(fc.record({ whole: fc.nat(1), local: fc.nat(1) })),
    earlyAmbassadors: some(fc.nat(1)),
    appointments: some(fc.record({ running: fc.nat(2), animated: fc.nat(1), hours: fc.nat(1) })),
  }) as fc.Arbitrary<Pieces>;
  const facts = [
    'sponsors',
    'sponsorSilent',
    'officialPost',
    'retention',
    'workGroups',
    'survey',
    'communityManagers',
    'earlyAmbassadors',
    'appointments',
  ] as const;

  /** The same with one piece of evidence fewer, once for each piece. */
  function* oneFewer(all: Pieces): Generator<Pieces> {
    for (const key of Object.keys(all.indicators) as IndicatorKey[]) {
      const { [key]: _, ...indicators } = all.indicators;
      yield { ...all, indicators };
    }
    for (const item of Object.keys(all.items) as (keyof Pieces['items'])[]) {
      const { [item]: _, ...items } = all.items;
      yield { ...all, items };
    }
    for (const fact of facts) {
      const { [fact]: _, ...rest } = all;
      yield rest;
    }
  }

  test('removing evidence never turns a verdict greener', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(...checkKeys), (all, key) => {
        const before = verdictOf(key, factsOf(all)).light;
        for (const fewer of oneFewer(all)) {
          const after = verdictOf(key, factsOf(fewer)).light;
          if (after !== 'unknown') expect(lights.indexOf(after)).toBeLessThanOrEqual(lights.indexOf(before));
        }
      }),
    );
  });

  test('green only where all that decides is known, and unknown always has something to ask', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(...checkKeys), (all, key) => {
        const { light, findings, ask } = verdictOf(key, factsOf(all));
        const deciding = findings.filter(({ decides }) => decides);
        const known = deciding.filter(({ silence }) => silence === null);
        // E5 and what rests on it ask for one of two.
        if (light === 'green')
          expect(known.length).toBeGreaterThanOrEqual(deciding.length - (key === 'E5' || key === 'A2' ? 1 : 0));
        if (light === 'unknown') expect(ask).not.toBeNull();
        if (light === 'green') expect(deciding.some((finding) => finding.light === 'green')).toBe(true);
      }),
    );
  });
});
