import { type CountRow, type Place, Publication, Tree } from './publication.js';
import { latestRows, rowsOf, type Slice, WindowNotPublished } from './rows.js';

const place = (key: string, parent: string | null, headcount: number, entities: string[] = []): Place => ({
  ...{ key, parent, headcount, entities, members: [], country: null, name: key, entity: key },
  kind: entities.length > 0 ? 'cell' : 'node',
});
const tree = new Tree([
  place('world', null, 300),
  place('paris', 'world', 260, ['paris']),
  place('lyon', 'world', 40, ['lyon']),
]);

// 2018-02-25 ends a four-week block, 2018-03-04 does not.
const [block, next] = ['2018-02-25', '2018-03-04'];
const row = (weekEnd: string, node: string, days: number, counts: CountRow['counts']): CountRow => ({
  population: 'everyone',
  days,
  node,
  weekEnd,
  counts,
});

const publication = new Publication(
  new Map([
    [block, tree],
    [next, tree],
  ]),
  [
    row(block, 'paris', 0, { people: [260, 260], invited: [260, 260] }),
    row(next, 'paris', 0, { people: [260, 260], invited: [260, 260] }),
    row(block, 'lyon', 0, { people: [40, 40], invited: [40, 40] }),
    row(next, 'lyon', 0, { people: [40, 40], invited: [40, 40] }),
    row(block, 'paris', 28, { engaged: [52, 52] }),
    row(next, 'paris', 28, { engaged: [65, 65] }),
    row(block, 'lyon', 28, { engaged: [9, 11] }),
    row(next, 'lyon', 7, { engaged: [3, 5] }),
  ],
);
const rules = { base: 'invited', k: 10 } as const;
const at = (...places: string[]): Slice => ({ slice: places.join('+'), population: 'everyone', places: () => places });

test('each place is read where it is published; between block ends a small place has no row', () => {
  const rows = rowsOf(publication, rules, 'K20', [at('paris'), at('lyon')], [block, next]);
  expect(rows.map(({ slice, periodEnd, value, window }) => [slice, periodEnd, value, window])).toEqual([
    ['paris', block, 0.2, 28],
    ['paris', next, 0.25, 28],
    ['lyon', block, 0.25, 28],
  ]);
  expect(latestRows(rows, next).map(({ slice, periodEnd }) => [slice, periodEnd])).toEqual([
    ['paris', next],
    ['lyon', block],
  ]);
});

test('several places are summed, end by end, and hidden with their smallest', () => {
  const [first, second] = rowsOf(publication, rules, 'K20', [at('paris', 'lyon')], [block, next]);
  expect(first).toMatchObject({ numerator: { low: 61, high: 63 }, denominator: { low: 300, high: 300 }, node: null });
  expect(second).toBeUndefined();
});

test('weeks are read over a published window only', () => {
  expect(rowsOf(publication, rules, 'K20', [at('lyon')], [next], 7)).toMatchObject([{ value: 0.1, window: 7 }]);
  expect(() => rowsOf(publication, rules, 'K50', [at('lyon')], [next], 91)).toThrow(WindowNotPublished);
});

test('a place where a population is too small sends to the level above', () => {
  expect(rowsOf(publication, rules, 'K50', [at('lyon')], [block])).toMatchObject([
    { shown: 'masked', note: 'see_level_above' },
  ]);
});

test('without a directory rates are undefined and counts are those of unassigned people', () => {
  const alone = new Tree([{ ...place('~organization', null, 0), kind: 'cell' }]);
  const counts = [{ ...row(block, '~organization', 28, { act: [120, 120] }), population: 'unassigned' }];
  const anonymous = new Publication(new Map([[block, alone]]), counts);
  const read = (key: 'K04.act' | 'K20') =>
    rowsOf(anonymous, { base: 'headcount', k: 10 }, key, [at('~organization')], [block])[0];
  expect(read('K04.act')).toMatchObject({ value: 120, denominator: null });
  expect(read('K20')).toMatchObject({ shown: 'none', value: null });
});

test('a kind of event that came after a week was published is not nothing there', () => {
  const told = { kinds: ['login', 'comment'], attributes: [] } as const;
  const kindsIn = new Map([[block, ['comment'] as const]]);
  const counts = [block, next].map((week) => row(week, 'paris', 28, { login: [0, 2], engaged: [52, 52] }));
  const trees = new Map([block, next].map((week) => [week, tree]));
  const states = [block, next].map((week) => row(week, 'paris', 0, { people: [260, 260], invited: [260, 260] }));
  const slice: Slice = { slice: 'paris', population: 'everyone', places: () => ['paris'] };
  const rows = rowsOf(
    new Publication(trees, [...states, ...counts]),
    { ...rules, told, kindsIn },
    'K03',
    [slice],
    [block, next],
    28,
  );
  expect(rows.map(({ shown, note }) => [shown, note])).toEqual([
    ['none', 'source_without_logins'],
    ['value', expect.anything()],
  ]);
});
