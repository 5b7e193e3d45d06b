import { byLevel, levelsIn } from '#domain/indicators/levels.js';
import { type Interval } from '#domain/mask/bands.js';
import { bothSides } from '#domain/mask/both-sides.js';
import { type Layer, layerOf, type Mask } from '#domain/mask/mask.js';
import { type PopulationMask, type PopulationNode } from '#domain/mask/population-cells.js';
import { type CellMembers } from '#storage/measures/mask-member.js';
import { type Count } from './counts-within.js';

/** What a Sunday told at a place, by population and window. */
export type ToldThen = (population: string, count: Count, node: string) => Interval | undefined;

/** Where the people of a Sunday were counted, each of them once, and what was told there. */
export interface Layout {
  layer: Layer;
  /** By leaf. */
  people: readonly number[];
  /** Undefined where somebody is not told of. */
  leafOf: (one: Pick<CellMembers, 'cell' | 'populations'>) => number | undefined;
  toldAt: (find: ToldThen, count: Count, position: number) => Interval | undefined;
}

export function everyoneLayout(mask: Mask): Layout {
  const layer = layerOf(mask);
  return {
    layer,
    people: mask.nodes.map(({ headcount }) => headcount),
    leafOf: ({ cell }) => layer.positions.get(cell),
    toldAt: (find, count, position) => find('everyone', count, layer.keys[position]!),
  };
}

/** Managers are told as everyone less the others: the tree is split in these. */
const belongs = (population: string, populations: readonly string[]): boolean =>
  population === 'others' ? !populations.includes('managers') : populations.includes(population);

/** People of a population by cell. */
export function sizesOf(population: string, members: readonly CellMembers[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { cell, populations, people } of members)
    if (belongs(population, populations)) sizes.set(cell, (sizes.get(cell) ?? 0) + people);
  return sizes;
}

/** A population and, beside it, everybody else, of whom is told what it leaves of the total. */
export function splitLayout(population: string, split: PopulationMask): Layout {
  const { layer, people, leafOf } = bothSides(split);
  const size = split.nodes.length;
  return {
    ...{ layer, people },
    leafOf: ({ cell, populations }) => leafOf(cell, belongs(population, populations)),
    toldAt: (find, count, position) => {
      const node = split.nodes[position % size]!;
      const isInside = position < size;
      if (node.kind === (isInside ? 'none' : 'full')) return [0, 0];
      const total = totalOf(node, (key) => find('everyone', count, key));
      if (node.kind === 'none' || node.kind === 'full') return total;
      const own = find(population, count, node.key);
      if (isInside || !own) return own;
      return total && [Math.max(0, total[0] - own[1]), total[1] - own[0]];
    },
  };
}

function totalOf(
  { key, members, cells }: PopulationNode,
  find: (node: string) => Interval | undefined,
): Interval | undefined {
  if (members.length === 0) return find(key);
  const each = cells.map((cell) => find(cell));
  return each.reduce((sum, one) => sum && one && [sum[0] + one[0], sum[1] + one[1]], [0, 0]);
}

/** One of the splits in which others and levels make up the organisation: a member, and beside it all after it. */
export function chainLayout(names: readonly string[], member: number, split: PopulationMask): Layout {
  const { layer, people } = bothSides(split);
  return {
    ...{ layer, people },
    leafOf: ({ populations }) => {
      const group = groupOf(names, populations);
      return layer.keys.length === 0 || group < member ? undefined : group === member ? 0 : split.nodes.length;
    },
    toldAt: () => undefined,
  };
}

/** Others and levels as they were told of the organisation. */
export function levelsLayout(
  told: readonly { population: string; node: string }[],
  members: readonly CellMembers[],
  root: string,
): Layout {
  const known = new Set(told.filter(({ node }) => node === root).map(({ population }) => population));
  const levels = [...known]
    .filter((name) => name.startsWith('level-'))
    .sort(byLevel)
    .reverse();
  const names = ['others', ...(levels.length > 0 ? levels : ['managers'])];
  const people = names.map(() => 0);
  for (const one of members) people[groupOf(names, one.populations)]! += one.people;
  return {
    layer: {
      keys: names,
      parents: Int32Array.from(names, () => -1),
      leaves: Uint8Array.from(names, () => 1),
      positions: new Map(names.map((name, position) => [name, position])),
    },
    people,
    leafOf: ({ populations }) => groupOf(names, populations),
    toldAt: (find, count, position) => find(names[position]!, count, root),
  };
}

/** Which of others and levels, from the front line up, somebody is counted in; those without a level with the first. */
function groupOf(names: readonly string[], populations: readonly string[]): number {
  if (!populations.includes('managers')) return 0;
  const own = populations.filter((name) => name.startsWith('level-')).flatMap(levelsIn);
  return Math.max(
    1,
    names.findIndex((name) => name.startsWith('level-') && levelsIn(name).some((level) => own.includes(level))),
  );
}
