import { onlyFrom } from './only-from.js';

const csv = { name: 'monthly export', tells: true };
const slack = { name: 'slack', tells: false };

it.each([
  [[csv, slack], ['monthly export']],
  [[csv, { ...slack, tells: true }], []],
  [[csv], []],
  [[slack], []],
  [[], []],
])('of %j names those that others leave alone: %j', (sources, names) => {
  expect(onlyFrom(sources)).toEqual(names);
});
