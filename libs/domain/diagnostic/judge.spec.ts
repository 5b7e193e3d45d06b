import fc from 'fast-check';
import { governanceItems, governanceStates } from '../declared/governance.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { asListed } from '../indicators/outcome.js';
import { say } from '../sentences/say.js';
import { type CheckKey, checkKeys, checkOf, signalsOf } from './catalogue.js';
import { diagnose, errorPoints } from './diagnosis.js';
import { verdictOf } from './judge.js';
import { type Light, lights } from './light.js';
import { counted, factsOf, noPieces, type Pieces, sure } from './testing/evidence.js';

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

  test('an error that asks for a decision tells what it rests on', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        for (const { key, params } of errorPoints(diagnose(factsOf(all)))) {
          expect(key).toMatch(/^attention\.error_(share|told)$/);
          expect(say({ key, params }, 'fr')).not.toMatch(/undefined|NaN|null/);
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

test.each<[CheckKey, Partial<Pieces>, Light]>([
  // 80 of 152 groups are 45 to 60 %, 100 of 152 are 58 to 73 %.
  ['E8', { indicators: { K43: counted(80, 152) }, officialPost: 1 }, 'unknown'],
  ['E8', { indicators: { K43: counted(100, 152) }, officialPost: 1 }, 'red'],
  ['E10', { indicators: { K84: counted(12, 40), 'K84.managers': sure(600) } }, 'unknown'],
  ['E10', { indicators: { K84: counted(320), 'K84.managers': sure(600) } }, 'unknown'],
  ['E10', { indicators: { K84: counted(340), 'K84.managers': sure(600) } }, 'green'],
  [
    'E6',
    {
      indicators: { 'K43.ownerless': counted(1, 20) },
      items: { charter: 'done', moderators_named: 'done', publication_rules: 'done' },
    },
    'unknown',
  ],
  [
    'E7',
    { indicators: { K44: counted(17, 20) }, items: { content_plan: 'done', launch_checklist: 'done' } },
    'unknown',
  ],
  // Lists that are whole leave nothing to chance.
  ['E4', { indicators: { K01: asListed(counted(951)) }, items: { communication_plan: 'done' } }, 'green'],
])('an interval that holds the limit bears no verdict: %s of %j is %s', (key, pieces, expected) => {
  expect(verdictOf(key, factsOf({ ...noPieces, ...pieces })).light).toBe(expected);
});

test('the evidence of an error has its people, its window, its day and its limit', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  const facts = factsOf({ ...noPieces, indicators: { K43: counted(100, 152) }, officialPost: 1 });
  const [point] = errorPoints({ verdicts: [verdictOf('E8', facts)] });
  expect([plain(say(point!, 'fr')), say(point!, 'en')]).toEqual([
    'On anime trop peu : groupes en sommeil, 66 % (100 sur 152, intervalle de 58 % à 73 %, sur 28 jours, au 29 mars 2026) ; rouge au-dessus de 50 %.',
    'There is too little animation: silent groups, 66% (100 of 152, interval from 58% to 73%, over 28 days, by 29 March 2026); red above 50%.',
  ]);
  const nobody = { ...noPieces, sponsors: 1, sponsorSilent: 60 };
  expect(say(errorPoints({ verdicts: [verdictOf('E2', factsOf(nobody))] })[0]!, 'en')).toContain(
    '60 days without a message',
  );
});
