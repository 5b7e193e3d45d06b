import fc from 'fast-check';
import { isCandidate, type Member, relayLimits, relayPlan } from './relays.js';

const member = (person: number, over: Partial<Member> = {}): Member => {
  return {
    ...{ person, manages: false, ambassador: false, active: true, activeWeeks: 12 },
    ...{ responders: 10, communities: 2, crossesEntities: true },
    ...over,
  };
};

test.each<[string, Partial<Member>]>([
  ['a manager', { manages: true }],
  ['an ambassador already', { ambassador: true }],
  ['active in eight weeks of twelve', { activeWeeks: 8 }],
  ['answered by nine people', { responders: 9 }],
  ['of one community', { communities: 1 }],
  ['who stays in the entity', { crossesEntities: false }],
])('%s is no candidate', (_, over) => {
  expect(isCandidate(member(1))).toBe(true);
  expect(isCandidate(member(1, over))).toBe(false);
});

const silent = (person: number) => member(person, { responders: 0 });

test('the plan begins where ambassadors end, and takes who adds most', () => {
  const members = [
    member(1, { ambassador: true }),
    member(2),
    member(3),
    ...Array.from({ length: 57 }, (_, at) => silent(at + 4)),
  ];
  const star = (centre: number, from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => ({ source: from + at, target: centre }));
  // 1 reaches 4–13, 2 reaches 10–29, 3 reaches 14–49.
  const plan = relayPlan(members, [...star(1, 4, 14), ...star(2, 10, 30), ...star(3, 14, 50)]);
  expect(plan).toEqual({ active: 60, reached: 11, candidates: 2, additions: [3], reachable: 48 });
});

test('who was never active is not there to be reached, and nobody is added for nobody', () => {
  const members = [member(1), member(2, { active: false }), member(3)];
  expect(relayPlan(members, [{ source: 2, target: 1 }])).toMatchObject({
    active: 2,
    reached: 0,
    additions: [1],
    reachable: 1,
  });
  expect(relayPlan([], [])).toEqual({ active: 0, reached: 0, candidates: 0, additions: [], reachable: 0 });
});

test('greedy never adds more than it may, nor without a gain, and stops once enough are reached', () => {
  const tie = fc.record({ source: fc.nat(39), target: fc.nat(39) });
  const people = fc.array(fc.record({ ambassador: fc.boolean(), active: fc.boolean(), responders: fc.nat(20) }), {
    minLength: 40,
    maxLength: 40,
  });
  fc.assert(
    fc.property(people, fc.array(tie, { maxLength: 120 }), (all, ties) => {
      const members = all.map((over, person) => member(person, over));
      const plan = relayPlan(members, ties);
      expect(plan.additions.length).toBeLessThanOrEqual(Math.max(1, members.length * relayLimits.headcount));
      expect(plan.reachable - plan.reached).toBeGreaterThanOrEqual(plan.additions.length);
      expect(plan.reachable).toBeLessThanOrEqual(plan.active);
      for (const person of plan.additions) expect(isCandidate(members[person]!)).toBe(true);
      if (plan.reached >= relayLimits.covered * plan.active) expect(plan.additions).toEqual([]);
    }),
  );
});

test('greedy reaches at least 63 % of what the best choice of as many would add', () => {
  const tie = fc.record({ source: fc.nat(39), target: fc.nat(39) });
  fc.assert(
    fc.property(fc.array(tie, { minLength: 20, maxLength: 80 }), (ties) => {
      const members = Array.from({ length: 40 }, (_, person) => member(person));
      const plan = relayPlan(members, ties);
      const reach = members.map(({ person }) => {
        const of = ties.filter(({ source, target }) => source === person || target === person);
        return new Set([person, ...of.flatMap(({ source, target }) => [source, target])]);
      });
      let best = 0;
      for (const one of reach) for (const other of reach) best = Math.max(best, new Set([...one, ...other]).size);
      if (plan.additions.length === 2) expect(plan.reachable).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best);
    }),
    { numRuns: 50 },
  );
});
