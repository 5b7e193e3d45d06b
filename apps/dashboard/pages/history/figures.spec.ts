import { type DeclaredFigure } from '#contract/declared.js';
import { linesOf, measuredBeside, monthEndAfter, monthEndBefore, pointsOf, rowsOfForm } from './figures.js';

const figure = (periodEnd: string, more: Partial<DeclaredFigure> = {}): DeclaredFigure => ({
  ...{ scope: '', periodEnd, indicator: 'K03', windowDays: 28, numerator: 30, denominator: 120 },
  ...{ source: 'Bilan', definition: 'connecté' },
  ...more,
});

describe('totals from before', () => {
  it('make one line for each thing said of one place, in the order of time', () => {
    const lines = linesOf([figure('2025-02-28'), figure('2025-02-28', { scope: 'lyon' }), figure('2025-01-31')]);
    expect(lines.map(({ scope, figures }) => [scope, figures.map(({ periodEnd }) => periodEnd)])).toEqual([
      ['', ['2025-01-31', '2025-02-28']],
      ['lyon', ['2025-02-28']],
    ]);
    expect(pointsOf(lines[0]!)).toEqual([
      { weekEnd: '2025-02-02', value: 0.25, n: 120 },
      { weekEnd: '2025-03-02', value: 0.25, n: 120 },
    ]);
  });

  it('stand beside what is measured only where both are the same thing', () => {
    const beside = (more: Partial<DeclaredFigure>) => measuredBeside(linesOf([figure('2025-01-31', more)])[0]!);
    expect(beside({})).toBe('K03');
    expect(beside({ windowDays: 31 })).toBeNull();
    expect(beside({ denominator: null })).toBeNull();
    expect(beside({ indicator: 'connexions' })).toBeNull();
  });

  it('leave out the months that nothing was typed for, and remember which was which', () => {
    const about = { scope: 'w1', indicator: 'K03', windowDays: '' as const, source: 'Bilan', definition: 'connecté' };
    const { rows, months } = rowsOfForm(about, [
      { periodEnd: '2025-01-31', numerator: '', denominator: 120 },
      { periodEnd: '2025-02-28', numerator: 0, denominator: '' },
    ]);
    expect(months).toEqual([1]);
    expect(rows).toEqual([
      {
        ...{ wave_or_entity: 'w1', period_end: '2025-02-28', indicator: 'K03', window: null, numerator: 0 },
        ...{ denominator: null, source: 'Bilan', definition: 'connecté' },
      },
    ]);
  });

  it.each([
    ['2024-02-29', '2024-01-31', '2024-03-31'],
    ['2025-01-31', '2024-12-31', '2025-02-28'],
    ['2025-12-01', '2025-11-30', '2026-01-31'],
  ])('know the ends of the months around %s', (day, before, after) => {
    expect([monthEndBefore(day), monthEndAfter(day)]).toEqual([before, after]);
  });
});
