import { checkKeys, checkOf, signalsOf } from '#domain/diagnostic/catalogue.js';
import { fileOf, pageOf } from './evidence-links.js';

test('every figure of the diagnostic has a page that shows it at length', () => {
  const signals = checkKeys.flatMap((key) => signalsOf(checkOf(key)));
  const lost = signals.filter((signal) => signal.indicator && pageOf(signal) === null).map(({ key }) => key);
  expect(lost).toEqual([]);
});

test('what is declared by file names its file; what the checklist says names none', () => {
  expect(fileOf({ key: 'official_post' })).toBe('actions');
  expect(fileOf({ key: 'K84.managers', indicator: 'K84.managers' })).toBe('attendance');
  expect([fileOf({ key: 'charter' }), pageOf({ key: 'charter' })]).toEqual([null, null]);
});
