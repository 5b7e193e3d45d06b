import { centreOf, type Interval } from '../statistics/interval.js';
import { interactionBin, interactionBins } from './interaction-bins.js';
import { type Reading } from './reading.js';

/** People with about the same number of interactions. */
export interface Bin {
  /** Interactions of one of them: the middle of the bin. */
  each: number;
  people: number;
}

/**
 * People by their interactions of 28 days, fewest first; null where it is not published. Bins that are read together
 * bear the name of the first. The last bin has no upper end: it stands for a quarter more than its lower one, at least.
 */
export function interactionsOf(reading: Reading): Bin[] | null {
  const read = reading.of('interactions');
  const counts = interactionBins.map((_, bin) => read.during(interactionBin(bin)));
  const starts = counts.flatMap((people, bin) => (people ? [{ bin, people }] : []));
  if (starts.length === 0) return null;
  return starts.map(({ bin, people }, place) =>
    binOf(bin, (starts[place + 1]?.bin ?? interactionBins.length) - 1, people),
  );
}

function binOf(first: number, last: number, people: Interval): Bin {
  const low = interactionBins[first]!;
  const next = interactionBins[last + 1];
  const high = next === undefined ? interactionBins[last]! * 1.25 : next - 1;
  return { each: (low + high) / 2, people: centreOf(people) };
}

/** The middle person's number, or the mean of the two in the middle; null for nobody. */
export function medianOf(bins: readonly Bin[]): number | null {
  const people = peopleIn(bins);
  if (people === 0) return null;
  const at = (rank: number) => {
    let below = 0;
    return bins.find((bin) => (below += bin.people) >= rank)?.each ?? bins.at(-1)!.each;
  };
  return (at(Math.floor((people + 1) / 2)) + at(Math.ceil((people + 1) / 2))) / 2;
}

/** Share of all interactions by the most active tenth of the people, between 0 and 1; null for nobody. */
export function shareOfTopTenth(bins: readonly Bin[]): number | null {
  const total = interactionsIn(bins);
  if (total === 0) return null;
  let left = peopleIn(bins) / 10;
  let theirs = 0;
  for (const bin of [...bins].reverse()) {
    const taken = Math.min(left, bin.people);
    theirs += taken * bin.each;
    left -= taken;
  }
  return theirs / total;
}

/**
 * Gini coefficient between 0 (all alike) and 1: Σ (2i − n − 1) x_i / (n Σ x) over sorted x, people of a bin being alike;
 * null for nobody.
 */
export function giniOf(bins: readonly Bin[]): number | null {
  const [people, total] = [peopleIn(bins), interactionsIn(bins)];
  if (total === 0) return null;
  let [below, weighed] = [0, 0];
  for (const bin of bins) {
    // Ranks below+1 … below+people: their sum, twice, less n + 1 for each.
    weighed += bin.each * bin.people * (2 * below + bin.people - people);
    below += bin.people;
  }
  return weighed / (people * total);
}

export const peopleIn = (bins: readonly Bin[]): number => bins.reduce((sum, { people }) => sum + people, 0);
const interactionsIn = (bins: readonly Bin[]): number => bins.reduce((sum, bin) => sum + bin.people * bin.each, 0);
