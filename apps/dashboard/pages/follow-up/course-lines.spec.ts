import { type FollowedEntity } from '#contract/follow-up.js';
import { calledSince, courseLines } from './course-lines.js';

const turin: FollowedEntity = {
  ...{
    place: 'turin',
    entities: ['turin'],
    kind: 'cell',
    name: 'Turin',
    members: [],
    headcount: 292,
    waves: ['Europe'],
    window: 28,
    against: 'peers',
  },
  ...{
    signedIn: {
      numerator: null,
      denominator: null,
      value: null,
      low: null,
      high: null,
      n: null,
      shown: 'masked' as const,
    },
    evidence: null,
    question: null,
    low: false,
    plan: 'on',
    since: null,
    lastCall: { calledOn: '2026-03-02', outcome: 'reached' },
  },
  weeks: [
    { weekEnd: '2026-03-01', share: 0.5, expected: null },
    { weekEnd: '2026-03-08', share: 0.2, expected: { value: 0.75, low: 0.67, high: 0.82, peers: 6 } },
  ],
};

test('two lines, with a gap where nothing is expected', () => {
  const [expected, actual] = courseLines(turin, { actual: 'Turin', expected: 'Attendu' });
  expect(expected!.points.map(({ value, low }) => [value, low])).toEqual([
    [null, undefined],
    [0.75, 0.67],
  ]);
  expect(actual!.points.map(({ value }) => value)).toEqual([0.5, 0.2]);
});

test('calls since a day', () => {
  const never = { ...turin, lastCall: null };
  expect([calledSince([turin, never], '2026-03-02'), calledSince([turin], '2026-03-03')]).toEqual([1, 0]);
});
