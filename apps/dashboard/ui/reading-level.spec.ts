import { levelIn, sharedAddress } from './reading-level.js';

test('a shared address holds the filters and the level at which the page is read', () => {
  const shared = sharedAddress('https://essor.example/o/acme/usage?week=2026-11-15&compare=previous#top', 'expert');
  expect(shared).toBe('https://essor.example/o/acme/usage?week=2026-11-15&compare=previous&level=expert');
  expect(levelIn(new URL(shared).search)).toBe('expert');
  expect(sharedAddress(shared, 'simple')).toBe(shared.replace('level=expert', 'level=simple'));
  expect(levelIn('?level=moon')).toBeNull();
});
