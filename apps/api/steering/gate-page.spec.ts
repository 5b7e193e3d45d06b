import { type DecisionRow } from '#storage/steering/decision.repository.js';
import { decisionOnWire } from './gate-page.js';

it('tells of a decision what the contract names, and nothing that a row may hold besides', () => {
  const row: DecisionRow = {
    ...{ id: 7, wave: 'w2', decision: 'go', reason: 'Every light is green.', recommendation: 'go', by: 'Ada' },
    ...{ decidedAt: new Date('2026-11-23T08:00:00Z'), decidedOn: '2026-11-23' },
  };
  const told = { ...row, decidedAt: '2026-11-23T08:00:00.000Z' };
  const withMore = { ...row, accountId: 'a', lights: { sponsor: 'green' } };
  expect(decisionOnWire(withMore)).toEqual(told);
});
