import { linesAside } from './told-lines.js';

it('tells the lines that no other count tells, so that what was read adds up', () => {
  const file = { state: 'done', received: 10, accepted: 5, duplicates: 2, rejected: 1 } as const;
  expect(linesAside(file)).toBe(2);
  expect(linesAside({ ...file, duplicates: 4 })).toBe(0);
  // A refused link is one more refusal of a line that was taken.
  expect(linesAside({ ...file, accepted: 10 })).toBe(0);
  for (const state of ['running', 'held', 'failed', 'undone'] as const) expect(linesAside({ ...file, state })).toBe(0);
});
