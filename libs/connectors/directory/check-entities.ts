import { type EntityRow } from '../csv/rows.js';
import { type Located } from '../rejection.js';
import { type Checked, type Finding, checkRows, rejectRow, unknownEntity } from './checked.js';

type Fate = 'good' | 'unknown' | 'cycle';

/**
 * Checks that entities form trees together with those already known (entity → its parent). Parents may come after their
 * children in the file. A refused row leaves a known entity where it was.
 */
export function checkEntities(
  rows: readonly Located<EntityRow>[],
  known: ReadonlyMap<string, string | null> = new Map(),
): Checked<EntityRow> {
  const seen = new Set<string>();
  const once = checkRows(rows, idOf, ({ entityId }) => (seen.size === seen.add(entityId).size ? duplicate : null));
  const rejections = once.rejections;
  let left = once.rows;
  // Each refusal may leave another row without its parent, or a known entity where a new row did not expect it.
  for (;;) {
    const parents = new Map(known);
    for (const { row } of left) parents.set(row.entityId, row.parentId);
    const fates = fatesOf(parents, known);
    const good = left.filter(({ row }) => fates.get(row.entityId) === 'good');
    if (good.length === left.length) break;
    for (const { line, row } of left) {
      const fate = fates.get(row.entityId);
      if (fate !== 'good')
        rejections.push(rejectRow(line, row.entityId, fate === 'cycle' ? cycle : unknownEntity('parent_id')));
    }
    left = good;
  }
  return { rows: left, rejections: rejections.sort((one, other) => one.line - other.line) };
}

/**
 * Walks up from every entity once: to a root, to a parent that does not exist, or round in a circle. A refused row takes
 * what is below it along, unless its entity is known and so stays where it was.
 */
function fatesOf(parents: ReadonlyMap<string, string | null>, known: ReadonlyMap<string, unknown>): Map<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const start of parents.keys()) {
    const path: string[] = [];
    const places = new Map<string, number>();
    let at: string | null = start;
    while (at !== null && parents.has(at) && !fates.has(at) && !places.has(at)) {
      places.set(at, path.push(at) - 1);
      at = parents.get(at) ?? null;
    }
    const circle = at === null ? undefined : places.get(at);
    if (circle !== undefined) for (const entity of path.splice(circle)) fates.set(entity, 'cycle');
    let above = at;
    for (const entity of path.reverse()) {
      const isThere = above === null || known.has(above) || fates.get(above) === 'good';
      fates.set(entity, isThere ? 'good' : 'unknown');
      above = entity;
    }
  }
  return fates;
}

const idOf = (row: EntityRow) => row.entityId;

const duplicate: Finding = {
  code: 'duplicate_entity',
  field: 'entity_id',
  message: 'The entity is in the file already; the first line counts.',
};

const cycle: Finding = {
  code: 'entity_cycle',
  field: 'parent_id',
  message: 'The entity would be its own ancestor.',
};
