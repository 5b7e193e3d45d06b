import { type Contribution } from './dominance.js';
import { type GroupPart, tellingGroups } from './left-over.js';

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

test('whoever did more in one group than anybody in the whole, which parts those who moved, counts with what he did there', () => {
  const small = ['a', 'b'].map((key) => group(key, 8, { total: 20, contributors: 3, top1: 15, top2: 18 }, false));
  const all: Contribution = { total: 400, contributors: 60, top1: 8, top2: 15 };
  expect([...tellingGroups([...small, group('c', 40, even(40))], all)]).toEqual([]);
});
