import { type IndicatorRow } from '#contract/indicators.js';
import { whyNoProgress } from './why-no-progress.js';

const of = (told: Partial<IndicatorRow>) => ({ measures: { activation: told as IndicatorRow } });

test('without any wave nobody is too few: nothing was planned', () => {
  expect(whyNoProgress(of({ shown: 'none', note: 'nobody_planned' }), 0)).toBe('noWaves');
  expect(whyNoProgress({ measures: {} }, 0)).toBe('noWaves');
});

test('where waves are declared, it is told apart whether any holds the place', () => {
  expect(whyNoProgress(of({ shown: 'none', note: 'nobody_planned' }), 2)).toBe('nobodyPlanned');
  expect(whyNoProgress(of({ shown: 'masked', note: 'too_few_eligible' }), 2)).toBeNull();
  expect(whyNoProgress({ measures: {} }, 2)).toBeNull();
});
