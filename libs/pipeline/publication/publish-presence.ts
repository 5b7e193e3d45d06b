import { type Interval } from '#domain/mask/bands.js';
import { layerOf, type Mask, type MaskNode } from '#domain/mask/mask.js';
import { type Calendar, daysOf, presenceBlocks } from '#domain/mask/presence.js';
import { joinedIn, publishVolume } from '#domain/mask/volumes.js';
import { type CellValues, type Counted, type Shelf } from './shelf.js';

/** What is needed to tell person-days and never told itself. */
export const calendarMeasures: ReadonlySet<string> = new Set(['fewest_days', 'most_days', 'invited_days']);
/** Person-days, and the working days that they are a share of. */
export const presenceMeasures: ReadonlySet<string> = new Set([
  ...['login_days', 'login_exposure'],
  ...['exposed_active_days', 'exposed_days'],
]);

/**
 * Person-days by places of 200 people and more (docs/decisions/071). The days that were possible are people times
 * working days: told as they were counted they would tell the people, so that they follow from what is told of these.
 * Those since an invitation are declared.
 */
export function publishPresence(cells: Mask, { days, measures }: Counted, published: Shelf): void {
  const places = Places.of(cells, measures);
  if (!places) return;
  const people = (measure: string, over: number) => places.intervals((key) => told(measure, over, key));
  const publish = (
    measure: string,
    done: readonly Interval[],
    possibleAt: (at: number) => Interval,
    exposure: string,
  ): void => {
    const tops = places.sums((at) => Math.max(done[at]![1] * places.calendars[at]!.most, possibleAt(at)[1]));
    const values = measures.get(measure) ?? new Map<string, number>();
    const most = new Map(cells.nodes.map(({ key }, at) => [key, tops[at]!]));
    const intervals = publishVolume(cells, (cell) => Math.min(most.get(cell.key)!, sumOf(cell, values)), {
      bands: true,
      blocks: (at) => presenceBlocks(done[at]!, places.calendars[at]!, tops[at]!),
    });
    published.put('everyone', days, measure, intervals);
    // What no place tells of people is not told by way of days.
    const known = cells.nodes.flatMap(({ key }, at) => (isTold(key) ? [[key, possibleAt(at)] as const] : []));
    published.put('everyone', days, exposure, new Map(known));
  };
  const login = people('login', days);
  if (login && measures.has('login_days'))
    publish('login_days', login, (at) => daysOf(login[at]!, places.calendars[at]!), 'login_exposure');

  const [active, activated] = [people('active', days), people('activated', 0)];
  const asked = measures.get('invited_days');
  if (!active || !activated || !asked || !measures.has('exposed_active_days')) return;
  const invited = people('invited', 0) ?? cells.nodes.map((): Interval => [0, 0]);
  const since = places.sums((_, cell) => sumOf(cell, asked));
  // Those activated without an invitation, as many as what is told of both leaves possible, for all of the window.
  const possible = (at: number): Interval => {
    const unasked = cells.nodes[at]!.headcount - invited[at]![0];
    const others: Interval = [Math.max(0, activated[at]![0] - invited[at]![1]), Math.min(unasked, activated[at]![1])];
    const [low, high] = daysOf(others, places.calendars[at]!);
    return [since[at]! + low, since[at]! + high];
  };
  publish('exposed_active_days', active, possible, 'exposed_days');

  function told(measure: string, over: number, key: string): Interval | undefined {
    return published.get('everyone', over, measure, [key]).get(key);
  }
  function isTold(key: string): boolean {
    return told('people', 0, key) !== undefined;
  }
}

const sumOf = (cell: MaskNode, values: CellValues): number =>
  joinedIn(cell).reduce((all, key) => all + (values.get(key) ?? 0), 0);

/** The places of the mask of volumes. */
class Places {
  private constructor(
    private readonly cells: Mask,
    readonly calendars: readonly Calendar[],
  ) {}

  static of(cells: Mask, measures: ReadonlyMap<string, CellValues>): Places | null {
    const ends = ['fewest_days', 'most_days'].map((measure) => measures.get(measure) ?? new Map<string, number>());
    const known = upwards(
      cells,
      (cell) => joinedIn(cell).flatMap((key) => ends.flatMap((end) => end.get(key) ?? [])),
      (parts) => parts.flat(),
    );
    if (known.some((days) => days.length === 0)) return null;
    return new Places(
      cells,
      known.map((days) => ({ fewest: Math.min(...days), most: Math.max(...days) })),
    );
  }

  /** Of each place what it tells, or its cells together; null where that is not told of all. */
  intervals(told: (key: string) => Interval | undefined): Interval[] | null {
    const found = this.cells.nodes.map(({ key, entities }): Interval | undefined => {
      const own = told(key);
      if (own) return own;
      const parts = entities.map(told);
      if (parts.some((part) => part === undefined)) return undefined;
      return parts.reduce<Interval>(([low, high], part) => [low + part![0], high + part![1]], [0, 0]);
    });
    return found.every((one) => one !== undefined) ? found : null;
  }

  /** A number of each leaf, added up. */
  sums(of: (at: number, cell: MaskNode) => number): number[] {
    return upwards(
      this.cells,
      (cell, at) => of(at, cell),
      (parts) => parts.reduce((all, part) => all + part, 0),
    );
  }
}

function upwards<T>(cells: Mask, ofLeaf: (cell: MaskNode, at: number) => T, ofParts: (parts: T[]) => T): T[] {
  const { parents } = layerOf(cells);
  const below = cells.nodes.map((): T[] => []);
  const found = new Array<T>(cells.nodes.length);
  for (let at = cells.nodes.length - 1; at >= 0; at--) {
    const parts = below[at]!;
    found[at] = parts.length === 0 ? ofLeaf(cells.nodes[at]!, at) : ofParts(parts);
    if (parents[at]! >= 0) below[parents[at]!]!.push(found[at]!);
  }
  return found;
}
