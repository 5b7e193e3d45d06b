import { cellsOf } from '#domain/mask/cells.js';
import { type MeasureRow } from '#storage/measures/read-measures.js';
import { publishWeekCounts } from './publish-counts.js';

const row = (population: string, people: number, activated: number): MeasureRow[] => [
  { population, days: 0, cell: 'acme', counts: { people, activated } },
];

const published = (opened: number, invited: number) => {
  const mask = cellsOf([{ key: 'acme', parent: null, headcount: 500 }], { k: 10 });
  const rows = [
    ...row('everyone', 500, 300),
    ...row('planned', 450, 290),
    ...row('opened', opened, 200),
    ...row('invited', invited, 190),
  ];
  // The end of a four-week block, at which everything may be said.
  return publishWeekCounts(mask, rows, '2026-10-25', { k: 10, bands: true }).map(({ population }) => population);
};

test('populations that k people or more separate are all shown, and so are equal ones', () => {
  expect(published(400, 390)).toEqual(['everyone', 'planned', 'opened', 'invited']);
  expect(published(400, 400)).toEqual(['everyone', 'planned', 'opened', 'invited']);
});

test('where fewer separate two of them, only the larger is shown', () => {
  expect(published(400, 397)).toEqual(['everyone', 'planned', 'opened']);
  expect(published(445, 400)).toEqual(['everyone', 'planned', 'invited']);
});

test('a population is silent where its measures found a near twin, managers with all that tells them', () => {
  const mask = {
    ...cellsOf([{ key: 'acme', parent: null, headcount: 500 }], { k: 10 }),
    unshown: [
      { population: 'newcomers', node: 'acme' },
      { population: 'managers', node: 'acme' },
    ],
  };
  const rows = [
    ...row('everyone', 500, 300),
    ...row('newcomers', 90, 50),
    ...row('managers', 95, 52),
    ...row('level-1', 95, 52),
    ...row('ambassadors', 40, 30),
  ];
  const told = publishWeekCounts(mask, rows, '2026-10-25', { k: 10, bands: true }).map(({ population }) => population);
  expect(told).toEqual(['everyone', 'ambassadors']);
});
