import { type EntityRow } from './use-entity-rows.js';

/**
 * Why nothing is said of how far a place has come, where it is not that too few people are planned: no wave was declared,
 * or none holds anybody of it. Null otherwise.
 */
export function whyNoProgress({ measures }: Pick<EntityRow, 'measures'>, waves: number) {
  if (waves === 0) return 'noWaves';
  return measures.activation?.note === 'nobody_planned' ? 'nobodyPlanned' : null;
}
