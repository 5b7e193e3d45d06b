import { cellsOf } from '#domain/mask/cells.js';
import { type MeasureRow } from '#storage/measures/read-measures.js';
import { publishWeekCounts } from './publish-counts.js';

const row = (population: string, people: number, activated: number, invited = people): MeasureRow[] => [
  { population, days: 0, cell: 'acme', counts: { people, activated, invited } },
];

test('a larger population speaks beside its near twin, though that one keeps what was declared', () => {
  // 405 were invited, five of whom have moved to where nothing is open: those of opened waves are the smaller twin.
  const mask = {
    ...cellsOf([{ key: 'acme', parent: null, headcount: 500 }], { k: 10 }),
    unshown: [{ population: 'opened', node: 'acme' }],
  };
  const rows = [
    ...[...row('everyone', 500, 300, 405), ...row('planned', 450, 290, 405)],
    ...[...row('opened', 400, 200, 398), ...row('invited', 405, 203)],
  ];
  const told = publishWeekCounts(mask, rows, '2026-10-25', { k: 10, bands: true });
  const doing = told.flatMap(({ population, counts }) => (counts.activated ? [population] : []));
  expect(doing).toEqual(['everyone', 'planned', 'invited']);
});

test('what was declared of the smaller one stays: who of the opened waves is invited', () => {
  // Five people were invited who have since moved to where nothing is open: `opened` is the near twin of `invited`.
  const mask = {
    ...cellsOf([{ key: 'acme', parent: null, headcount: 500 }], { k: 10 }),
    unshown: [{ population: 'opened', node: 'acme' }],
  };
  const rows = [...row('everyone', 500, 300, 405), ...row('opened', 400, 200, 398), ...row('invited', 405, 203)];
  const told = publishWeekCounts(mask, rows, '2026-10-25', { k: 10, bands: true });
  const opened = told.filter(({ population }) => population === 'opened');
  expect(opened).toEqual([expect.objectContaining({ days: 0, counts: { people: [400, 400], invited: [398, 398] } })]);
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

test('managers of whom no level is known are told apart from the front line where they are enough', () => {
  const mask = cellsOf([{ key: 'acme', parent: null, headcount: 500 }], { k: 10 });
  const told = (...levels: [level: string, people: number, activated: number][]) => {
    const rows = [...row('everyone', 500, 300), ...row('managers', 95, 52)];
    rows.push(...levels.flatMap(([level, people, activated]) => row(level, people, activated)));
    const populations = publishWeekCounts(mask, rows, '2026-10-25', { k: 10, bands: true }).map(
      ({ population }) => population,
    );
    return [...new Set(populations)].filter((population) => population.startsWith('level-')).sort();
  };
  expect(told(['level-1', 40, 20], ['level-2', 30, 20])).toEqual(['level-1', 'level-2', 'level-none']);
  // Five without a level are read with the front line.
  expect(told(['level-1', 60, 30], ['level-2', 30, 20])).toEqual(['level-1', 'level-2']);
  expect(told()).toEqual([]);
});

test('what is declared of those of opened waves is told exactly at every place, though few are not among them', () => {
  // Eight people of Asia are in no opened wave: too few beside the others, so that the two are never told apart by deeds.
  const mask = cellsOf(
    [
      { key: 'group', parent: null, headcount: 0 },
      { key: 'europe', parent: 'group', headcount: 400 },
      { key: 'asia', parent: 'group', headcount: 28 },
    ],
    { k: 10 },
  );
  const at = (population: string, cell: string, people: number, activated: number, invited: number): MeasureRow => ({
    ...{ population, days: 0, cell, counts: { people, activated, invited } },
  });
  const rows = [
    ...[at('everyone', 'europe', 400, 200, 398), at('everyone', 'asia', 28, 9, 17)],
    ...[at('opened', 'europe', 400, 200, 398), at('opened', 'asia', 20, 8, 17)],
  ];
  for (const bands of [true, false]) {
    const told = publishWeekCounts(mask, rows, '2026-10-25', { k: 10, bands });
    const opened = told.filter(({ population }) => population === 'opened');
    const declared = opened.map(({ node, counts: { people, invited } }) => [node, people, invited]);
    expect(declared.sort()).toEqual([
      ['asia', [20, 20], [17, 17]],
      ['europe', [400, 400], [398, 398]],
      ['group', [420, 420], [415, 415]],
    ]);
    // What people did is told of Europe alone, where everybody is among them.
    expect(opened.flatMap(({ node, counts }) => (counts.activated ? [node] : []))).toEqual(['europe']);
  }
});

test('what a population does not say this week shapes nothing of what it says of smaller counts', () => {
  const sites = ['a', 'b', 'c'].map((key) => ({ key, parent: 'acme', headcount: 100 }));
  const mask = cellsOf([{ key: 'acme', parent: null, headcount: 0 }, ...sites], { k: 10 });
  const counted = (population: string, people: number, month: number, week: number): MeasureRow[] =>
    mask.nodes.slice(1).flatMap(({ key }): MeasureRow[] => [
      { population, days: 0, cell: key, counts: { people } },
      { population, days: 28, cell: key, counts: { active: month } },
      { population, days: 7, cell: key, counts: { active: week } },
    ]);
  // A hundred and twenty of the wave: of four weeks nothing is told but at the end of a block, of one week every Sunday.
  const told = (month: number) =>
    JSON.stringify(
      publishWeekCounts(
        mask,
        [...counted('everyone', 100, 50, 20), ...counted('wave-pilot', 40, month, 6)],
        '2026-10-18',
        { k: 10, bands: true },
      ),
    );
  expect(told(6)).toContain('wave-pilot');
  expect(new Set(Array.from({ length: 31 }, (_, more) => told(6 + more))).size).toBe(1);
});
