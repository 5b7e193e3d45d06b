import { centreOf, type Interval } from '../statistics/interval.js';
import { kaplanMeier, type SurvivalStep, timeTo } from '../statistics/survival.js';
import { type LagBins } from './lag-bins.js';

/** A histogram as published: what happened, and what had waited so long without it, bin by bin. */
export interface Waiting {
  bins: LagBins;
  happened: readonly Interval[];
  waited: readonly Interval[];
  /** Seen from this bin on only. */
  entered?: readonly Interval[];
}

/** Of a bin published as 0–2 nothing is known to have happened: counting its middle would invent a long tail. */
export const amountOf = (interval: Interval): number => (interval.low === 0 ? 0 : centreOf(interval));

/**
 * Share to whom it has not happened, by the end of each bin (Kaplan–Meier). A bin that is published as 0–2 counts for
 * nothing (`amountOf`); the last one has no end, so what lies in it has only waited.
 */
export function survivalOf({ bins, happened, waited, entered }: Waiting): SurvivalStep[] {
  const last = bins.from.length - 1;
  return kaplanMeier(
    bins.from.map((from, bin) => ({
      lag: bins.from[bin + 1] ?? from,
      events: bin === last ? 0 : amountOf(happened[bin]!),
      censored: amountOf(waited[bin]!) + (bin === last ? amountOf(happened[bin]!) : 0),
      entered: entered ? amountOf(entered[bin]!) : 0,
    })),
  );
}

export interface Median {
  /** In the unit of the bins, laid evenly within its bin; null = not reached. */
  value: number | null;
  /** 95 % interval: from the beginning of a bin to the end of one, for the value lies within its own; null = open. */
  low: number | null;
  high: number | null;
  /** How many are in the histogram. */
  n: number;
}

/** Half of what waits is done by then, those still waiting counted as such. */
export function medianOf(waiting: Waiting): Median {
  const steps = survivalOf(waiting);
  const n = [...waiting.happened, ...waiting.waited].reduce((sum, interval) => sum + amountOf(interval), 0);
  const { low, high } = timeTo(steps);
  const index = steps.findIndex(({ survival }) => survival <= 0.5 + 1e-12);
  const step = steps[index];
  const beginning = (end: number) => waiting.bins.from[waiting.bins.from.indexOf(end) - 1] ?? 0;
  const earliest = low === null ? null : beginning(low);
  if (!step) return { value: null, low: earliest, high: null, n };
  const before = index > 0 ? steps[index - 1]!.survival : 1;
  const from = beginning(step.lag);
  const value = from + ((before - 0.5) / (before - step.survival)) * (step.lag - from);
  return { value, low: earliest, high, n };
}
