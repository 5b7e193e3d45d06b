import { byItself, nestedDamage, withinOuter } from './testing/nested.js';

// docs/decisions/026: states within states, segments within segments, a week within four.
const three = 'r=0 a<r=8 b<r=8 c<r=8';

it('counts that contain each other narrow cells where both totals are exact', () => {
  const damage = nestedDamage(three, 2, byItself);
  expect(damage.narrowed).toBeGreaterThan(0);
  expect(damage.sharp).toBeGreaterThan(0);
});

it.each([three, 'r=0 a<r=8 b<r=9'])(
  'narrow nothing where what one leaves of the other keeps the unit rule too: %s',
  (tree) => {
    expect(nestedDamage(tree, 2, withinOuter)).toMatchObject({ narrowed: 0, sharp: 0 });
  },
);
