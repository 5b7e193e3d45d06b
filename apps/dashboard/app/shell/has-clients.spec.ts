import { hasClients } from './has-clients.js';

const whole = { role: 'consultant', scope: null } as const;

test('clients are side by side from two on, where comparisons are read in one of them', () => {
  expect(hasClients([whole])).toBe(false);
  expect(hasClients([whole, { role: 'sponsor', scope: null }])).toBe(true);
  expect(
    hasClients([
      { role: 'local_lead', scope: 'lyon' },
      { role: 'sponsor', scope: null },
    ]),
  ).toBe(false);
});
