import { type Window } from '../calendar/windows.js';
import { type IndicatorKey, indicatorOf } from '../indicators/catalogue.js';
import { type Sentence, sentence } from '../sentences/sentence.js';
import { sizesOf } from '../statistics/cluster.js';
import { clustersToDetect } from '../statistics/power.js';
import { isApart } from '../statistics/two-proportions.js';
import { type SideClusters } from './clusters.js';
import { fewSites, type Reach } from './reach.js';
import { isClosed, isOfPeople, isOpen } from '../rollout/wave.js';
import { leavesOf, pairNames, relationOf, type Side } from './side.js';
import { unitsOf } from './units.js';

// The gap that a comparison should be able to find when none is seen: five points.
const worthFinding = 0.05;
// Less than half a point left between the published ends: no organisation has the sites that would find it. [I]
const leastFound = 0.005;

/** What is compared: both sides, their entities, and how many weeks a launch's novelty still lasts (0 = over, or no launch). */
export interface Comparing {
  sides: readonly [Side, Side];
  clusters: readonly [SideClusters, SideClusters];
  gap: number;
  weeks: number;
}

/** What would settle a gap that no test could speak of. */
export function settleRefusal(refusal: NonNullable<Reach['refusal']>, reach: Reach, of: Comparing): Sentence {
  if (refusal === 'sites_hidden' || refusal === 'too_wide') return sentence('comparison.settle_finer', { shorter: 0 });
  if (refusal === 'overlap') return sentence('comparison.settle_apart', {});
  if (refusal === 'shock') return sentence('comparison.settle_calendar', {});
  return isPaired(of)
    ? sentence('comparison.settle_fixed', { unit: reach.unit })
    : moreSites(fewSites, 0, reach, { ...of, weeks: 0 });
}

/**
 * What would settle a gap that may be chance: sites, with the gap that so many would find. Weeks only show whether it
 * lasts, so they are named while the novelty of a launch does; a day of the calendar gains nothing by waiting.
 */
export function settleNoise(reach: Reach, of: Comparing): Sentence {
  if (isPaired(of)) return sentence('comparison.settle_fixed', { unit: reach.unit });
  const { clusters, gap } = of;
  const all = clusters.flatMap(({ byPlace }) => [...byPlace.values()]);
  const { mean, cv, people } = sizesOf(all);
  const share = all.reduce((sum, { events }) => sum + events, 0) / people;
  if (reach.icc === null || !(share > 0 && share < 1)) return moreSites(fewSites, 0, reach, of);
  const target = Math.max(Math.abs(gap), worthFinding);
  const { low, high } = reach.published;
  const open = high - low;
  // Sites take away chance, not what publication leaves open.
  const found = Math.max(isApart(reach.published) ? Math.min(Math.abs(low), Math.abs(high)) : 0, target - open);
  if (found < leastFound) return sentence('comparison.settle_bands', { open, unit: reach.unit });
  const needed = clustersToDetect(found, share, { mean, icc: reach.icc, cv });
  return moreSites(Math.max(needed, fewSites), target, reach, of);
}

export const isPaired = ({ sides }: Comparing): boolean => relationOf(...sides) === 'paired';

/** Up to `needed` units on each side. `gap`: 0 = for any test. */
function moreSites(needed: number, gap: number, reach: Reach, { sides, weeks }: Comparing): Sentence {
  const [first, second] = sides;
  const more = reach.clusters.map((each) => Math.max(0, needed - each));
  const { unit } = reach;
  if (more.every((each) => each === 0)) return sentence('comparison.settle_enough', { gap, unit });
  const may = sides.map(mayJoin);
  const isBeyond = more.some((each, side) => each > may[side]!) || more[0]! + more[1]! > Math.max(...may);
  return sentence(isBeyond ? 'comparison.settle_beyond' : 'comparison.settle_more', {
    ...{ ...pairNames(first, second), unit, firstMore: more[0]!, secondMore: more[1]!, gap, weeks },
  });
}

/** Units that may still join a side: a wave that has not ended may take what no opened wave has. Nothing else grows. */
function mayJoin({ board, kind, key }: Side): number {
  const { week } = board;
  const wave = kind === 'wave' ? board.waves.find((one) => one.key === key) : undefined;
  if (!wave || week === null || isOfPeople(wave) || isClosed(wave, week)) return 0;
  const isFree = (place: string) => board.wavesOf(place, week).every((one) => !isOpen(one, week));
  // A site is in no wave where its departments are in several: they are asked one by one.
  const placesIn = (unit: string) => leavesOf({ board, slice: board.place(unit) }, week);
  return [...unitsOf({ board, slice: board.root }, week).keys()].filter((unit) => placesIn(unit).every(isFree)).length;
}

/** Whether the measure over 7 days might tell what this one hides. */
export const mayBeShorter = (key: IndicatorKey, window: Window | null, settle: Sentence): boolean =>
  window !== 7 && indicatorOf(key).windows.includes(7) && isHidden(settle);

/** The same advice, with the measure over 7 days where that one, as read, can be compared: it is offered nowhere else. */
export const orSevenDays = (settle: Sentence, shorter: { reach: Pick<Reach, 'refusal'> } | null): Sentence =>
  shorter?.reach.refusal === null ? { ...settle, params: { ...settle.params, shorter: 1 } } : settle;

/** Nothing is published finely enough: another window may be. */
const isHidden = ({ key }: Sentence): boolean =>
  key === 'comparison.settle_masked' || key === 'comparison.settle_finer';
