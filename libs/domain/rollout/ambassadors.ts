import { type Day, daysBetween, monthsBefore } from '../calendar/day.js';
import { type Outcome } from '../indicators/indicator.js';
import { coverageBand } from '../indicators/k60-coverage.js';
import { type Sentence, sentence } from '../sentences/sentence.js';

/** Length of a mission that the field recommends, in months. */
export const missionMonths = { low: 3, high: 6 } as const;

export type CoverageState = 'none' | 'below' | 'inside' | 'above';

/** Ambassadors against the band, and how many are missing to enter it. Both counts are declared, hence exact. */
export function coverageState(ambassadors: number, people: number): { state: CoverageState; missing: number } {
  const missing = Math.max(0, Math.ceil(coverageBand.low * people - 1e-9) - ambassadors);
  if (ambassadors === 0) return { state: 'none', missing };
  if (missing > 0) return { state: 'below', missing };
  return { state: ambassadors <= coverageBand.high * people + 1e-9 ? 'inside' : 'above', missing };
}

/**
 * Keys of the entities, read together in one place, for which no ambassador is in office: declared, so said at every size.
 * `named`: the entities that the mandates in office name. Nothing is said where the place has none at all (it is a gap
 * itself), or where somebody in it is named for all of it or for another place: whom they serve is then unknown.
 */
export function entitiesWithout(
  place: { entity: string | null; parent: string | null; entities: readonly string[]; ambassadors: number },
  named: readonly (string | null)[],
): string[] {
  const joined = place.entities.filter((key) => key !== (place.entity ?? place.parent));
  const held = named.filter((key) => key !== null && joined.includes(key));
  if (place.entities.length < 2 || place.ambassadors === 0 || held.length !== place.ambassadors) return [];
  return joined.filter((key) => !held.includes(key));
}

export interface Mission {
  from: Day | null;
  /** First day without it; null = open. */
  to: Day | null;
}

export interface MissionLength {
  /** Days held so far. */
  days: number | null;
  /** Whole calendar months of them. */
  months: number | null;
  /** Days in all, of a mission still running whose end is known. */
  planned: number | null;
  running: boolean;
  /**
   * Against three to six calendar months, both ends included (as K61): of the whole mission when its end is known; an
   * open one is never too short yet.
   */
  length: 'shorter' | 'inside' | 'longer' | null;
}

export function missionLength({ from, to }: Mission, day: Day): MissionLength {
  const running = to === null || to > day;
  if (from === null) return { days: null, months: null, planned: null, running, length: null };
  const until = running ? day : to;
  const held = { days: Math.max(0, daysBetween(from, until)), months: wholeMonths(from, until), running };
  const planned = running && to !== null ? daysBetween(from, to) : null;
  const end = to ?? day;
  if (from < monthsBefore(end, missionMonths.high)) return { ...held, planned, length: 'longer' };
  const isShort = from > monthsBefore(end, missionMonths.low);
  return { ...held, planned, length: !isShort ? 'inside' : to === null ? null : 'shorter' };
}

function wholeMonths(from: Day, until: Day): number {
  let months = 0;
  while (from <= monthsBefore(until, months + 1)) months += 1;
  return months;
}

/** Null of nothing. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** `uncovered`: places without an ambassador. */
export function ambassadorSentence(coverage: Outcome | null, uncovered: number): Sentence {
  const [ambassadors, people] = [coverage?.numerator?.low ?? 0, coverage?.denominator?.low ?? 0];
  if (ambassadors === 0 || coverage?.value === null || coverage === null) return sentence('ambassadors.none', {});
  const { state, missing } = coverageState(ambassadors, people);
  const params = { share: coverage.value, ambassadors, uncovered };
  if (state === 'none') return sentence('ambassadors.none', {});
  return state === 'below'
    ? sentence('ambassadors.below', { ...params, missing })
    : sentence(`ambassadors.${state}`, params);
}
