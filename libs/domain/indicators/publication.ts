import { type Day } from '../calendar/day.js';
import { coverOf, type Cover } from '../mask/cover.js';
import { type Mask, type MaskKind } from '../mask/mask.js';
import { exactly, type Interval, overlap, sumOfIntervals } from '../statistics/interval.js';
import { type Group } from './reading.js';

/** A node of the published tree of one week. */
export interface Place {
  key: string;
  parent: string | null;
  kind: MaskKind;
  entity: string | null;
  /** Entity of the place; of its parent for direct staff and joined places. */
  name: string;
  /** Names of the entities joined in a `rest`. */
  members: string[];
  /** Cells only: the entities whose direct staff is counted here. */
  entities: string[];
  headcount: number;
  country: string | null;
}

/** Published intervals of one population in one place: `days` 0 = state of that Sunday. */
export interface CountRow {
  population: string;
  days: number;
  node: string;
  weekEnd: Day;
  counts: Readonly<Record<string, readonly [number, number]>>;
}

/** The published tree of one week. */
export class Tree {
  readonly root: Place | null;
  private readonly byKey: ReadonlyMap<string, Place>;
  private readonly children = new Map<string, Place[]>();
  private readonly mask: Mask;

  /** Parents before children. */
  constructor(readonly places: readonly Place[]) {
    this.root = places[0] ?? null;
    this.byKey = new Map(places.map((place) => [place.key, place]));
    for (const place of places) {
      if (place.parent !== null) this.children.set(place.parent, [...(this.children.get(place.parent) ?? []), place]);
    }
    this.mask = { nodes: places.map((place) => ({ ...place, vacant: [] })) };
  }

  place(key: string): Place | undefined {
    return this.byKey.get(key);
  }

  childrenOf(key: string): readonly Place[] {
    return this.children.get(key) ?? [];
  }

  /** Largest places wholly inside a set of entities, and those it shares with others (rules 4.3). */
  cover(entities: ReadonlySet<string>): Cover {
    return coverOf(this.mask, entities);
  }
}

const noTree = new Tree([]);

/** Everything published that a page reads: trees by week, intervals by population, place, week and window. */
export class Publication {
  private readonly counts = new Map<string, CountRow['counts']>();

  constructor(
    private readonly trees: ReadonlyMap<Day, Tree>,
    rows: readonly CountRow[],
  ) {
    for (const row of rows) this.counts.set(keyOf(row.population, row.days, row.node, row.weekEnd), row.counts);
  }

  /** Of a week without a publication: empty. */
  tree(weekEnd: Day): Tree {
    return this.trees.get(weekEnd) ?? noTree;
  }

  /** Sum over disjoint places; null where there is none, or one of them does not publish it. */
  count(places: readonly string[], weekEnd: Day, population: string, days: number, measure: string): Interval | null {
    if (places.length === 0) return null;
    return sumOfIntervals(places.map((place) => this.one(place, weekEnd, population, days, measure)));
  }

  private one(place: string, weekEnd: Day, population: string, days: number, measure: string): Interval | null {
    const counts = this.counts.get(keyOf(population, days, place, weekEnd));
    const found = counts?.[measure];
    if (counts && found) return days === 0 ? besideOthers(counts, measure, found) : { low: found[0], high: found[1] };
    // Where the directory knows nobody, or nobody is invited, planned or opened, there is nothing to hide.
    const nobody = population !== 'unassigned' && this.tree(weekEnd).place(place)?.headcount === 0;
    return nobody || this.hasNone(place, weekEnd, population) ? exactly(0) : null;
  }

  /**
   * Those of a declared group, as far as anything that is published bounds them: where a place does not tell them apart,
   * what everyone's count leaves possible there, and what the places below it add up to. Null where the group is not told.
   */
  bound(places: readonly string[], weekEnd: Day, group: Group, days: number, measure: string): Interval | null {
    // A place that says nothing of everyone either stays silent; below one that does, it may have been anybody.
    const isSilent = (place: string) => this.one(place, weekEnd, 'everyone', days, measure) === null;
    if (places.length === 0 || places.some(isSilent)) return null;
    return sumOfIntervals(places.map((place) => this.boundAt(place, weekEnd, group, days, measure)));
  }

  private boundAt(place: string, weekEnd: Day, group: Group, days: number, measure: string): Interval | null {
    const told = this.one(place, weekEnd, group, days, measure);
    const people = this.one(place, weekEnd, 'everyone', 0, 'people');
    const members = this.one(place, weekEnd, 'everyone', 0, group);
    if (told || !people || !members) return told;
    const all = this.one(place, weekEnd, 'everyone', days, measure) ?? { low: 0, high: people.high };
    const here = overlap(all, members, people)!;
    const below = this.tree(weekEnd)
      .childrenOf(place)
      .map(({ key }) => this.boundAt(key, weekEnd, group, days, measure));
    const sum = below.length > 0 ? sumOfIntervals(below) : null;
    const both = sum && { low: Math.max(here.low, sum.low), high: Math.min(here.high, sum.high) };
    return both && both.low <= both.high ? both : here;
  }

  /** Whether a place says of everyone that none of them are in a declared group. */
  private hasNone(place: string, weekEnd: Day, group: string): boolean {
    if (!declaredGroups.has(group)) return false;
    return this.counts.get(keyOf('everyone', 0, place, weekEnd))?.[group]?.[1] === 0;
  }
}

/** Populations whose people are counted, exactly, among everyone's states under the same name. */
const declaredGroups: ReadonlySet<string> = new Set(['planned', 'opened', 'invited']);

/** States that hold everyone of others. */
const partsOf: Record<string, readonly string[]> = { activated: ['connected', 'engaged'] };

/** A state as it may be told beside others: at least as many as are in a part of it, a part no more than the whole. */
function besideOthers(counts: CountRow['counts'], measure: string, own: readonly [number, number]): Interval {
  const wholes = Object.keys(partsOf).filter((whole) => partsOf[whole]!.includes(measure));
  const low = Math.max(own[0], ...(partsOf[measure] ?? []).map((part) => counts[part]?.[0] ?? 0));
  const high = Math.min(own[1], ...wholes.map((whole) => counts[whole]?.[1] ?? Infinity));
  // Where they contradict each other, after a return from long ago, nothing follows.
  return low <= high ? { low, high } : { low: own[0], high: own[1] };
}

const keyOf = (population: string, days: number, node: string, weekEnd: Day) =>
  `${population}/${days}/${weekEnd}/${node}`;
