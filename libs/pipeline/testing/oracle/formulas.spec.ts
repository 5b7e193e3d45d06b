import { indicatorKeys } from '#domain/indicators/catalogue.js';
import { formulas, reckonedElsewhere } from './formulas.js';

test.each(indicatorKeys)('%s has a second implementation, or a reason to have none', (key) => {
  expect([key in formulas, (reckonedElsewhere[key] ?? '') !== '']).toContain(true);
});

test('nothing is reckoned that is no indicator', () => {
  const known: readonly string[] = indicatorKeys;
  expect([...Object.keys(formulas), ...Object.keys(reckonedElsewhere)].filter((key) => !known.includes(key))).toEqual(
    [],
  );
});
