import { type CommitteeItem } from '#domain/committee/committee.js';
import { type DecisionRow } from '#storage/steering/decision.repository.js';
import { committeeOnWire, gateOnWire } from './on-wire.js';

const more = { organizationId: 'o', withdrawnAt: null, accountId: 'a' };

it('tells of committees what the contract names, and nothing that a row may hold besides', () => {
  const item: CommitteeItem = {
    ...{ id: 'i', kind: 'action', text: 'Appeler Lyon', owner: 'Ada', dueOn: '2026-11-20', state: 'open' },
    settledOn: null,
  };
  const committee = { id: 'c', heldOn: '2026-11-12', participants: ['Ada'], items: [{ ...item, ...more }], ...more };
  expect(committeeOnWire(committee, '2026-11-23')).toEqual({
    ...{ id: 'c', heldOn: '2026-11-12', participants: ['Ada'] },
    items: [{ ...item, isLate: true }],
  });
});

it('tells of decisions at gates what the contract names, with the name of the wave', () => {
  const row: DecisionRow = {
    ...{ id: 7, wave: 'w2', decision: 'go', reason: 'Every light is green.', recommendation: 'go', by: 'Ada' },
    ...{ decidedAt: new Date('2026-11-23T08:00:00Z'), decidedOn: '2026-11-23' },
  };
  const told = { ...row, decidedAt: '2026-11-23T08:00:00.000Z' };
  expect(gateOnWire({ ...row, ...more }, new Map([['w2', 'Siège']]))).toEqual({ ...told, waveName: 'Siège' });
  expect(gateOnWire({ ...row, ...more }, new Map())).toEqual({ ...told, waveName: 'w2' });
});
