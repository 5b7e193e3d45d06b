import { followedAt } from './followed-at.js';

const line = {
  ...{ key: 'a', name: 'A', role: 'wave' as const, bridge: 4 },
  points: [
    { x: 34, value: 0.2, n: 640 },
    { x: 38, value: 0.2, n: 641 },
  ],
};

test('people stand behind measures and between them, not after the last', () => {
  expect(followedAt(line, 34)?.n).toBe(640);
  expect(followedAt(line, 36)?.n).toBe(640);
  expect(followedAt(line, 38)?.n).toBe(641);
  expect(followedAt(line, 42)).toBeUndefined();
  expect(followedAt(line, 30)).toBeUndefined();
});
