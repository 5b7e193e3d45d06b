import { centreOf, type Interval, sumOfIntervals } from '../statistics/interval.js';
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
 * bear the name of the first. The last bin that holds anybody is wide, or has no end: it stands for what the published
 * sum of all interactions leaves to it.
 */
export function interactionsOf(reading: Reading): Bin[] | null {
  const read = reading.of('interactions');
  const starts = interactionBins.flatMap((_, bin) => {
    const people = read.during(interactionBin(bin));
    return people ? [{ bin, people: centreOf(people) }] : [];
  });
  if (starts.length === 0) return null;
  const bins = starts.map(({ bin, people }, place) => ({ each: middleOf(bin, starts[place + 1]?.bin), people }));
  const top = bins.map(({ people }) => people > 0).lastIndexOf(true);
  const total = reading.during('interactions');
  if (top < 0 || !total) return bins;
  const rest = centreOf(total) - interactionsIn(bins.slice(0, top));
  const lowest = interactionBins[starts[top]!.bin]!;
  return bins.map((bin, place) => (place === top ? { ...bin, each: Math.max(lowest, rest / bin.people) } : bin));
}

/** Ends of the people of all bins, as published. */
export function peopleOfBins(reading: Reading): Interval | null {
  const read = reading.of('interactions');
  return sumOfIntervals(interactionBins.flatMap((_, bin) => read.during(interactionBin(bin)) ?? []));
}

/** Middle of the bins from `first` up to `next`; of the last, an eighth above its lower end. */
function middleOf(first: number, next = interactionBins.length): number {
  const low = interactionBins[first]!;
  const end = interactionBins[next];
  return end === undefined ? low * 1.125 : (low + end - 1) / 2;
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
