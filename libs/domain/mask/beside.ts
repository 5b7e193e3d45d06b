import { type Interval } from './bands.js';
import { type Layer } from './mask.js';

/** Where the people of another Sunday are counted now. */
export interface Stayed {
  layer: Layer;
  /** People by leaf of its own layer. */
  people: readonly number[];
  /** How many of a leaf's people are in which leaf of today's layer. */
  stayed: readonly ReadonlyMap<number, number>[];
}

/** What another Sunday told of a count, place by place. */
export interface Telling {
  /** Whoever is counted on an earlier Sunday is counted now; whoever is counted now is counted on a later one. */
  when: 'earlier' | 'later';
  crossing: Crossing;
  /** By position in its own layer; [0, Infinity] where nothing was told. */
  intervals: readonly Interval[];
}

/** Some of today's leaves: which, and how many people they hold. */
export interface Inside {
  position: number;
  leaves: readonly number[];
  size: number;
}

/** Who of another Sunday's leaves is inside now. */
interface Crossed {
  here: ReadonlyMap<number, number>;
  /** Leaves of that Sunday with anybody inside, and all places above them, each after those below it. */
  places: readonly number[];
  joiners: number;
  moved: number;
}

/** Follows the people of another Sunday to where they are counted now; asked once of each of today's places. */
export class Crossing {
  /** The leaves of that Sunday from which the people of one of today's come. */
  private readonly from = new Map<number, [then: number, people: number][]>();
  private readonly known = new Map<number, Crossed | null>();

  constructor(readonly then: Stayed) {
    then.stayed.forEach((leaves, position) => {
      for (const [leaf, number] of leaves) {
        const known = this.from.get(leaf);
        if (known) known.push([position, number]);
        else this.from.set(leaf, [[position, number]]);
      }
    });
  }

  /** Null where the same people are in the same cells. */
  into(inside: Inside): Crossed | null {
    const known = this.known.get(inside.position);
    if (known !== undefined) return known;
    const crossed = this.cross(inside);
    this.known.set(inside.position, crossed);
    return crossed;
  }

  private cross({ leaves, size }: Inside): Crossed | null {
    const { people } = this.then;
    const here = new Map<number, number>();
    let [stayers, moved, isSame] = [0, 0, true];
    for (const leaf of leaves) {
      const from = this.from.get(leaf) ?? [];
      isSame &&= from.length <= 1;
      for (const [then, number] of from) {
        isSame &&= number === people[then];
        here.set(then, (here.get(then) ?? 0) + number);
        stayers += number;
      }
    }
    const joiners = size - stayers;
    if (isSame && joiners === 0) return null;
    // Of a cell whose people are parted, the fewer have moved.
    for (const [leaf, inside] of here) moved += Math.min(inside, people[leaf]! - inside);
    return { here, places: this.withThoseAbove(here.keys()), joiners, moved: moved + joiners };
  }

  private withThoseAbove(leaves: Iterable<number>): number[] {
    const all = new Set<number>();
    for (const leaf of leaves)
      for (let at = leaf; at >= 0 && !all.has(at); at = this.then.layer.parents[at]!) all.add(at);
    return [...all].sort((a, b) => b - a);
  }
}

export interface Bound {
  /** The least that an earlier Sunday leaves possible, or the most that a later one does. */
  end: number;
  /** People who came or went. */
  moved: number;
}

/** Answers what another Sunday leaves possible for the people of some of today's leaves. */
export class Beside {
  private readonly isEarlier: boolean;
  /** How many did it at most, or at least, where nobody is inside: of each place, and of those below it together. */
  private readonly outs: Float64Array;
  private readonly below: Float64Array;

  constructor(private readonly telling: Telling) {
    const { when, crossing, intervals } = telling;
    const { layer, people } = crossing.then;
    this.isEarlier = when === 'earlier';
    this.outs = new Float64Array(layer.keys.length);
    this.below = new Float64Array(layer.keys.length);
    for (let position = layer.keys.length - 1; position >= 0; position--) {
      const [low, high] = intervals[position]!;
      const all = this.below[position]!;
      if (layer.leaves[position] === 1) this.outs[position] = this.isEarlier ? Math.min(people[position]!, high) : low;
      else this.outs[position] = this.isEarlier ? Math.min(all, high) : Math.max(all, low);
      const parent = layer.parents[position]!;
      if (parent >= 0) this.below[parent]! += this.outs[position]!;
    }
  }

  /** Null where the same people are in the same cells. */
  boundOf(inside: Inside): Bound | null {
    const { crossing, intervals } = this.telling;
    const { layer, people } = crossing.then;
    const crossed = crossing.into(inside);
    if (crossed === null) return null;
    const { here, places, joiners, moved } = crossed;
    let known = 0;
    // Of those who are inside now and of those who are not: how many did it at least, or at most.
    const ins = new Map<number, number>();
    const outs = new Map<number, number>();
    for (const position of places) {
      const [low, high] = intervals[position]!;
      const isLeaf = layer.leaves[position] === 1;
      // Of a cell all may have done it, or nobody; of a place no more and no fewer than below it.
      const within = isLeaf ? here.get(position)! : ins.get(position)!;
      const beside = isLeaf ? people[position]! - within : this.below[position]! + outs.get(position)!;
      const [least, most] = isLeaf ? [0, 0] : [within, beside];
      const [inner, outer] = this.isEarlier
        ? [Math.max(least, low - beside), Math.min(beside, isLeaf ? high : high - within)]
        : [Math.min(within, isLeaf ? high : high - beside), Math.max(most, low - within)];
      const parent = layer.parents[position]!;
      if (parent < 0) {
        known += inner;
        continue;
      }
      ins.set(parent, (ins.get(parent) ?? 0) + inner);
      outs.set(parent, (outs.get(parent) ?? 0) + outer - this.outs[position]!);
    }
    return { end: this.isEarlier ? known : known + joiners, moved };
  }
}
