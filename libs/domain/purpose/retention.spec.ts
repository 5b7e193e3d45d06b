import fc from 'fast-check';
import { addDays, isoWeekday, monthsBefore } from '../calendar/day.js';
import { retention, retentionFloors } from './retention.js';

const raw = (instant: string, months = 1) => retentionFloors(new Date(instant), months).raw;

describe('where the stores begin', () => {
  it('is the Monday of the week, so many months before; a shorter month lends its last day', () => {
    // Six months before 20 May 2026 is Thursday 20 November.
    expect(raw('2026-05-20T03:00:00Z', 6)).toBe('2025-11-17');
    // 31 March and 28 to 30 March all go back to Saturday 28 February 2026.
    for (const day of ['28', '29', '30', '31']) expect(raw(`2026-03-${day}T12:00:00Z`)).toBe('2026-02-23');
    // In a leap year 29 February is there: a Tuesday.
    expect(raw('2028-03-31T12:00:00Z')).toBe('2028-02-28');
    expect(raw('2028-03-28T12:00:00Z')).toBe('2028-02-28');
    expect(raw('2028-03-27T12:00:00Z')).toBe('2028-02-21');
    // Thirteen months before 29 February 2028 is 29 January 2027; twelve is 28 February 2027, a Sunday.
    expect(raw('2028-02-29T00:00:00Z', 13)).toBe('2027-01-25');
    expect(retentionFloors(new Date('2028-02-29T10:30:00Z'), 6).audit.toISOString()).toBe('2027-02-28T10:30:00.000Z');
    expect(raw('2026-01-01T00:00:00Z')).toBe('2025-12-01');
  });

  it('moves at midnight UTC, and with no change to summer time', () => {
    // Paris: 29 March 2026 at 1:00 UTC, 25 October at 1:00 UTC.
    for (const day of ['2026-03-29', '2026-10-25']) {
      const floors = ['00:00', '00:59', '01:00', '01:01', '23:59'].map((time) => raw(`${day}T${time}:00Z`, 3));
      expect(new Set(floors).size).toBe(1);
    }
    const night = retentionFloors(new Date('2026-10-25T00:30:00Z'), 6);
    expect(night.audit.toISOString()).toBe('2025-10-25T00:30:00.000Z');
    expect(night.held.toISOString()).toBe('2026-09-25T00:30:00.000Z');
    expect(raw('2026-04-19T23:59:59Z')).toBe('2026-03-16');
    expect(raw('2026-04-23T00:00:00Z')).toBe('2026-03-23');
  });

  it('never goes back as time passes, nor forward as more months are kept, and keeps every day that was promised', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    const months = fc.integer({ min: retention.leastRawMonths, max: retention.mostRawMonths });
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 40_000 }), months, (now, minutes, kept) => {
        const floor = retentionFloors(now, kept).raw;
        const later = retentionFloors(new Date(now.getTime() + minutes * 60_000), kept).raw;
        const promised = monthsBefore(now.toISOString().slice(0, 10), kept);
        expect(isoWeekday(floor)).toBe(1);
        expect(later >= floor).toBe(true);
        expect(retentionFloors(now, kept + 1).raw <= floor).toBe(true);
        expect(floor <= promised && addDays(floor, 7) > promised).toBe(true);
      }),
    );
  });
});
