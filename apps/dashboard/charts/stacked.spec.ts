import { middles } from './stacked.js';

test('each layer is named at its middle, one on the other', () => {
  expect(middles([0.5, 0.25, 0.25])).toEqual([0.25, 0.625, 0.875]);
  expect(middles([])).toEqual([]);
});
