import { type Interval } from '../bands.js';
import { cellsOf } from '../cells.js';
import { isCell, type Mask } from '../mask.js';
import { publishCount } from '../publish-count.js';
import { type Histogram } from '../publish-histogram.js';
import { awareAttack, bitsOf, countBits, type Finding, statesOf, type World } from './attackers.js';
import { entities } from './trees.js';

export interface Bins {
  tree: string;
  /** Smallest cell of the tree. */
  cell: number;
  bins: number;
  /** People of the set in each cell: one of its bands, or a size that everyone knows. */
  set: Interval;
}

export type Publish = (
  mask: Mask,
  totals: ReadonlyMap<string, Interval>,
  bins: number,
  value: (bin: number, cell: string) => number,
) => Histogram;

export interface BinDamage {
  /** Values of a published interval, of the set and of runs of bins, that an attacker can exclude. */
  excluded: number;
  /** Bins with fewer than three possible values although no figure says what they hold. */
  sharp: number;
  /** Figures that are exact: how much was at stake. */
  exact: number;
}

/** Plays every division of every possible set over the bins against an attacker who knows the rules. */
export function damageOf(world: Bins, publish: Publish): BinDamage {
  const mask = cellsOf(entities(world.tree), { k: world.cell });
  const cells = mask.nodes.filter(isCell).map(({ key }) => key);
  const divisions = divisionsOf(world.set, world.bins);
  const runs = runsOf(world.bins);
  const histograms = new Map<Finding['published'], Histogram>();
  const attacked: World = {
    sizes: cells.map(() => divisions.length),
    publish: (state) => {
      const at = new Map(cells.map((cell, place) => [cell, divisions[state[place]!]!]));
      const totals = publishCount(mask, (cell) => sum(at.get(cell.key)!), { bands: world.set[0] < world.set[1] });
      const histogram = publish(mask, totals, world.bins, (bin, cell) => at.get(cell)![bin]!);
      const pattern = new Map([
        ['pattern', [histogram.bins.length, Number(histogram.bins.map(last).join(''))] as const],
      ]);
      const published = [totals, pattern, ...histogram.counts];
      histograms.set(published, histogram);
      return published;
    },
    secrets: (state) =>
      state.flatMap((division) => {
        const counts = divisions[division]!;
        return runs.map(([from, to]) => sum(counts.slice(from, to)));
      }),
  };
  const damage: BinDamage = { excluded: 0, sharp: 0, exact: 0 };
  for (const { published, possible } of awareAttack(attacked)) {
    const histogram = histograms.get(published)!;
    for (const table of histogram.counts) {
      for (const [low, high] of table.values()) if (low === high && histogram.counts.length > 1) damage.exact++;
    }
    cells.forEach((cell, place) => {
      const of = (from: number, to: number): number =>
        possible[place * runs.length + runs.findIndex((run) => run[0] === from && run[1] === to)]!;
      if (of(0, world.bins) !== bitsOf(published[0]!.get(cell)!)) damage.excluded++;
      const told = histogram.bins.map((run) => [run[0]!, last(run) + 1] as const);
      told.forEach(([from, to], run) => {
        const interval = histogram.counts[run]!.get(cell);
        if (interval && of(from, to) !== bitsOf(interval)) damage.excluded++;
        if (interval && to === from + 1 && interval[0] === interval[1]) return;
        for (let bin = from; bin < to; bin++) if (countBits(of(bin, bin + 1)) < 3) damage.sharp++;
      });
    });
  }
  return damage;
}

function divisionsOf([least, most]: Interval, bins: number): number[][] {
  const all = statesOf(Array.from({ length: bins }, () => most + 1));
  return Array.from(all, (state) => [...state]).filter((state) => sum(state) >= least && sum(state) <= most);
}

function runsOf(bins: number): [from: number, to: number][] {
  const starts = Array.from({ length: bins }, (_, from) => from);
  return starts.flatMap((from) => starts.slice(from).map((to): [number, number] => [from, to + 1]));
}

function last(run: readonly number[]): number {
  return run[run.length - 1]!;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
