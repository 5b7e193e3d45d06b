import { cellsOf } from '#domain/mask/cells.js';
import { type EntityNode, isCell, type Mask } from '#domain/mask/mask.js';
import { type Overlap, unshownTwins } from '#domain/mask/near-twins.js';
import { type Draw } from '#domain/statistics/random.js';

/** What somebody may have done: the state of Sunday, and acts over windows. Each lies inside the one before, but for 7 days. */
export const deeds = ['activated/0', 'active/28', 'act/28', 'interactive/28', 'engaged/28', 'active/7'] as const;

/** Whoever did the first did the second. */
const within: readonly Inclusion[] = [
  [1, 0],
  [2, 1],
  [3, 2],
  [4, 3],
  [5, 1],
];
export type Inclusion = readonly [inner: number, outer: number];

/** Who there is, what they may have done, and what everybody knows of both. */
export interface World {
  people: readonly Person[];
  deeds: readonly string[];
  within: readonly Inclusion[];
  /** Cell of every entity with people. */
  cellOf: ReadonlyMap<string, string>;
  /** Whom somebody is counted with: of how many of these did it follows all that is published. */
  countedIn: (person: Person, deed: number) => readonly string[];
  k: number;
}

export interface Person {
  /** Where, by all that is declared: over several Sundays, where on each. */
  entity: string;
  /** Declared: everybody may know who they are. */
  populations: readonly string[];
  /** One bit per deed, in their order. */
  did: number;
}

/** One Sunday: the tree, who is where, and which cells that makes. */
export interface Organisation extends World {
  entities: readonly EntityNode[];
  mask: Mask & { unshown: ReturnType<typeof unshownTwins> };
}

export const k = 10;
export const rates = [0, 0.02, 0.2, 0.5, 0.8, 0.97, 1];
export const shapes = ['flat', 'countries', 'small teams', 'deep', 'large'] as const;

/** An organisation drawn by lot: flat trees, countries of two or three sites, small teams, waves that cross the tree. */
export function organisationOf(draw: Draw): Organisation {
  const tree = treeOf(shapes[draw(shapes.length)]!, draw);
  const level = draw(3) === 0 ? null : rates[draw(rates.length)]!;
  const parts = populationsOf(draw);
  const people = tree.flatMap(({ key, headcount }) => {
    const rate = level ?? rates[draw(rates.length)]!;
    return Array.from({ length: headcount }, (_, place) => ({
      ...{ entity: key, populations: parts(place === 0, draw), did: didOf(rate, draw) },
    }));
  });
  return laid(tree, people);
}

/** The cells of an organisation, as the product lays them. */
export function laid(
  entities: readonly EntityNode[],
  people: readonly Person[],
  previous: Mask | null = null,
): Organisation {
  const counts = new Map<string, number>();
  for (const { entity } of people) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const staffed = entities.map((node) => ({ ...node, headcount: counts.get(node.key) ?? 0 }));
  const mask = cellsOf(staffed, { k, previous });
  const cellOf = new Map(
    mask.nodes.filter(isCell).flatMap((cell) => cell.entities.map((entity): [string, string] => [entity, cell.key])),
  );
  const countedIn = ({ entity, populations }: Person): string[] =>
    ['everyone', ...populations].map((population) => `${population} of ${cellOf.get(entity)!}`);
  return {
    ...{ entities: staffed, people, cellOf, countedIn, k, deeds, within },
    mask: { ...mask, unshown: unshownTwins(mask, overlapsOf(people, cellOf), k) },
  };
}

export function treeOf(shape: (typeof shapes)[number], draw: Draw): EntityNode[] {
  const tree: EntityNode[] = [{ key: 'r', parent: null, headcount: draw(8) }];
  const wave = () => (draw(2) === 0 ? null : `w${draw(3)}`);
  const add = (parent: string, most: number) => {
    const key = `${parent}.${tree.length}`;
    tree.push({ key, parent, headcount: 1 + draw(most), affinity: wave() });
    return key;
  };
  if (shape === 'flat') for (let site = 0; site < 4 + draw(8); site++) add('r', 30);
  if (shape === 'large') for (let site = 0; site < 2 + draw(3); site++) add('r', 330);
  if (shape === 'countries' || shape === 'small teams') {
    const most = shape === 'countries' ? 45 : 12;
    for (let country = 0; country < 3 + draw(3); country++) {
      const parent = add('r', 6);
      for (let site = 0; site < 2 + draw(shape === 'countries' ? 2 : 4); site++) add(parent, most);
    }
  }
  if (shape === 'deep') {
    for (let zone = 0; zone < 2 + draw(2); zone++) {
      const parent = add('r', 5);
      for (let country = 0; country < 1 + draw(3); country++) {
        const below = add(parent, 20);
        for (let site = 0; site < draw(4); site++) add(below, 25);
      }
    }
  }
  return tree;
}

/** Which populations there are, and who belongs to them; the first of an entity usually leads it. */
export function populationsOf(draw: Draw): (isFirst: boolean, draw: Draw) => string[] {
  const shares: [string, number][] = [];
  if (draw(3) > 0) shares.push(['managers', 0.05 + draw(20) / 100]);
  if (draw(3) === 0) shares.push(['newcomers', draw(30) / 100]);
  if (draw(3) === 0) shares.push(['ambassadors', draw(12) / 100]);
  if (draw(3) === 0) shares.push(['wave-pilot', draw(60) / 100]);
  return (isFirst, drawn) =>
    shares
      .filter(([name, share]) => (isFirst && name === 'managers') || drawn(100) < share * 100)
      .map(([name]) => name);
}

/** Bits of what somebody did: inside one another, and the week within the month. */
function didOf(rate: number, draw: Draw): number {
  const yes = (share: number) => draw(1000) < share * 1000;
  if (!yes(rate)) return 0;
  const depth = rate === 1 ? 4 : [1, 0.9, 0.6, 0.6].findIndex((share) => !yes(share));
  const deep = depth < 0 ? 4 : depth;
  let bits = 1;
  for (let deed = 1; deed <= deep; deed++) bits |= 1 << deed;
  return deep > 0 && yes(rate === 1 ? 1 : 0.7) ? bits | (1 << 5) : bits;
}

function overlapsOf(people: readonly Person[], cellOf: ReadonlyMap<string, string>): Overlap[] {
  const counts = new Map<string, Overlap>();
  for (const { entity, populations } of people) {
    const names = ['everyone', ...populations].sort();
    for (const one of names)
      for (const other of names) {
        if (one > other || (one !== other && [one, other].includes('everyone'))) continue;
        const key = `${cellOf.get(entity)!}\n${one}\n${other}`;
        const known = counts.get(key) ?? { cell: cellOf.get(entity)!, one, other, people: 0 };
        known.people++;
        counts.set(key, known);
      }
  }
  return [...counts.values()];
}
