import { freshnessText } from './doctor.command.js';

const week = (weekEnd: string, through: string, provisional = false) => ({
  ...{ weekEnd, through, provisional },
  publishedAt: new Date('2026-11-22T04:05:06Z'),
});

test('says up to when pages speak, not when the running week will end', () => {
  const weeks = [week('2026-11-22', '2026-11-18', true), week('2026-11-15', '2026-11-15')];
  expect(freshnessText(weeks, 0)).toBe(
    'up to 2026-11-15, computed 2026-11-22 04:05 UTC, running week up to 2026-11-18',
  );
  expect(freshnessText(weeks.slice(1), 3)).toBe('up to 2026-11-15, computed 2026-11-22 04:05 UTC, 3 marks waiting');
});

test('without a closed week the running one is shown', () => {
  expect(freshnessText([week('2026-11-22', '2026-11-18', true)], 0)).toBe(
    'up to 2026-11-18, computed 2026-11-22 04:05 UTC',
  );
  expect(freshnessText([], 2)).toBe('nothing published yet, 2 marks waiting');
  expect(freshnessText([], 0, true)).toBe('nothing published yet: everything is in once `essor org publish` says so');
});
