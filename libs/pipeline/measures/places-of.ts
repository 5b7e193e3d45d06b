import { EXACT_FROM } from '#domain/mask/bands.js';
import { isCell, type Mask } from '#domain/mask/mask.js';
import { volumeCells } from '#domain/mask/volumes.js';
import { type PlaceOfEntity } from '#storage/measures/network.repository.js';

/** In which cell, and in which set of at least 200 people, the direct staff of each entity is counted. */
export function placesOf(mask: Mask, rules: { k: number; bands: boolean }): PlaceOfEntity[] {
  const volumes = new Map<string, string>();
  for (const node of volumeCells(mask, rules.bands ? EXACT_FROM : rules.k).nodes)
    for (const cell of [...node.entities, ...node.vacant]) volumes.set(cell, node.key);
  return mask.nodes.filter(isCell).flatMap((node) => {
    const volume = volumes.get(node.key);
    if (volume === undefined) return [];
    return [...node.entities, ...node.vacant].map((entity) => ({ entity, cell: node.key, volume }));
  });
}
