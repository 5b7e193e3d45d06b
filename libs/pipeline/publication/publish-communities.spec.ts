import { type CommunityRow, type ExchangeRow, type MadeBy } from '#storage/measures/exchange.repository.js';
import { publishCommunities } from './publish-communities.js';

const blockEnd = '2026-10-25';
const rules = { k: 10, bands: true, exemplarity: true };
const even = (total: number): MadeBy => [10, Math.ceil(total / 10), Math.ceil(total / 5)];
const alone = (total: number): MadeBy => [1, total, total];

const group = (key: string, { made = {}, ...counts }: Partial<CommunityRow> = {}): CommunityRow => ({
  ...{ group: key, createdOn: null, owned: null, described: null },
  ...{ members: 60, managers: 12, writers: 30, active28: 30, active364: 50 },
  ...{ messages: 40, contributors: 20, top1: 6, top2: 11, managerMessages: 17, managerWeeks: 4 },
  ...{ threads: 20, answered: 15, replied: 12, otherReplied: 6, firstReplies: 16, managerFirst: 8 },
  ...{ pairs: 20, mutual: 8, resolutions: [], unresolved: [] },
  ...counts,
  made: {
    ...{ manager_messages: even(17), other_messages: even(23), threads: even(20), answered: even(15) },
    ...{ replied: even(12), manager_first: even(8), other_first: even(8), first_replies: even(16) },
    ...{ other_replied: even(6), manager_replied: even(6), pairs: even(20), mutual: even(8) },
    ...made,
  },
});
const countsOf = (groups: CommunityRow[], volumes: ExchangeRow[] = []) =>
  publishCommunities({ communities: groups, volumes }, blockEnd, rules).map(({ counts }) => counts);

test('volumes of a group are told where many share in them, what managers made where many do on both sides', () => {
  expect(countsOf([group('a')])).toEqual([
    expect.objectContaining({
      ...{ messages: [40, 40], threads: [20, 20], answered: [15, 15], replied: [12, 12], pairs: [20, 20] },
      ...{ manager_messages: [17, 17], manager_weeks: [4, 4], first_replies: [16, 16], manager_first: [8, 8] },
      other_replied: [6, 6],
    }),
  ]);
});

test('one manager who wrote is not told of, however many are members; nor one of the others', () => {
  for (const made of [{ manager_messages: alone(17) }, { other_messages: [9, 18, 19] satisfies MadeBy }]) {
    const [counts] = countsOf([group('a', { made })]);
    expect(counts).toMatchObject({ messages: [40, 40], manager_first: [8, 8] });
    expect(counts).not.toHaveProperty('manager_messages');
    expect(counts).not.toHaveProperty('manager_weeks');
  }
  for (const made of [{ manager_first: alone(8) }, { other_first: alone(8) }])
    expect(countsOf([group('a', { made })])[0]).not.toHaveProperty('manager_first');
  for (const made of [{ other_replied: alone(6) }, { manager_replied: alone(6) }])
    expect(countsOf([group('a', { made })])[0]).not.toHaveProperty('other_replied');
  expect(countsOf([group('a', { managers: 55 })])[0]).not.toHaveProperty('manager_messages');
});

test('managers who wrote hardly anything are told in a band, where many others wrote', () => {
  const made = { manager_messages: alone(1), other_messages: even(39) };
  expect(countsOf([group('a', { managerMessages: 1, managerWeeks: 1, made })])[0]).toMatchObject({
    ...{ manager_messages: [0, 2], manager_weeks: [0, 2] },
  });
});

test('threads of one author are not told, though many write; no answers are a band', () => {
  const [counts] = countsOf([group('a', { replied: 0, made: { threads: alone(20), replied: undefined } })]);
  expect(counts).not.toHaveProperty('threads');
  expect(counts).toMatchObject({ messages: [40, 40], replied: [0, 2] });
});

test('beside a silent group the smallest others are silent, so that what all wrote together leaves no few', () => {
  const all: ExchangeRow = {
    ...{ population: 'everyone', cell: '~organisation', measure: 'group_messages', total: 130 },
    ...{ contributors: 30, top1: 45, top2: 50 },
  };
  const one = group('one', { contributors: 6, top1: 45, top2: 46, messages: 50 });
  const rest = [group('b', { members: 70 }), group('c', { members: 80 }), group('d', { members: 90 })];
  const told = countsOf([one, ...rest], [all]).map((counts) => counts.messages);
  expect(told).toEqual([undefined, undefined, [40, 40], [40, 40]]);
  expect(countsOf([group('a'), ...rest], [all]).map((counts) => counts.messages)).not.toContain(undefined);
});

test('what a group did hardly any of is told in a band, and not found by subtracting the others from the whole', () => {
  const volume = (measure: string, total: number): ExchangeRow => ({
    ...{ population: 'everyone', cell: '~organisation', measure, total, contributors: 30, top1: 4, top2: 8 },
  });
  const all = [volume('group_messages', 160), volume('threads', 61)];
  const quiet = group('quiet', { threads: 1, made: { threads: alone(1) } });
  const rest = [group('b', { members: 70 }), group('c', { members: 80 }), group('d', { members: 90 })];
  const told = countsOf([quiet, ...rest], all).map(({ threads }) => threads);
  expect(told).toEqual([[0, 2], undefined, [20, 20], [20, 20]]);
});
