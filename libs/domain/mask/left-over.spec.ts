import fc from 'fast-check';
import { type Contribution, isShared } from './dominance.js';
import { type GroupPart, tellingGroups } from './left-over.js';
import { attackRuns } from './testing/attack-runs.js';

jest.setTimeout(60_000 + attackRuns(0) * 20);

const even = (total: number): Contribution => ({ total, contributors: 10, top1: total / 10, top2: total / 5 });
const oneMan = (total: number): Contribution => ({ total, contributors: 6, top1: total - 5, top2: total - 4 });
const group = (key: string, members: number, made: Contribution, isShown = true): GroupPart => ({
  ...{ key, members, made, isShown },
});
const telling = (...groups: GroupPart[]) => [...tellingGroups(groups)].sort();

test('all groups tell where none is silent', () => {
  expect(telling(group('a', 20, even(10)), group('b', 30, even(20)))).toEqual(['a', 'b']);
});

test('with a silent group the smallest others are, until what is left over is of many people', () => {
  const rest = [group('b', 30, even(40)), group('c', 40, even(20)), group('d', 50, even(100))];
  expect(telling(group('a', 60, oneMan(30), false), ...rest)).toEqual(['c', 'd']);
  expect(telling(group('a', 60, oneMan(50), false), ...rest)).toEqual(['d']);
  expect(telling(group('a', 60, oneMan(500), false), ...rest)).toEqual([]);
});

test('two silent groups may be those of the same people', () => {
  const small = (key: string): GroupPart => group(key, 8, { total: 6, contributors: 3, top1: 3, top2: 5 }, false);
  expect(telling(small('a'), small('b'), group('c', 40, even(40)))).toEqual([]);
  const mixed = (key: string): GroupPart => group(key, 8, { total: 10, contributors: 5, top1: 3, top2: 5 }, false);
  expect(telling(mixed('a'), mixed('b'), group('c', 40, even(40)))).toEqual(['c']);
});

test('many small groups are of many people where nobody in all of them does that much', () => {
  const small = Array.from({ length: 9 }, (_, at) =>
    group(`s${at}`, 8, { total: 6, contributors: 2, top1: 5, top2: 6 }, false),
  );
  const all: Contribution = { total: 400, contributors: 60, top1: 10, top2: 19 };
  expect(telling(...small, group('c', 40, even(40)))).toEqual([]);
  expect([...tellingGroups([...small, group('c', 40, even(40))], all)]).toEqual(['c']);
});

test('whoever did more in one group than anybody whom the whole knows counts with what he did there', () => {
  const small = ['a', 'b'].map((key) => group(key, 8, { total: 20, contributors: 3, top1: 15, top2: 18 }, false));
  const all: Contribution = { total: 400, contributors: 60, top1: 8, top2: 15 };
  expect([...tellingGroups([...small, group('c', 40, even(40))], all)]).toEqual([]);
});

describe('over drawn people in several groups each', () => {
  const most = 6;
  const people = fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 30 })), {
      minLength: most,
      maxLength: most,
    }),
    { minLength: 8, maxLength: 40 },
  );
  const madeBy = (parts: readonly number[]): Contribution => {
    const some = parts.filter((part) => part > 0).sort((a, b) => b - a);
    const [top1 = 0, second = 0] = some;
    return { total: some.reduce((sum, part) => sum + part, 0), contributors: some.length, top1, top2: top1 + second };
  };
  const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);

  /** Whether what the whole leaves beside the groups that tell theirs is of many people, or there is nothing to subtract. */
  function isEverShared(acts: readonly number[][], tell: typeof tellingGroups): boolean {
    const groups = Array.from({ length: most }, (_, at): GroupPart => {
      const made = madeBy(acts.map((own) => own[at]!));
      return { key: `g${at}`, members: made.contributors, made, isShown: isShared(made) };
    });
    const told = tell(groups, madeBy(acts.map(sum)));
    const silent = groups.filter(({ key }) => !told.has(key));
    if (told.size === 0 || silent.length === 0) return true;
    return isShared(madeBy(acts.map((own) => sum(own.filter((_, at) => !told.has(`g${at}`))))));
  }

  it('what the silent ones made is shared, whoever is in several of them', () => {
    fc.assert(
      fc.property(people, (acts) => isEverShared(acts, tellingGroups)),
      { numRuns: attackRuns(1000) },
    );
  });

  it('is caught where only those are silent that few made', () => {
    const alone: typeof tellingGroups = (groups) =>
      new Set(groups.flatMap(({ key, isShown }) => (isShown ? [key] : [])));
    const found = fc.check(
      fc.property(people, (acts) => isEverShared(acts, alone)),
      { numRuns: 1000, seed: 1 },
    );
    expect(found.failed).toBe(true);
  });
});
