import { LagTree } from './lag-tree.js';
import { whyNoCurve } from './no-curve.js';

const bins = [{ lag: 0, entered: [600, 600], events: [300, 310], censored: [290, 300] }] as const;
const place = (node: string, parent: string | null, ...cells: string[]) => ({ node, parent, cells, bins });
const divided = new LagTree([
  place('all', null, 'a', 'b', 'c'),
  place('north', 'all', 'a', 'b'),
  place('south', 'all', 'c'),
]);

test.each([
  ['too few people', ['a'], 120, 'too_few'],
  ['600 people whose cells are published with another', ['a'], 600, 'joined'],
  ['a published place', ['a', 'b'], 600, null],
] as const)('%s', (_, cells, people, reason) => {
  expect(whyNoCurve(divided, new Set<string>(cells), people)).toBe(reason);
});

test('a kind told of the whole only, and one that is not published', () => {
  const whole = new LagTree([place('all', null, 'a', 'b', 'c')]);
  expect(whyNoCurve(whole, new Set(['a', 'b']), 600)).toBe('whole');
  expect(whyNoCurve(new LagTree([]), new Set(['a', 'b']), 600)).toBe('unpublished');
});
