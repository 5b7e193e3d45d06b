import { type Sentence, sentence } from '../sentences/sentence.js';
import { sizesOf } from '../statistics/cluster.js';
import { clustersToDetect } from '../statistics/power.js';
import { isApart } from '../statistics/two-proportions.js';
import { type SideClusters } from './clusters.js';
import { fewSites, type Reach } from './reach.js';
import { leavesOf, relationOf, type Side } from './side.js';

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
  if (refusal === 'sites_hidden' || refusal === 'too_wide') return sentence('comparison.settle_block', {});
  if (refusal === 'overlap') return sentence('comparison.settle_apart', {});
  if (refusal === 'shock') return sentence('comparison.settle_calendar', {});
  return isPaired(of) ? sentence('comparison.settle_fixed', {}) : moreSites(fewSites, 0, reach, { ...of, weeks: 0 });
}

/**
 * What would settle a gap that may be chance: sites, with the gap that so many would find. Weeks only show whether it
 * lasts, so they are named while the novelty of a launch does; a day of the calendar gains nothing by waiting.
 */
export function settleNoise(reach: Reach, of: Comparing): Sentence {
  if (isPaired(of)) return sentence('comparison.settle_fixed', {});
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
  if (found < leastFound) return sentence('comparison.settle_bands', { open });
  const needed = clustersToDetect(found, share, { mean, icc: reach.icc, cv });
  return moreSites(Math.max(needed, fewSites), target, reach, of);
}

const isPaired = ({ sides }: Comparing): boolean => relationOf(...sides) === 'paired';

/** Up to `needed` sites on each side; an organisation cannot add those that it does not have. `gap`: 0 = for any test. */
function moreSites(needed: number, gap: number, reach: Reach, { sides, weeks }: Comparing): Sentence {
  const sites = reach.clusters.reduce((sum, each) => sum + Math.max(0, needed - each), 0);
  if (sites === 0) return sentence('comparison.settle_enough', { gap });
  const left = sitesLeft(sides);
  return sites > left
    ? sentence('comparison.settle_beyond', { sites, left, gap, weeks })
    : sentence('comparison.settle_more', { sites, gap, weeks });
}

/** Smallest places of the organisations compared that are on neither side. */
function sitesLeft(sides: readonly [Side, Side]): number {
  return [...new Set(sides.map(({ board }) => board))].reduce((sum, board) => {
    const taken = new Set(sides.filter((side) => side.board === board).flatMap((side) => leavesOf(side)));
    const places = board.week === null ? [] : board.publication.tree(board.week).places;
    return sum + places.filter(({ kind, key }) => kind !== 'node' && !taken.has(key)).length;
  }, 0);
}
