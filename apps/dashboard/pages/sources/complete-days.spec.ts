import { behind, completeDays } from './complete-days.js';

const file = (kind: string, completeThrough: string | null, more = {}) => ({
  ...{ kind, completeThrough, state: 'done' as const, dryRun: false },
  ...more,
});

describe('up to which day data count as complete', () => {
  it('is where the source goes that goes furthest, whatever came last', () => {
    const imports = [file('slack', '2026-11-20'), file('events', '2026-11-22'), file('slack', '2026-10-30')];
    const reaches = completeDays({ imports, pulls: [{ name: 'Engage', completeThrough: '2026-11-21' }] });
    expect(reaches[0]).toEqual({ of: { kind: 'events' }, day: '2026-11-22' });
    expect(behind(reaches)).toEqual([
      { of: { name: 'Engage' }, day: '2026-11-21' },
      { of: { kind: 'slack' }, day: '2026-11-20' },
    ]);
  });

  it('is told by no file that was undone, only tried, or brought no activity', () => {
    const imports = [
      file('events', '2026-11-22', { state: 'undone' }),
      file('events', '2026-11-23', { dryRun: true }),
      file('people', null),
    ];
    expect(completeDays({ imports, pulls: [] })).toEqual([]);
    expect(behind([])).toEqual([]);
  });
});
