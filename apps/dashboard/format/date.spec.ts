import { formatAgo, formatDay, formatWeek } from './date.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('days and weeks read as people write them', () => {
  expect(plain(formatDay('2025-02-03', 'fr'))).toBe('lun. 3 févr.');
  expect(plain(formatDay('2025-02-03', 'en'))).toBe('Mon 3 Feb');
  expect(plain(formatDay('2025-02-03', 'fr', 'long'))).toBe('3 février 2025');
  expect(plain(formatDay('2026-06-01', 'fr', 'long'))).toBe('1er juin 2026');
  expect(plain(formatDay('2026-06-01', 'fr'))).toBe('lun. 1er juin');
  expect(plain(formatDay('2026-06-11', 'fr', 'short'))).toBe('11 juin');
  expect(plain(formatDay('2026-06-01', 'en', 'long'))).toBe('1 June 2026');
  expect(plain(formatDay('2026-06-01', 'fr', 'month'))).toBe('juin 2026');
  expect(plain(formatWeek('2025-02-03', 'fr'))).toBe('semaine 6');
});

test.each([
  [20, 'à l’instant'],
  [61, 'il y a 1 min'],
  [4 * 60, 'il y a 4 min'],
  [3 * 3600, 'il y a 3 h'],
  [50 * 3600, 'il y a 2 j'],
])('%d seconds ago reads %s', (seconds, expected) => {
  const now = new Date('2026-11-16T09:00:00Z');
  expect(plain(formatAgo(new Date(now.getTime() - seconds * 1000), now, 'fr'))).toBe(expected);
});
