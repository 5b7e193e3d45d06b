import { isCell, type Mask } from './mask.js';

/** Which cell holds the direct staff of each entity. */
export function cellOf(mask: Mask): Map<string, string> {
  const cells = new Map<string, string>();
  for (const node of mask.nodes)
    if (isCell(node)) for (const entity of [...node.entities, ...node.vacant]) cells.set(entity, node.key);
  return cells;
}
