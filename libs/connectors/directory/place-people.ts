import { type EntityRow, type PersonRow } from '../csv/rows.js';
import { type Located } from '../rejection.js';
import { type DirectoryRejection, type Finding, rejectRow } from './checked.js';
import { type KnownEntity } from './entity-path.js';
import { namesOf, separatorOf } from './path-text.js';
import { PathProblem, PathTree } from './path-tree.js';

/** People in the entities at the end of their paths. */
export interface Placed {
  rows: Located<PersonRow>[];
  rejections: DirectoryRejection[];
  /** Entities that the paths make, parents before children. */
  fresh: EntityRow[];
}

const hasPath = ({ entity, entityPath }: PersonRow): boolean => entity === null && (entityPath ?? null) !== null;

/** Whether the tree must be known to place these people. */
export const havePaths = (rows: readonly Located<PersonRow>[]): boolean => rows.some(({ row }) => hasPath(row));

/** Who has the key of an entity is there, whatever their path; who has a path, at its end. */
export function placePeople(rows: readonly Located<PersonRow>[], known: readonly KnownEntity[]): Placed {
  const separator = separatorOf(rows.flatMap(({ row }) => (hasPath(row) ? (row.entityPath ?? []) : [])));
  const tree = new PathTree(known);
  const placed: Placed = { rows: [], rejections: [], fresh: tree.fresh };
  for (const located of rows) {
    const { line, row } = located;
    if (!hasPath(row)) placed.rows.push(located);
    else {
      const names = namesOf(row.entityPath ?? '', separator);
      const entity = names === null ? badPath : entityAt(tree, names);
      if (typeof entity === 'string' || entity === null) placed.rows.push({ line, row: { ...row, entity } });
      else placed.rejections.push(rejectRow(line, row.personId, entity));
    }
  }
  return placed;
}

function entityAt(tree: PathTree, names: readonly string[]): string | null | Finding {
  try {
    return tree.place(names);
  } catch (error) {
    if (error instanceof PathProblem) return error.finding;
    throw error;
  }
}

/** Of the entities that paths made, those in which somebody stands, and what is above them. */
export function entitiesInUse(fresh: readonly EntityRow[], rows: readonly Located<PersonRow>[]): EntityRow[] {
  const parents = new Map(fresh.map(({ entityId, parentId }) => [entityId, parentId]));
  const used = new Set<string>();
  for (const { row } of rows) {
    let at: string | null | undefined = row.entity;
    while (at && parents.has(at) && !used.has(at)) {
      used.add(at);
      at = parents.get(at);
    }
  }
  return fresh.filter(({ entityId }) => used.has(entityId));
}

const badPath: Finding = {
  code: 'bad_path',
  field: 'entity_path',
  message: 'A name of the path is empty, or a quote is not closed.',
};
