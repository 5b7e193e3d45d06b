import { firstWeek, heldWeek } from './first-week.js';

// 2026-11-15 and 2026-11-22 are Sundays.
it.each([
  ['2026-10-05', '2026-11-14', '2026-11-23', 'counting', '2026-11-08'],
  ['2026-10-05', '2026-11-15', '2026-11-23', 'counting', '2026-11-15'],
  // The week has ended, and is not told before a day has passed; the one before is.
  ['2026-10-05', '2026-11-22', '2026-11-23', 'counting', '2026-11-15'],
  ['2026-11-17', '2026-11-22', '2026-11-23', 'closing', '2026-11-22'],
  ['2026-11-17', '2026-11-22', '2026-11-24', 'counting', '2026-11-22'],
  ['2026-11-17', '2026-11-20', '2026-11-23', 'partial', '2026-11-22'],
])('of data from %s to %s, on %s: %s, %s', (first, through, today, state, sunday) => {
  expect(firstWeek(first, through, today, true)).toMatchObject({ state, sunday });
});

it('says from when on it is told', () => {
  expect(firstWeek('2026-11-17', '2026-11-22', '2026-11-23', true).from).toBe('2026-11-24');
});

it('is the one of the founding where nothing is told before a word', () => {
  expect(heldWeek('2026-11-18')).toEqual({ state: 'held', sunday: '2026-11-22', from: '2026-11-24' });
  expect(heldWeek('2026-11-22').sunday).toBe('2026-11-22');
});

it('is the running one where nobody is real', () => {
  const week = { state: 'counting', sunday: '2026-11-22', from: '2026-11-19' };
  expect(firstWeek('2026-11-17', '2026-11-18', '2026-11-19', false)).toEqual(week);
});
