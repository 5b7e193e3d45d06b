import fc from 'fast-check';
import { exactly } from '../statistics/interval.js';
import { calendarBins } from './lag-bins.js';
import { medianOf, survivalOf } from './waiting.js';

const bins = { from: [0, 1, 2, 4, 8] };
const waiting = (happened: number[], waited: number[]) => ({
  bins,
  happened: happened.map(exactly),
  waited: waited.map(exactly),
});

describe('waiting', () => {
  it('is over for half when the survival curve crosses one half, evenly within the bin', () => {
    // 4 of 10 within the first hour, 2 within the second: half is reached half way through it.
    expect(medianOf(waiting([4, 2, 4, 0, 0], [0, 0, 0, 0, 0]))).toMatchObject({ value: 1.5, n: 10 });
    expect(medianOf(waiting([10, 0, 0, 0, 0], [0, 0, 0, 0, 0])).value).toBe(0.5);
  });

  it('counts those who still wait as waiting: leaving them out would be faster', () => {
    const all = medianOf(waiting([4, 2, 0, 0, 0], [0, 0, 0, 4, 0]));
    expect(all.value).toBe(1.5);
    expect(medianOf(waiting([4, 2, 0, 0, 0], [0, 0, 0, 0, 0])).value).toBe(0.75);
  });

  it('is not reached while fewer than half have an answer, and never in the bin without an end', () => {
    expect(medianOf(waiting([2, 1, 0, 0, 0], [0, 0, 0, 0, 7]))).toMatchObject({ value: null, high: null });
    expect(medianOf(waiting([0, 0, 0, 0, 10], [0, 0, 0, 0, 0])).value).toBeNull();
  });

  it('lies within its own interval', () => {
    const counts = fc.array(fc.nat(30), { minLength: bins.from.length, maxLength: bins.from.length });
    fc.assert(
      fc.property(counts, counts, (happened, waited) => {
        const { value, low, high } = medianOf(waiting(happened, waited));
        if (value === null) return;
        expect(low ?? 0).toBeLessThanOrEqual(value);
        expect(high ?? Infinity).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  it('leaves the risk set when it is seen late only', () => {
    const late = { ...waiting([2, 2, 0, 0, 0], [0, 0, 0, 0, 4]), entered: [0, 4, 0, 0, 0].map(exactly) };
    // Four are there from the beginning, four more after the second bin.
    expect(survivalOf(late).map(({ atRisk }) => atRisk)).toEqual([4, 2]);
  });

  it('invents nothing in the bins that are published as 0 to 2', () => {
    const few = { low: 0, high: 2 };
    const banded = { bins, happened: [exactly(6), exactly(4), few, few, few], waited: bins.from.map(() => few) };
    expect(medianOf(banded)).toMatchObject({ value: medianOf(waiting([6, 4, 0, 0, 0], [0, 0, 0, 0, 0])).value, n: 10 });
    expect(survivalOf(banded)).toHaveLength(2);
  });

  it('lies between 0 and the last edge, and never moves away when more is answered at once', () => {
    const counts = fc.array(fc.nat(30), { minLength: calendarBins.from.length, maxLength: calendarBins.from.length });
    fc.assert(
      fc.property(counts, counts, (happened, waited) => {
        const of = (first: number) =>
          medianOf({
            bins: calendarBins,
            happened: happened.map((count, bin) => exactly(count + (bin === 0 ? first : 0))),
            waited: waited.map(exactly),
          }).value;
        const [before, after] = [of(0), of(50)];
        if (before === null) return;
        expect(before).toBeLessThanOrEqual(calendarBins.from.at(-1)!);
        expect(after).not.toBeNull();
        expect(after!).toBeLessThanOrEqual(before + 1e-9);
      }),
    );
  });
});
