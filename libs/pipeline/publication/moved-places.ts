import { type Interval } from '#domain/mask/bands.js';
import { type Mask } from '#domain/mask/mask.js';

/** What one count said of a place, and what it would say now; undefined = nothing. */
export type Statements = (node: string) => readonly [before: Interval | undefined, now: Interval | undefined];

/**
 * The places at which a count of people may be told anew (docs/decisions/072). A place has moved where `k` people or more
 * changed for certain, or where each of its parts has moved. It is told anew with the parts that have moved, if those
 * that keep what they said moved too, taken together. So whatever is added and subtracted, before and now, is about sets
 * in which `k` people or more changed.
 */
export function movedPlaces({ nodes }: Mask, statements: Statements, k: number): string[] {
  const parts = new Map<string, string[]>();
  for (const { key, parent } of nodes) if (parent !== null) parts.set(parent, [...(parts.get(parent) ?? []), key]);
  const partsOf = (key: string): readonly string[] => parts.get(key) ?? [];
  const moves = new Map(nodes.map(({ key }) => [key, moveOf(statements(key))]));
  const moved = new Set<string>();
  // Parents come first: looked at from the end, parts come before them.
  for (const { key } of nodes.toReversed()) {
    const move = moves.get(key);
    if (!move) continue;
    const each = partsOf(key);
    if (leastOf(move) >= k || (each.length > 0 && each.every((part) => moved.has(part)))) moved.add(key);
  }
  const told = nodes.slice(0, 1).flatMap(({ key }) => (moved.has(key) ? [key] : []));
  // Places told are looked into in their turn.
  for (const place of told) {
    const each = partsOf(place);
    const anew = each.filter((part) => moved.has(part));
    const least = (key: string) => leastOf(moves.get(key)!);
    anew.sort((a, b) => least(b) - least(a) || (a < b ? -1 : 1));
    const left = () => anew.reduce((rest, part) => less(rest, moves.get(part)!), moves.get(place)!);
    // What moved least keeps what it said with those that have not moved, until together they have.
    while (anew.length > 0 && anew.length < each.length && leastOf(left()) < k) anew.pop();
    told.push(...anew);
  }
  return told;
}

/**
 * The places at which a count that was told anew may be so once more: the same, or none. `earlier`: all that was said of
 * each before what it says now. In every set into which they divide the organisation `k` people or more must have changed
 * since each time it was told: somebody who came late and was taken out again would be the difference of the first and the
 * last. What it said at every place once it may say again, when an import was undone.
 */
export function movedAgain(
  { nodes }: Mask,
  earlier: Readonly<Record<string, readonly Interval[]>>,
  statements: Statements,
  k: number,
): string[] {
  const places = Object.keys(earlier);
  const saidAt = (place: string) => [...earlier[place]!, statements(place)[0]];
  const movesOf = (place: string) => saidAt(place).map((said) => moveOf([said, statements(place)[1]]));
  const isAsAt = (time: number): boolean =>
    places.every((place) => saidAt(place)[time]?.join() === statements(place)[1]?.join());
  const times = saidAt(places[0]!).map((_, time) => time);
  if (isAsAt(times.at(-1)!)) return [];
  const since = times.filter((time) => !isAsAt(time));
  const haveMoved = places.every((place) => {
    const parts = nodes.filter(({ parent }) => parent === place).map(({ key }) => key);
    const told = parts.filter((part) => part in earlier);
    if (parts.length > 0 && told.length === parts.length) return true;
    return since.every((time) => {
      const [move, others] = [movesOf(place)[time], told.map((part) => movesOf(part)[time])];
      if (!move || others.includes(undefined)) return false;
      return leastOf(others.reduce<Interval>((rest, other) => less(rest, other!), move)) >= k;
    });
  });
  return haveMoved ? places : [];
}

function moveOf([before, now]: ReturnType<Statements>): Interval | undefined {
  return before && now && [now[0] - before[1], now[1] - before[0]];
}

/** How many people changed at least, in a difference between these ends. */
const leastOf = ([low, high]: Interval): number => Math.max(0, low, -high);

const less = (one: Interval, other: Interval): Interval => [one[0] - other[1], one[1] - other[0]];
