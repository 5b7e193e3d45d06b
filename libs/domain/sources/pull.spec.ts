import fc from 'fast-check';
import { pauseAfter, pullErrors } from './pull.js';

describe('the pause after a failed fetch', () => {
  it('doubles up to six hours', () => {
    const pauses = [1, 2, 3, 4, 10, 11, 1000].map((failures) => pauseAfter('server_failed', failures, null));
    expect(pauses).toEqual([30, 60, 120, 240, 15_360, 21_600, 21_600]);
  });

  it('is a day where somebody has to change something', () => {
    expect(pauseAfter('credentials_refused', 1, null)).toBe(86_400);
  });

  it('is never shorter than the server asked for, nor ever more than a day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pullErrors),
        fc.integer({ min: 0, max: 1e9 }),
        fc.option(fc.double({ min: 0, noNaN: true })),
        (error, failures, asked) => {
          const pause = pauseAfter(error, failures, asked);
          expect(pause).toBeGreaterThanOrEqual(Math.min(asked ?? 0, 86_400));
          expect(pause).toBeGreaterThanOrEqual(30);
          expect(pause).toBeLessThanOrEqual(86_400);
          expect(pauseAfter(error, failures + 1, asked)).toBeGreaterThanOrEqual(pause);
        },
      ),
    );
  });
});
