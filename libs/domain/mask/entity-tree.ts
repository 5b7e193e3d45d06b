import { type EntityNode, MaskError } from './mask.js';

/** An entity with its children and the people of its whole subtree. */
export interface Branch {
  node: EntityNode;
  children: Branch[];
  people: number;
}

/** Links the entities into one tree, children in the order of their keys so that the result never depends on input order. */
export function plant(entities: readonly EntityNode[]): Branch | null {
  const branches = new Map<string, Branch>();
  for (const node of entities) {
    if (branches.has(node.key)) throw new MaskError('duplicate_key', node.key);
    branches.set(node.key, { node, children: [], people: 0 });
  }
  let root: Branch | null = null;
  for (const branch of [...branches.values()].sort((a, b) => (a.node.key < b.node.key ? -1 : 1))) {
    if (branch.node.parent === null) {
      if (root) throw new MaskError('several_roots', branch.node.key);
      root = branch;
      continue;
    }
    const parent = branches.get(branch.node.parent);
    if (!parent) throw new MaskError('unknown_parent', branch.node.key);
    parent.children.push(branch);
  }
  const reached = root ? count(root) : 0;
  if (reached < branches.size) throw new MaskError('cycle', entities[0]!.key);
  return root;
}

function count(branch: Branch): number {
  let reached = 1;
  branch.people = branch.node.headcount;
  for (const child of branch.children) {
    reached += count(child);
    branch.people += child.people;
  }
  return reached;
}

export function* entitiesOf(branch: Branch): Generator<EntityNode> {
  yield branch.node;
  for (const child of branch.children) yield* entitiesOf(child);
}
