import { sparkPath } from './spark-path.js';

const path = (values: (number | null)[], stepped = false) =>
  sparkPath(
    values,
    (i) => i,
    (value) => value,
    stepped,
  );

describe('the line of a small picture', () => {
  it('begins with the first value and ends with the last: what was not told is no zero', () => {
    expect(path([null, null, 5, 6, null])).toEqual({ path: 'M2 5L3 6', alone: [], last: [3, 6] });
    expect(path([null, null])).toEqual({ path: '', alone: [], last: null });
  });

  it('leaves a gap open, and shows what stands alone as a point', () => {
    expect(path([1, 2, null, 3, null, 4, 5])).toMatchObject({ path: 'M0 1L1 2M3 3M5 4L6 5', alone: [[3, 3]] });
  });

  it('lets a value stand until the next where it is told from time to time', () => {
    expect(path([null, 1, null, null, 3], true)).toEqual({ path: 'M1 1H4V3', alone: [], last: [4, 3] });
  });
});
