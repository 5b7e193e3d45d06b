import { drawsFrom, resample } from '../statistics/random.js';

/** Of one manager's groups: acts and weeks of members, in the group of their own manager and in that of another. */
export interface OwnGroup {
  ownActions: number;
  ownWeeks: number;
  otherActions: number;
  otherWeeks: number;
}

export interface Uplift {
  /** Acts per member-week in the own manager's groups over those in other managers' groups. */
  value: number;
  /** 95 % percentile interval over managers; null where a resample cannot be computed. */
  low: number | null;
  high: number | null;
}

const draws = 1000;
const seed = 8.5 * 2;

/**
 * How much more people do in groups that their own manager created than in those of other managers (K52), with a
 * bootstrap over managers (Efron & Tibshirani 1993, ch. 13), whose groups are not independent. Null without both
 * exposures, or if nothing is done in the others' groups: not computable. Deterministic.
 */
export function upliftOf(managers: readonly OwnGroup[]): Uplift | null {
  const value = ratioOf(managers);
  if (value === null) return null;
  const draw = drawsFrom(seed);
  const ratios: number[] = [];
  for (let round = 0; round < draws; round++) {
    const ratio = ratioOf(resample(managers, draw));
    if (ratio !== null) ratios.push(ratio);
  }
  // Too often without any exposure: the managers are too few to say how far it may lie.
  if (ratios.length < draws * 0.95) return { value, low: null, high: null };
  ratios.sort((a, b) => a - b);
  return {
    value,
    low: ratios[Math.floor(ratios.length * 0.025)]!,
    high: ratios[Math.ceil(ratios.length * 0.975) - 1]!,
  };
}

function ratioOf(managers: readonly OwnGroup[]): number | null {
  const sum = (of: (manager: OwnGroup) => number) => managers.reduce((total, manager) => total + of(manager), 0);
  const [ownWeeks, otherActions] = [sum(({ ownWeeks }) => ownWeeks), sum(({ otherActions }) => otherActions)];
  if (ownWeeks === 0 || otherActions === 0) return null;
  return ((sum(({ ownActions }) => ownActions) / ownWeeks) * sum(({ otherWeeks }) => otherWeeks)) / otherActions;
}
