import { toldDays } from './told-days.js';

it('says a single day once', () => {
  expect(toldDays('2026-11-23', '2026-11-23', (one) => one)).toBe('2026-11-23');
  expect(toldDays('2026-11-22', '2026-11-23', (one) => one)).toBe('2026-11-22 – 2026-11-23');
});
