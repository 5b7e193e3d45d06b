import { type IndicatorRow } from '#contract/indicators.js';
import { toldBefore } from './told-before.js';

const of = (...told: readonly (readonly [string, 'value' | 'masked'])[]) => ({
  measures: Object.fromEntries(
    told.map(([periodEnd, shown], index) => [
      (['activation', 'engagement'] as const)[index]!,
      { periodEnd, shown } as unknown as IndicatorRow,
    ]),
  ),
});

test('figures that are not of the week of the page tell theirs, each Sunday once', () => {
  const rows = [
    of(['2026-11-15', 'value'], ['2026-10-25', 'value']),
    of(['2026-10-25', 'value'], ['2026-10-25', 'value']),
    of(['2026-09-27', 'masked'], ['2026-11-15', 'value']),
  ];
  expect(toldBefore(rows, '2026-11-15')).toEqual({ days: ['2026-10-25'], places: 2 });
  expect(toldBefore(rows, '2026-10-25')).toEqual({ days: [], places: 0 });
  expect(toldBefore(rows, null)).toEqual({ days: [], places: 0 });
});

test('a place of which nothing is published says nothing, and is no fault', () => {
  const rows = [{ measures: { activation: undefined as unknown as IndicatorRow } }, of(['2026-10-25', 'value'])];
  expect(toldBefore(rows, '2026-11-15')).toEqual({ days: ['2026-10-25'], places: 1 });
});
