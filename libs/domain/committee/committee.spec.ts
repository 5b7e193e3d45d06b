import { say } from '../sentences/say.js';
import {
  type Committee,
  committeeSentence,
  type CommitteeItem,
  countItems,
  isLate,
  lastCommittee,
  nextCommittee,
} from './committee.js';

const item = (state: CommitteeItem['state'], rest: Partial<CommitteeItem> = {}): CommitteeItem => ({
  ...{ id: `${state}`, kind: 'decision', text: 'Open Lyon', owner: null, dueOn: null, state, settledOn: null },
  ...rest,
});
const committee = (heldOn: string, ...items: CommitteeItem[]): Committee => ({
  ...{ id: heldOn, heldOn, participants: [], items },
});
const today = '2026-11-09';
const told = (committees: Committee[]) => {
  const found = committeeSentence(committees, today);
  return (['fr', 'en'] as const).map((language) => say(found, language).replace(/[\u202f\u00a0]/g, ' '));
};

test('what is open is late from the day after its last one', () => {
  const due = (dueOn: string | null) => isLate(item('open', { dueOn }), today);
  expect([due('2026-11-08'), due('2026-11-09'), due(null)]).toEqual([true, false, false]);
  expect(isLate(item('done', { dueOn: '2026-11-01' }), today)).toBe(false);
});

test('the committee of today is still to come', () => {
  const all = [committee('2026-12-01'), committee('2026-11-09'), committee('2026-10-01'), committee('2026-09-01')];
  expect(nextCommittee(all, today)?.id).toBe('2026-11-09');
  expect(lastCommittee(all, today)?.id).toBe('2026-10-01');
  expect([nextCommittee([], today), lastCommittee([committee('2026-12-01')], today)]).toEqual([null, null]);
});

test('what is late is among what is open', () => {
  const items = [item('open', { dueOn: '2026-11-01' }), item('open'), item('done'), item('asked'), item('dropped')];
  expect(countItems(items, today)).toEqual({ asked: 1, open: 2, late: 1, done: 1, dropped: 1 });
});

describe('the first sentence', () => {
  it('says that nothing is recorded', () => {
    expect(told([])[0]).toContain('Aucun COPIL n’est enregistré');
  });

  it('says what the last one left, what became of it, and what is asked now', () => {
    const last = committee(
      '2026-10-12',
      item('done'),
      item('open', { dueOn: '2026-11-01' }),
      item('open', { kind: 'action' }),
    );
    const older = committee('2026-09-01', item('open', { kind: 'action' }), item('done'));
    const [french, english] = told([committee('2026-11-09', item('asked')), last, older]);
    expect(french).toBe(
      'Le COPIL du 12 octobre 2026 a laissé 2 décisions et 1 action : 1 faite ; 2 ouvertes, dont 1 en retard. Des précédents, 1 reste ouverte. Au COPIL du 9 novembre 2026 : 1 décision à prendre.',
    );
    expect(english).toBe(
      'The committee of 12 October 2026 left 2 decisions and 1 action: 1 done; 2 open, 1 of them late. Of earlier ones 1 is still open. For the committee of 9 November 2026: 1 decision to take.',
    );
  });

  it('knows a committee that left nothing, a request without a date, and a first one', () => {
    expect(told([committee('2026-10-12', item('asked'))])[0]).toBe(
      'Le COPIL du 12 octobre 2026 n’a laissé ni décision ni action. 1 décision à prendre, sans date de COPIL.',
    );
    expect(told([committee('2026-12-01')])).toEqual([
      'Aucun COPIL ne s’est encore tenu. Prochain COPIL le 1er décembre 2026 : rien n’y est encore demandé.',
      'No steering committee has sat yet. Next committee on 1 December 2026: nothing is asked of it yet.',
    ]);
  });
});
