import { zOf } from './distributions.js';

/** What happened at one lag: a histogram that can be published, since no person is in it. */
export interface LagCount {
  /** Time since the beginning, in the unit of the histogram (days, weeks). */
  lag: number;
  events: number;
  /** Left, or not observed any longer; they count as at risk at this lag. */
  censored: number;
  /** Came under observation at this lag (left truncation): at risk from the next one. None = all since the beginning. */
  entered?: number;
}

export interface SurvivalStep {
  lag: number;
  atRisk: number;
  events: number;
  /** Share to whom it has not yet happened after this lag. */
  survival: number;
  /** Greenwood; null once nobody is left. */
  standardError: number | null;
  low: number;
  high: number;
}

/**
 * Kaplan–Meier estimate with Greenwood's standard error and 95 % log(−log) interval (Kaplan & Meier 1958; Kalbfleisch &
 * Prentice 2002, §1.4), one step per lag with events. Counts may be halves. With late entries, those who entered are at
 * risk only afterwards; a lag at which nobody is at risk is passed over.
 */
export function kaplanMeier(lags: readonly LagCount[]): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let [survival, greenwood] = [1, 0];
  for (const { lag, events, atRisk } of riskSets(lags)) {
    if (events <= 0 || atRisk <= 0) continue;
    survival *= Math.max(0, 1 - events / atRisk);
    greenwood += events < atRisk ? events / (atRisk * (atRisk - events)) : Infinity;
    const standardError = survival > 0 ? survival * Math.sqrt(greenwood) : null;
    steps.push({ ...{ lag, atRisk, events, survival, standardError }, ...logLogInterval(survival, greenwood) });
  }
  return steps;
}

/** At each lag: how many it could still happen to. Ordered by lag; lags listed twice are added up. */
export function riskSets(lags: readonly LagCount[]): { lag: number; events: number; atRisk: number }[] {
  const byLag = new Map<number, Required<LagCount>>();
  for (const { lag, events, censored, entered = 0 } of lags) {
    const known = byLag.get(lag) ?? { lag, events: 0, censored: 0, entered: 0 };
    byLag.set(lag, {
      lag,
      events: known.events + events,
      censored: known.censored + censored,
      entered: known.entered + entered,
    });
  }
  const ordered = [...byLag.values()].sort((a, b) => a.lag - b.lag);
  let atRisk = ordered.reduce((people, { events, censored, entered }) => people + events + censored - entered, 0);
  return ordered.map(({ lag, events, censored, entered }) => {
    const now = { lag, events, atRisk };
    atRisk += entered - events - censored;
    return now;
  });
}

const z95 = zOf(0.95);

function logLogInterval(survival: number, greenwood: number): { low: number; high: number } {
  if (survival <= 0 || survival >= 1) return { low: survival, high: survival };
  const spread = Math.exp((z95 * Math.sqrt(greenwood)) / Math.log(survival));
  return { low: survival ** (1 / spread), high: survival ** spread };
}

/** Share to whom it has happened by a lag, with its 95 % interval: 1 − survival. */
export function happenedBy(steps: readonly SurvivalStep[], lag: number): { value: number; low: number; high: number } {
  const step = steps.filter((one) => one.lag <= lag).at(-1);
  return step ? { value: 1 - step.survival, low: 1 - step.high, high: 1 - step.low } : { value: 0, low: 0, high: 0 };
}

/**
 * First lag by which it has happened to a share of people (0.5 = the median), with its 95 % interval (Brookmeyer &
 * Crowley 1982). Null = not reached.
 */
export function timeTo(
  steps: readonly SurvivalStep[],
  share = 0.5,
): { value: number | null; low: number | null; high: number | null } {
  // A whisker, because products of shares do not come out even.
  const first = (of: 'survival' | 'low' | 'high') => steps.find((step) => step[of] <= 1 - share + 1e-12)?.lag ?? null;
  return { value: first('survival'), low: first('low'), high: first('high') };
}
