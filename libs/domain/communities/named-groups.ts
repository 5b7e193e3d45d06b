import { addDays, type Day } from '../calendar/day.js';
import { maturityBands } from '../indicators/k42-maturity.js';
import { type StateMeasure, type WindowMeasure } from '../indicators/reading.js';
import { type Interval } from '../statistics/interval.js';
import { classedFrom, type CommunityCounts } from './community.js';

/** A group that is told by its name. `weekEnd` = the Sunday that its counts speak of. */
export interface NamedGroup {
  weekEnd: Day;
  facts: { createdOn: Day | null };
  counts: CommunityCounts;
}

/** Of named groups, how many surely are of a kind and how many surely are not. */
interface Sure {
  of: 'groups_grown' | 'groups_classed';
  are: (group: NamedGroup) => boolean;
  areNot: (group: NamedGroup) => boolean;
}

type Ends = readonly [number, number];
const none: Ends = [0, Number.MAX_SAFE_INTEGER];
const endsOf = ({ counts }: NamedGroup, measure: string): Ends => counts[measure] ?? none;

const sure = {
  groups_silent: {
    of: 'groups_grown',
    are: (group) => isGrown(group) && endsOf(group, 'messages')[1] === 0,
    areNot: (group) => isGrown(group) && endsOf(group, 'threads')[0] > 0,
  },
  groups_diffusion: {
    of: 'groups_classed',
    are: (group) => isClassed(group) && writers(group)[1] < maturityBands.diffusion * joined(group)[0],
    areNot: (group) => isClassed(group) && writers(group)[0] >= maturityBands.diffusion * joined(group)[1],
  },
  groups_network: {
    of: 'groups_classed',
    are: (group) =>
      isClassed(group) && writers(group)[0] > maturityBands.network * joined(group)[1] && isMutual(group, 0, 1),
    areNot: (group) =>
      isClassed(group) && (writers(group)[1] <= maturityBands.network * joined(group)[0] || !isMutual(group, 1, 0)),
  },
} as const satisfies Partial<Record<WindowMeasure, Sure>>;

const writers = (group: NamedGroup) => endsOf(group, 'writers');
const joined = (group: NamedGroup) => endsOf(group, 'joined');
const isGrown = ({ facts, weekEnd }: NamedGroup) => (facts.createdOn ?? '') <= addDays(weekEnd, -28);
const isClassed = (group: NamedGroup) => joined(group)[0] >= classedFrom;

/** By one end of the ties in both directions and the other of all of them: at the most (1, 0), or at the least (0, 1). */
function isMutual(group: NamedGroup, mutual: 0 | 1, pairs: 0 | 1): boolean {
  const all = endsOf(group, 'pairs');
  return all[1 - pairs]! > 0 && endsOf(group, 'mutual')[mutual] >= maturityBands.mutual * all[pairs];
}

/**
 * What the groups that are told by name say of how many there are of a kind: a band of three around none, beside nine
 * names that all write, would contradict them. Nothing is told that the list does not tell already.
 */
export function knownByName(groups: readonly NamedGroup[], weekEnd: Day) {
  const told = groups.filter((group) => group.weekEnd === weekEnd);
  return (
    measure: StateMeasure | WindowMeasure,
    found: Interval,
    count: (measure: WindowMeasure) => Interval | null,
  ): Interval => {
    const kind = measure in sure ? sure[measure as keyof typeof sure] : null;
    const all = kind && count(kind.of);
    if (!all) return found;
    const low = Math.max(found.low, told.filter(kind.are).length);
    return { low, high: Math.max(low, Math.min(found.high, all.high - told.filter(kind.areNot).length)) };
  };
}
