import { exponent, quantile, risePer, spread } from './figures.js';

describe('the figures of the benchmarks', () => {
  it('tell with which power of a size a cost grows', () => {
    expect(exponent([8, 75, 300], [16, 150, 600])).toBeCloseTo(1);
    expect(exponent([8, 75, 300], [5, 5, 5])).toBeCloseTo(0);
    expect(exponent([1, 2, 4], [3, 12, 48])).toBeCloseTo(2);
  });

  it('tell how fast something rises, whatever wobbles about it', () => {
    expect(risePer([0, 1, 2, 3].map((at) => ({ at, value: 7 + 2 * at })))).toBeCloseTo(2);
    expect(risePer([0, 1, 2, 3].map((at) => ({ at, value: at % 3 === 0 ? 5 : 4 })))).toBeCloseTo(0);
  });

  it('name the value below which a share lies, and the extremes', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([], 0.5)).toBeNaN();
    expect(spread([3, 1, 2])).toBe('2 (1–3, n 3)');
  });
});
