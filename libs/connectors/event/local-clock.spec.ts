import fc from 'fast-check';
import { type DateFormat, dateFormats } from '#domain/files/reading.js';
import { LocalClock } from './local-clock.js';

function clock(format: DateFormat | null, zone: string | null = 'Europe/Paris') {
  const doubled = jest.fn();
  const local = new LocalClock(format, zone, doubled);
  const read = (text: string) => {
    const instant = local.instant(text);
    return typeof instant === 'number' ? new Date(instant).toISOString() : instant;
  };
  return { local, read, doubled };
}

describe('a local clock', () => {
  it.each<[DateFormat | null, string, string]>([
    ['dd/MM/yyyy HH:mm', '02/03/2026 09:14', '2026-03-02T08:14:00.000Z'],
    ['dd/MM/yyyy HH:mm', '2/3/2026 9:14', '2026-03-02T08:14:00.000Z'],
    ['dd/MM/yyyy HH:mm:ss', '02/07/2026 09:14:07', '2026-07-02T07:14:07.000Z'],
    ['MM/dd/yyyy h:mm a', '03/02/2026 12:05 AM', '2026-03-01T23:05:00.000Z'],
    ['MM/dd/yyyy h:mm a', '3/2/2026 1:05 pm', '2026-03-02T12:05:00.000Z'],
    ['dd.MM.yyyy HH:mm', '02.03.2026 09:14', '2026-03-02T08:14:00.000Z'],
    ['yyyy-MM-dd HH:mm:ss', '2026-03-02 09:14:07', '2026-03-02T08:14:07.000Z'],
    ['dd/MM/yyyy', '02/03/2026', '2026-03-02T11:00:00.000Z'],
    ['dd/MM/yyyy', '29/02/2024', '2024-02-29T11:00:00.000Z'],
    ['yyyy-MM-dd HH:mm', '2026-03-02T09:14:07Z', '2026-03-02T09:14:07.000Z'],
    [null, '2026-03-02T09:14:07', '2026-03-02T08:14:07.000Z'],
    [null, '2026-03-02 09:14', '2026-03-02T08:14:00.000Z'],
    [null, '2026-03-02', '2026-03-02T11:00:00.000Z'],
  ])('of %s reads %s', (format, text, expected) => {
    expect(clock(format).read(text)).toBe(expected);
  });

  it.each<[DateFormat | null, string, string]>([
    ['dd/MM/yyyy HH:mm', '29/02/2025 09:14', 'bad_timestamp'],
    ['dd/MM/yyyy HH:mm', '31/04/2026 09:14', 'bad_timestamp'],
    ['dd/MM/yyyy HH:mm', '12/31/2026 09:14', 'bad_timestamp'],
    ['dd/MM/yyyy HH:mm', '02/03/2026 24:00', 'bad_timestamp'],
    ['dd/MM/yyyy HH:mm', '02/03/2026', 'bad_timestamp'],
    ['dd/MM/yyyy HH:mm', '02/03/26 09:14', 'bad_timestamp'],
    ['dd/MM/yyyy HH:mm', '02/03/2026 09:14 and more', 'bad_timestamp'],
    ['dd/MM/yyyy HH:mm', '01/01/1970 00:30', 'early_timestamp'],
    ['dd/MM/yyyy HH:mm', '46083.385', 'bad_timestamp'],
    // Among such days it comes from elsewhere, even where it says its offset.
    ['dd/MM/yyyy HH:mm', '2026-03-02T09:14:07Z', 'not_as_declared'],
    ['dd/MM/yyyy', '2026-03-02', 'not_as_declared'],
    ['yyyy/MM/dd', '2026-03-02 09:14', 'not_as_declared'],
    [null, '2025-02-29T09:14:07', 'bad_timestamp'],
    [null, 'yesterday', 'bad_timestamp'],
  ])('of %s refuses %s: %s', (format, text, problem) => {
    expect(clock(format).read(text)).toBe(problem);
  });

  it('refuses a time without an offset where no zone is declared', () => {
    expect(clock('dd/MM/yyyy HH:mm', null).read('02/03/2026 09:14')).toBe('naive_timestamp');
    expect(clock(null, null).read('2026-03-02T09:14:07')).toBe('naive_timestamp');
  });

  it('refuses the hour that the clocks leave out', () => {
    const { read, doubled } = clock('dd/MM/yyyy HH:mm');
    expect(read('29/03/2026 01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(read('29/03/2026 02:00')).toBe('no_such_local_time');
    expect(read('29/03/2026 02:59')).toBe('no_such_local_time');
    expect(read('29/03/2026 03:00')).toBe('2026-03-29T01:00:00.000Z');
    // Samoa left a whole day out.
    expect(clock('dd/MM/yyyy HH:mm', 'Pacific/Apia').read('30/12/2011 12:00')).toBe('no_such_local_time');
    expect(doubled).not.toHaveBeenCalled();
  });

  it('takes the first of the hour that the clocks show twice, and says so', () => {
    const { read, doubled } = clock('dd/MM/yyyy HH:mm');
    expect(read('25/10/2026 01:59')).toBe('2026-10-24T23:59:00.000Z');
    expect(doubled).toHaveBeenCalledTimes(0);
    expect(read('25/10/2026 02:00')).toBe('2026-10-25T00:00:00.000Z');
    expect(read('25/10/2026 02:59')).toBe('2026-10-25T00:59:00.000Z');
    expect(doubled).toHaveBeenCalledTimes(2);
    expect(read('25/10/2026 03:00')).toBe('2026-10-25T02:00:00.000Z');
    expect(doubled).toHaveBeenCalledTimes(2);
  });

  it('reads days for themselves, and knows the middle of each', () => {
    expect(clock('dd/MM/yyyy').local.day('02/03/2026')).toBe('2026-03-02');
    expect(clock('dd/MM/yyyy HH:mm').local.day('02/03/2026')).toBe('2026-03-02');
    expect(clock('dd/MM/yyyy HH:mm').local.day('02/03/2026 23:59')).toBe('2026-03-02');
    expect(clock('dd/MM/yyyy').local.day('29/02/2026')).toBeNull();
    expect(clock(null).local.day('2026-03-02')).toBeNull();
    expect(clock('dd/MM/yyyy', 'Pacific/Auckland').local.instantOfDay('2026-03-02')).toBe('2026-03-01T23:00:00.000Z');
    expect(clock('dd/MM/yyyy', null).local.instantOfDay('2026-03-02')).toBe('2026-03-02T10:30:00.000Z');
  });

  it('shows again, in its zone, every time that it reads', () => {
    const zones = ['Europe/Paris', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];
    const minutes = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const text = new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
        const instant = clock('yyyy-MM-dd HH:mm', zone).local.instant(text);
        if (typeof instant === 'string') return instant === 'no_such_local_time';
        const shown = new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16);
        return shown === text;
      }),
      { numRuns: 300 },
    );
  });

  it('knows every format that may be declared', () => {
    for (const format of dateFormats) expect(clock(format).local.day(shownAs(format))).toBe('2026-12-31');
  });
});

const shownAs = (format: string) =>
  format
    .replace('dd', '31')
    .replace('MM', '12')
    .replace('yyyy', '2026')
    .replace('HH', '23')
    .replace('h:', '11:')
    .replace('mm', '59')
    .replace('ss', '58')
    .replace(/a$/, 'PM');
