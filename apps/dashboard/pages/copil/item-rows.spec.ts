import { type Committee, type CommitteeItem, type Committees } from '#contract/committees.js';
import { followedRows, shownCommittee } from './item-rows.js';

const item = (id: string, rest: Partial<CommitteeItem>): CommitteeItem => ({
  ...{ id, kind: 'decision', text: id, owner: null, dueOn: null, state: 'open', settledOn: null, isLate: false },
  ...rest,
});
const committee = (id: string, ...items: CommitteeItem[]): Committee => ({
  ...{ id, heldOn: id, participants: [], items },
});
const page = (rest: Partial<Committees>): Committees => ({
  ...{ today: '2026-11-09', sentence: { key: 'committee.none', params: {} }, next: null, last: null },
  ...{ counts: { asked: 0, open: 0, late: 0, done: 0, dropped: 0 }, committees: [], gates: [], ...rest },
});

test('the late come first, then the open by their day, then what was settled last', () => {
  const committees = [
    committee(
      '2026-11-02',
      item('some day', {}),
      item('soon', { dueOn: '2026-11-20' }),
      item('asked', { state: 'asked' }),
      item('done before', { state: 'done', settledOn: '2026-11-03' }),
    ),
    committee(
      '2026-10-05',
      item('dropped last', { state: 'dropped', settledOn: '2026-11-05' }),
      item('late', { dueOn: '2026-11-01', isLate: true }),
    ),
  ];
  expect(followedRows(page({ committees })).map(({ text, heldOn }) => `${text} ${heldOn}`)).toEqual([
    ...['late 2026-10-05', 'soon 2026-11-02', 'some day 2026-11-02'],
    ...['dropped last 2026-10-05', 'done before 2026-11-02'],
  ]);
});

test('shows the committee of the address, else the next, else the last', () => {
  const all = page({ committees: [committee('b'), committee('a')], next: 'b', last: 'a' });
  expect([shownCommittee(all, 'a')?.id, shownCommittee(all, 'gone')?.id]).toEqual(['a', 'b']);
  expect(shownCommittee({ ...all, next: null }, undefined)?.id).toBe('a');
  expect(shownCommittee(page({}), undefined)).toBeNull();
});
