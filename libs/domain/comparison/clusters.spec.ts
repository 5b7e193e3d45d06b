import { share } from '../indicators/outcome.js';
import { exactly } from '../statistics/interval.js';
import { alikeInterval } from './clusters.js';

test('people who resemble those of their site tell less: their interval is that of as many as count', () => {
  const outcome = share(exactly(38), exactly(97), 10);
  expect(alikeInterval(outcome, 1)).toEqual({ low: outcome.low, high: outcome.high });
  const wide = alikeInterval(outcome, 97 / 17)!;
  expect([wide.low.toFixed(2), wide.high.toFixed(2)]).toEqual(['0.20', '0.62']);
  expect(alikeInterval({ ...outcome, numerator: null }, 2)).toBeNull();
});
