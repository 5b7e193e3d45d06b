import { interactionBin, interactionBins } from '#domain/indicators/interaction-bins.js';
import { personas } from '#domain/indicators/personas.js';
import { EXACT_FROM, type Interval } from '#domain/mask/bands.js';
import { type Mask } from '#domain/mask/mask.js';
import { fullBlocks } from '#domain/mask/presence.js';
import { publishHistogram } from '#domain/mask/publish-histogram.js';
import { publishVolume, volumeCells } from '#domain/mask/volumes.js';
import { sumOf, toldOf } from './places.js';
import { publishTimes } from './publish-presence.js';
import { type Counted, type PublicationRules, type Shelf } from './shelf.js';

/** A set of people divided into bins of which each person is in one, and what is published of the whole set. */
interface Division {
  population: string;
  bins: readonly string[];
  whole: { days: number; measure: string };
}

const divisions: readonly Division[] = [
  { population: 'persona', bins: personas, whole: { days: 0, measure: 'activated' } },
  {
    population: 'interactions',
    bins: interactionBins.map((_, bin) => interactionBin(bin)),
    whole: { days: 28, measure: 'interactive' },
  },
];

/** Names under which parts of a whole are counted: no populations, since nobody is read in them. */
export const parts: ReadonlySet<string> = new Set(['rhythm', ...divisions.map(({ population }) => population)]);

/** People by bin where at least 200 are divided, and hours of the week, after the totals of everyone. */
export function publishParts(mask: Mask, counted: readonly Counted[], published: Shelf, rules: PublicationRules): void {
  if (mask.nodes.length === 0) return;
  for (const one of counted) {
    const division = divisions.find(({ population }) => population === one.population);
    if (division) publishDivision(mask, division, one, published, rules);
    if (one.population === 'rhythm') publishHours(mask, one, published, rules);
  }
}

/** Bins that are read together bear the name of the first. */
function publishDivision(
  mask: Mask,
  { population, bins, whole }: Division,
  one: Counted,
  published: Shelf,
  rules: PublicationRules,
): void {
  const nodes = mask.nodes.map(({ key }) => key);
  const totals = published.get('everyone', whole.days, whole.measure, nodes);
  if (totals.size < nodes.length) return;
  const value = (bin: number, cell: string) => one.measures.get(bins[bin]!)?.get(cell) ?? 0;
  const histogram = publishHistogram(mask, totals, bins.length, value, rules);
  histogram.bins.forEach(([first], run) => {
    published.put(population, one.days, bins[first!]!, histogram.counts[run]!);
  });
}

/** An hour is a volume: the same people come back in each of the four weeks, and no more often. */
function publishHours(mask: Mask, one: Counted, published: Shelf, rules: PublicationRules): void {
  const cells = volumeCells(mask, rules.bands ? EXACT_FROM : rules.k);
  const people = rules.bands ? toldOf(cells, published, one.days, 'active') : null;
  const calendars = cells.nodes.map(() => ({ fewest: one.days / 7, most: one.days / 7 }));
  const possible = cells.nodes.map(({ headcount }): Interval => [0, (headcount * one.days) / 7]);
  for (const [hour, values] of one.measures) {
    const hours: ReadonlyMap<string, Interval> = people
      ? publishTimes(cells, values, { people, calendars, possible }, fullBlocks)
      : publishVolume(cells, (cell) => sumOf(cell, values), rules);
    published.put('rhythm', one.days, hour, hours);
  }
}
