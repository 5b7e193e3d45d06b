import { buildLayer, type Layer } from './mask.js';
import { type PopulationMask } from './population-cells.js';

/** A population's tree, and beside it that of everybody else: the same places once more. Each person is in one leaf. */
export interface BothSides {
  layer: Layer;
  /** By leaf; 0 where a place is divided. */
  people: number[];
  /** Where people of a cell are counted; undefined where the whole is too small to be divided. */
  leafOf: (cell: string, isInside: boolean) => number | undefined;
}

export function bothSides({ nodes }: PopulationMask): BothSides {
  const rest = (key: string | null) => (key === null ? null : `${key} of others`);
  const isLeaf = ({ cells }: { cells: readonly string[] }) => cells.length > 0;
  const places = [...nodes, ...nodes.map((node) => ({ ...node, key: rest(node.key)!, parent: rest(node.parent) }))];
  const home = new Map(nodes.flatMap(({ cells }, position) => cells.map((cell): [string, number] => [cell, position])));
  return {
    layer: buildLayer(places, isLeaf),
    people: [
      ...nodes.map((node) => (isLeaf(node) ? node.population : 0)),
      ...nodes.map((node) => (isLeaf(node) ? node.rest : 0)),
    ],
    leafOf: (cell, isInside) => {
      const position = home.get(cell);
      return position === undefined || isInside ? position : position + nodes.length;
    },
  };
}
