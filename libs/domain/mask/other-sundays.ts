import { type Interval } from './bands.js';
import { type Layer } from './mask.js';

/** What another Sunday told of a count, place by place, and where its people are counted now. */
export interface Telling {
  /** Whoever is counted on an earlier Sunday is counted now; whoever is counted now is counted on a later one. */
  when: 'earlier' | 'later';
  layer: Layer;
  /** By position in its own layer; [0, Infinity] where nothing was told. */
  intervals: readonly Interval[];
  /** People by leaf of its own layer. */
  people: readonly number[];
  /** How many of a leaf's people are in which leaf of today's layer. */
  stayed: readonly ReadonlyMap<number, number>[];
}

/** Values that one place tells as one, whichever of them holds; both ends included. */
export type Block = Interval;
export type Blocks = (position: number) => readonly Block[];

/**
 * What a place tells as one beside what other Sundays have told (docs/decisions/058).
 *
 * A count that nobody loses again, or one over a longer window, cannot fall below what an earlier Sunday told less those
 * who have left since. That very value says that whoever left was counted and whoever came was not; the next, that it
 * holds of all but one. It is told as one with the next, and with the second next where several moved: what one place
 * leaves open may be taken up by its neighbours. The same holds from above for what a later Sunday has told already.
 */
export function blocksOf(
  { parents, leaves, keys }: Layer,
  people: readonly number[],
  tellings: readonly Telling[],
): Blocks {
  const below = keys.map((): number[] => []);
  for (let position = keys.length - 1; position >= 0; position--) {
    if (leaves[position] === 1) below[position]!.push(position);
    const parent = parents[position]!;
    if (parent >= 0) below[parent]!.push(...below[position]!);
  }
  return (position) => {
    const inside = new Set(below[position]);
    const size = below[position]!.reduce((sum, leaf) => sum + people[leaf]!, 0);
    return tellings.flatMap((telling): Block[] => {
      const bound = boundOf(telling, inside, size);
      if (bound === null) return [];
      const free = bound.moved > 1 ? 2 : 1;
      const [low, high] = telling.when === 'earlier' ? [bound.end, bound.end + free] : [bound.end - free, bound.end];
      return low < size && high > 0 ? [[Math.max(0, low), Math.min(size, high)]] : [];
    });
  };
}

interface Bound {
  /** The least that an earlier Sunday leaves possible, or the most that a later one does. */
  end: number;
  /** People who came or went. */
  moved: number;
}

/** What another Sunday leaves possible for some leaves; null where their people are the same in the same cells. */
function boundOf(telling: Telling, inside: ReadonlySet<number>, size: number): Bound | null {
  const { when, layer, intervals, people, stayed } = telling;
  const isEarlier = when === 'earlier';
  // Of those who are inside now and of those who are not: how many did it at least, or at most.
  const ins = new Float64Array(layer.keys.length);
  const outs = new Float64Array(layer.keys.length);
  const from = new Set<number>();
  let [stayers, moved, known, isSame] = [0, 0, 0, true];
  for (let position = layer.keys.length - 1; position >= 0; position--) {
    const [low, high] = intervals[position]!;
    if (layer.leaves[position] === 1) {
      let here = 0;
      for (const [leaf, number] of stayed[position]!) {
        if (!inside.has(leaf)) continue;
        here += number;
        isSame &&= number === people[position] && !from.has(leaf);
        from.add(leaf);
      }
      const gone = people[position]! - here;
      stayers += here;
      // Of a cell whose people are parted, the fewer have moved.
      moved += Math.min(here, gone);
      ins[position] = isEarlier ? Math.max(0, low - gone) : Math.min(here, high);
      outs[position] = isEarlier ? Math.min(gone, high) : Math.max(0, low - here);
    } else {
      const [within, beside] = [ins[position]!, outs[position]!];
      ins[position] = isEarlier ? Math.max(within, low - beside) : Math.min(within, high - beside);
      outs[position] = isEarlier ? Math.min(beside, high - within) : Math.max(beside, low - within);
    }
    const parent = layer.parents[position]!;
    if (parent < 0) {
      known += ins[position]!;
      continue;
    }
    ins[parent]! += ins[position]!;
    outs[parent]! += outs[position]!;
  }
  const joiners = size - stayers;
  if (isSame && joiners === 0) return null;
  return { end: isEarlier ? known : known + joiners, moved: moved + joiners };
}

/** Tells a value so that no block is divided: all that its values would be told as is told as one. */
export function undivided(tell: (value: number) => Interval, blocks: readonly Block[]): (value: number) => Interval {
  return blocks.reduce((before, [low, high]) => {
    const whole: Interval = [before(low)[0], before(high)[1]];
    return (value) => (value >= whole[0] && value <= whole[1] ? whole : before(value));
  }, tell);
}
