import { sheetNames } from './sheet-names.js';

test('a name without what a spreadsheet forbids, no longer than it takes', () => {
  expect(sheetNames(["'[Lyon]: 3/4?'", '***', 'Douze entités sur quarante attendent encore leur vague'])).toEqual([
    'Lyon 3 4',
    '–',
    'Douze entités sur quarante…',
  ]);
  const [emoji] = sheetNames(['😀'.repeat(20)]);
  expect(emoji!.length).toBeLessThanOrEqual(31);
  expect(encodeURIComponent(emoji!)).toMatch(/^(%F0%9F%98%80)+%E2%80%A6$/);
});

test('each name once, whatever its case, and none that Excel keeps for itself', () => {
  const long = 'Une part de ceux qui sont invités revient';
  expect(sheetNames(['Vagues', 'vagues', 'Vagues', long, long, 'Historique'])).toEqual([
    'Vagues',
    'vagues (2)',
    'Vagues (3)',
    'Une part de ceux qui sont…',
    'Une part de ceux qui sont… (2)',
    'Historique (2)',
  ]);
});
