import { BAND, EXACT_FROM, type Interval } from './bands.js';
import { cellsOf } from './cells.js';
import { type EntityNode, isCell, layerOf, type Mask, type MaskNode } from './mask.js';
import { type Blocks } from './other-sundays.js';
import { publishUp } from './publish-count.js';

/**
 * Cells for counts that headcount does not bound (person-days, messages, ties, lags): unions of the cells of `mask`
 * with at least `k` people. Their `entities` are the keys of the cells that they join.
 */
export function volumeCells(mask: Mask, k: number = EXACT_FROM): Mask {
  const tree = mask.nodes.map((node): EntityNode => ({
    key: node.key,
    parent: node.parent,
    headcount: isCell(node) ? node.headcount : 0,
  }));
  return cellsOf(tree, { k, restName: 'volume' });
}

/** The cells of the mask that a volume cell joins, those without anybody included: something may be told of them too. */
export const joinedIn = ({ entities, vacant }: MaskNode): string[] => [...entities, ...vacant];

/** Of hardly any it is not said how many, nor that there were none. */
export const bandOfVolume = (value: number, { bands }: { bands: boolean }): Interval =>
  bands && value < BAND ? [0, BAND - 1] : [value, value];

/**
 * Publishes a volume over the cells of `volumeCells`: exact, except that a cell's first three values are one band, so
 * that "nobody did anything here" is never said of a set of people. Nodes follow the unit rule. `blocks`: what is told
 * as one beside what is told of people.
 */
export function publishVolume(
  mask: Mask,
  cellValue: (cell: MaskNode) => number,
  options: { bands: boolean; blocks?: Blocks },
): Map<string, Interval> {
  return publishUp(
    layerOf(mask),
    (position) => cellValue(mask.nodes[position]!),
    (value) => bandOfVolume(value, options),
    [],
    options.blocks,
  );
}
