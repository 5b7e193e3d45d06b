import { TokenBuckets } from './token-bucket.js';

describe('token buckets', () => {
  it('give a burst, then what flows in', () => {
    const buckets = new TokenBuckets({ perSecond: 2, burst: 3 });
    expect([1, 2, 3, 4].map(() => buckets.take('a', 0))).toEqual([0, 0, 0, 1]);
    expect(buckets.take('b', 0)).toBe(0);
    expect([1, 2].map(() => buckets.take('a', 500))).toEqual([0, 1]);
    expect([1, 2, 3, 4].map(() => buckets.take('a', 60_000))).toEqual([0, 0, 0, 1]);
  });

  it('do not mind a clock that goes back', () => {
    const buckets = new TokenBuckets({ perSecond: 1, burst: 1 });
    expect(buckets.take('a', 10_000)).toBe(0);
    expect(buckets.take('a', 0)).toBe(1);
    expect(buckets.take('a', 1000)).toBe(0);
  });
});
