import { hasBegun, waitOf } from './next-week.js';

const next = (through: string) => ({ weekEnd: '2026-11-22', from: '2026-11-23T23:00:00Z', through });
const monday = new Date('2026-11-23T09:00:00Z');
const tuesday = new Date('2026-11-24T09:00:00Z');

describe('when the next week is told', () => {
  it('waits for the clock, for its data, or for both', () => {
    expect(waitOf(next('2026-11-22'), monday)).toBe('on');
    expect(waitOf(next('2026-11-20'), monday)).toBe('whole');
    expect(waitOf(next('2026-11-20'), tuesday)).toBe('waits');
    expect(waitOf(next('2026-11-22'), tuesday)).toBeNull();
  });

  it('has begun with its first day', () => {
    expect(hasBegun(next('2026-11-15'))).toBe(false);
    expect(hasBegun(next('2026-11-16'))).toBe(true);
  });
});
