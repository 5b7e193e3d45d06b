import { type Interval } from '#domain/mask/bands.js';
import { cellsOf } from '#domain/mask/cells.js';
import { isCell, type Mask } from '#domain/mask/mask.js';
import { publishCount } from '#domain/mask/publish-count.js';
import { bitsOf, countBits, statesOf } from '#domain/mask/testing/attackers.js';
import { entities } from '#domain/mask/testing/trees.js';
import { Table } from '../measure-table.js';
import { OtherSundays } from '../other-sundays.js';
import { type publishManagers } from '../publish-managers.js';
import { type Counted, Shelf } from '../shelf.js';

/** Cells with their managers by level; `total` and `others` are the bands that an attacker sees in each cell. */
export interface Hierarchy {
  tree: string;
  k: number;
  /** People of each level in each cell, in the order of the cells. */
  levels: number[][];
  total: Interval[];
  others: Interval[];
}

export interface LevelDamage {
  /** Values of everyone's and of the others' bands of cells that can be excluded, then of levels' at the root. */
  cells: number;
  levels: number;
  /** Cells in which fewer than three values are left for the managers. */
  sharp: number;
  /** Publications in which levels are told, and all of them. */
  told: number;
  classes: number;
}

/** One cell's count of others and of the managers of each level. */
type Choice = readonly number[];
/**
 * Everyone and others of each divided place, then each level: all that a publication depends on beside the bands. Written
 * as the digits of one number, so that adding states is adding numbers.
 */
type Sums = number;
/** Larger than any sum of the small organisations played here. */
const base = 200;

/**
 * Plays every state that shows these bands against an attacker who knows the rules. A publication is a function of the
 * sums over places, so cells are added one by one and states with equal sums are kept once.
 */
export function damageOf(hierarchy: Hierarchy, publish: typeof publishManagers): LevelDamage {
  const mask = cellsOf(entities(hierarchy.tree), { k: hierarchy.k });
  const cells = mask.nodes.filter(isCell);
  const kinds = hierarchy.levels[0]!.length;
  const digits = 2 * mask.nodes.filter((node) => !isCell(node)).length + kinds;
  if (base ** digits > Number.MAX_SAFE_INTEGER) throw new Error('these sums do not fit into one number');
  const choices = cells.map((cell, at) => choicesOf(hierarchy, at, cell.headcount));
  const added = (at: number, choice: Choice): Sums => sumsOf(mask, cells[at]!.key, choice);
  const all = reach(choices, added, -1);
  const names = hierarchy.levels[0]!.map((_, level) => `level-${kinds - level}`);
  const root = mask.nodes[0]!.key;
  const classes = new Map<string, { told: Map<string, Interval>; seen: number[] }>();
  const classOf = new Map<Sums, number[]>();
  for (const [sums, state] of all) {
    const told = publishedOf(hierarchy, mask, names, state, publish);
    const text = [...told].join(';');
    const found = classes.get(text) ?? { told, seen: Array<number>(3 * cells.length + kinds).fill(0) };
    classes.set(text, found);
    classOf.set(sums, found.seen);
    const levels = digitsOf(sums, digits).slice(-kinds);
    levels.forEach((value, level) => (found.seen[3 * cells.length + level]! |= 1 << value));
  }
  const rests = new Map<string, Map<Sums, Choice[]>>();
  cells.forEach((cell, at) => {
    // Cells that look alike leave alike sums.
    const look = JSON.stringify([cell.parent, choices[at]]);
    const rest = rests.get(look) ?? reach(choices, added, at);
    rests.set(look, rest);
    for (const choice of choices[at]!) {
      const [others = 0, ...levels] = choice;
      const [own, managers] = [added(at, choice), add(levels)];
      const bits = [1 << (others + managers), 1 << others, 1 << managers] as const;
      for (const sums of rest.keys()) {
        const seen = classOf.get(sums + own)!;
        seen[3 * at]! |= bits[0];
        seen[3 * at + 1]! |= bits[1];
        seen[3 * at + 2]! |= bits[2];
      }
    }
  });
  const damage: LevelDamage = { cells: 0, levels: 0, sharp: 0, told: 0, classes: classes.size };
  for (const { told, seen } of classes.values()) {
    const isAsSaid = cells.every(({ key }, at) => String(told.get(`others ${key}`)) === String(hierarchy.others[at]));
    if (!isAsSaid) throw new Error('the world is not the one that this publication shows');
    cells.forEach(({ key }, at) => {
      if (seen[3 * at] !== bitsOf(told.get(`everyone ${key}`)!)) damage.cells++;
      if (seen[3 * at + 1] !== bitsOf(told.get(`others ${key}`)!)) damage.cells++;
      if (countBits(seen[3 * at + 2]!) < 3) damage.sharp++;
    });
    const intervals = names.map((name) => told.get(`${name} ${root}`));
    if (intervals.every((interval) => interval !== undefined)) damage.told++;
    intervals.forEach((interval, level) => {
      if (interval && seen[3 * cells.length + level] !== bitsOf(interval)) damage.levels++;
    });
  }
  return damage;
}

function choicesOf({ levels, total, others }: Hierarchy, at: number, headcount: number): Choice[] {
  const isIn = (value: number, [low, high]: Interval): boolean => low <= value && value <= high;
  const sizes = [headcount - add(levels[at]!) + 1, ...levels[at]!.map((people) => people + 1)];
  return Array.from(statesOf(sizes), (state) => [...state]).filter(
    (state) => isIn(state[0]!, others[at]!) && isIn(add(state), total[at]!),
  );
}

function sumsOf(mask: Mask, cell: string, [others = 0, ...levels]: Choice): Sums {
  const above = new Set<string | null>();
  for (let key: string | null = cell; key !== null;) {
    above.add(key);
    key = mask.nodes.find((node) => node.key === key)!.parent;
  }
  const places = mask.nodes.filter((node) => !isCell(node));
  const all = others + add(levels);
  const sums = [...places.flatMap(({ key }) => (above.has(key) ? [all, others] : [0, 0])), ...levels];
  return sums.reduce((number, sum) => number * base + sum, 0);
}

function digitsOf(sums: Sums, count: number): number[] {
  return Array.from({ length: count }, (_, place) => Math.floor(sums / base ** (count - 1 - place)) % base);
}

/** All sums of one choice of each cell but `left`, with a state that has them. */
function reach(
  choices: readonly Choice[][],
  added: (at: number, choice: Choice) => Sums,
  left: number,
): Map<Sums, Choice[]> {
  let reached = new Map<Sums, Choice[]>([[0, []]]);
  choices.forEach((list, at) => {
    if (at === left) return;
    const next = new Map<Sums, Choice[]>();
    for (const choice of list) {
      const sums = added(at, choice);
      for (const [before, state] of reached) {
        const key = before + sums;
        if (!next.has(key)) next.set(key, [...state, choice]);
      }
    }
    reached = next;
  });
  return reached;
}

function publishedOf(
  { k, levels }: Hierarchy,
  mask: Mask,
  names: readonly string[],
  state: readonly Choice[],
  publish: typeof publishManagers,
): Map<string, Interval> {
  const cells = mask.nodes.filter(isCell);
  const counted = (days: number, measure: string, of: (population: number, at: number) => number): Counted[] =>
    ['everyone', 'managers', ...names].map((population, number) => ({
      ...{ population, days },
      measures: new Map([[measure, new Map(cells.map(({ key }, at) => [key, of(number, at)]))]]),
    }));
  const groups = (all: number, row: readonly number[]): number[] => [all, add(row), ...row];
  const declared = counted(0, 'people', (population, at) => groups(cells[at]!.headcount, levels[at]!)[population]!);
  const done = counted(7, 'active', (population, at) => groups(add(state[at]!), state[at]!.slice(1))[population]!);
  const nodes = mask.nodes.map(({ key }) => key);
  const shelf = new Shelf();
  const at = new Map(cells.map(({ key }, place) => [key, place]));
  shelf.put(
    'everyone',
    7,
    'active',
    publishCount(mask, ({ key }) => add(state[at.get(key)!]!), { bands: true }),
  );
  const alone = new OtherSundays(mask, '2026-10-25', []);
  publish(
    mask,
    new Table(mask, [...declared, ...done]),
    [...names],
    shelf,
    { k, bands: true },
    {
      isTold: () => true,
      beside: alone,
    },
  );
  return new Map(
    ['everyone', 'others', 'managers', ...names].flatMap((name) =>
      [...shelf.get(name, 7, 'active', nodes)].map(([node, interval]): [string, Interval] => [
        `${name} ${node}`,
        interval,
      ]),
    ),
  );
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
