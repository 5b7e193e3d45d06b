import { type Branch, entitiesOf, plant } from './entity-tree.js';
import { joinSmall, type Joined, type Part } from './join-small.js';
import { type EntityNode, isCell, type Mask, type MaskNode } from './mask.js';

export interface CellOptions {
  /** Smallest number of people in a cell. */
  k: number;
  /** Mask of the week before in the same quarter: cells may then only merge. */
  previous?: Mask | null;
  /** Name of joined children: what follows `~` in their keys. */
  restName?: string;
}

/** A child of a node as masked: an entity's whole subtree, or the node's direct staff as a virtual child. */
interface Child extends Part {
  branch: Branch;
  direct: boolean;
}

/**
 * Cells of one week, from headcounts alone. A root below k publishes nothing (empty mask). With k = 1 every entity is
 * a node or a cell of its own, entities without staff included, and `previous` is not read.
 */
export function cellsOf(tree: readonly EntityNode[], options: CellOptions): Mask {
  const root = plant(tree);
  if (!root || root.people < options.k) return { nodes: [] };
  const former = new Map<string, number>();
  if (options.k > 1) {
    (options.previous?.nodes ?? []).filter(isCell).forEach((cell, number) => {
      for (const entity of cell.entities) former.set(entity, number);
    });
  }
  const known = [...entitiesOf(root)].some((node) => node.headcount > 0 && former.has(node.key));
  const mason = new Mason(options.k, options.restName ?? 'rest', known ? former : new Map<string, number>());
  mason.lay(root, null, []);
  return { nodes: mason.nodes };
}

class Mason {
  readonly nodes: MaskNode[] = [];

  constructor(
    private readonly k: number,
    private readonly restName: string,
    private readonly former: ReadonlyMap<string, number>,
  ) {}

  /** Publishes a branch that holds at least k people; `vacant` are entities without staff that wait for a cell. */
  lay(branch: Branch, parent: string | null, vacant: string[]): void {
    const { key } = branch.node;
    const children = this.childrenOf(branch);
    const { joined, kept } = joinSmall(children, this.k);
    const whole = kept.length === 0 && joined.length <= 1;
    if (whole || (joined.length === 0 && kept.length === 1 && kept[0]!.direct)) {
      this.push({ key, parent, kind: 'cell', entity: key, members: [] }, [branch], vacant);
      return;
    }
    const waiting = [...vacant, ...this.vacantAt(branch, children)];
    const headcount = branch.people;
    this.nodes.push({ key, parent, kind: 'node', entity: key, members: [], entities: [], vacant: [], headcount });
    for (const group of joined) this.pushRest(key, group, waiting.splice(0));
    const direct = kept.find((child) => child.direct);
    if (direct) {
      const own = { ...branch, children: [], people: branch.node.headcount };
      this.push(
        { key: `${key}~direct`, parent: key, kind: 'direct', entity: null, members: [key] },
        [own],
        waiting.splice(0),
      );
    }
    for (const child of kept) if (!child.direct) this.lay(child.branch, key, waiting.splice(0));
  }

  private childrenOf(branch: Branch): Child[] {
    const children: Child[] = [];
    for (const child of branch.children) {
      // A child without people (k = 1 only) is kept as it is: nothing to hide, nothing to join.
      const size = child.people === 0 && this.k <= 1 ? this.k : child.people;
      if (size > 0) children.push(childOf(child, size, false));
    }
    if (branch.node.headcount > 0) children.push(childOf(branch, branch.node.headcount, true));
    if (this.former.size > 0) bind(children, this.former);
    return children;
  }

  private vacantAt(branch: Branch, children: readonly Child[]): string[] {
    const vacant = branch.node.headcount === 0 ? [branch.node.key] : [];
    for (const child of branch.children) {
      if (children.some((used) => used.branch === child)) continue;
      for (const node of entitiesOf(child)) vacant.push(node.key);
    }
    return vacant;
  }

  private pushRest(parent: string, group: Joined<Child>, vacant: string[]): void {
    const wave = group.affinity === null ? '' : `@${group.affinity ?? '*'}`;
    const parts = [...group.parts].sort((a, b) => (a.key < b.key ? -1 : 1));
    const members = parts.map((child) => child.key);
    const branches = parts.map((child) =>
      child.direct ? { ...child.branch, children: [], people: child.inside } : child.branch,
    );
    const head = { key: `${parent}~${this.restName}${wave}`, parent, kind: 'rest', entity: null, members } as const;
    this.push(head, branches, vacant);
  }

  private push(
    head: Pick<MaskNode, 'key' | 'parent' | 'kind' | 'entity' | 'members'>,
    branches: readonly Branch[],
    vacant: readonly string[],
  ): void {
    const { key, parent, kind, entity, members } = head;
    const node: MaskNode = { key, parent, kind, entity, members, entities: [], vacant: [...vacant], headcount: 0 };
    for (const branch of branches) {
      node.headcount += branch.people;
      for (const inside of entitiesOf(branch)) (inside.headcount > 0 ? node.entities : node.vacant).push(inside.key);
    }
    this.nodes.push(node);
  }
}

function childOf(branch: Branch, size: number, direct: boolean): Child {
  const { key, affinity } = branch.node;
  return { key, inside: size, outside: size, affinity: affinity ?? null, bond: null, branch, direct };
}

/**
 * Children that shared a cell the week before stay together; a child that no cell knew (a new entity) waits with its
 * siblings: in the smallest set already bound, else with the parent's direct staff, else with the smallest child.
 */
function bind(children: Child[], former: ReadonlyMap<string, number>): void {
  const leader = children.map((_, position) => position);
  const find = (position: number): number => (leader[position] === position ? position : find(leader[position]!));
  const firstOf = new Map<number, number>();
  const fresh: number[] = [];
  children.forEach((child, position) => {
    const nodes = child.direct ? [child.branch.node] : [...entitiesOf(child.branch)];
    const cells = new Set(
      nodes.filter((node) => node.headcount > 0 && former.has(node.key)).map((node) => former.get(node.key)!),
    );
    if (cells.size === 0) fresh.push(position);
    for (const cell of cells) {
      const first = firstOf.get(cell);
      if (first === undefined) firstOf.set(cell, position);
      else leader[find(position)] = find(first);
    }
  });
  if (fresh.length > 0) {
    const host = hostOf(children, fresh, find);
    for (const position of fresh) leader[find(position)] = find(host);
  }
  const groups = children.map((_, position) => find(position));
  children.forEach((child, position) => {
    const group = groups[position]!;
    if (groups.filter((other) => other === group).length > 1) child.bond = group;
  });
}

function hostOf(children: readonly Child[], fresh: readonly number[], find: (position: number) => number): number {
  const candidates = children.map((_, position) => position).filter((position) => !fresh.includes(position));
  const rank = (position: number): number => {
    if (candidates.some((other) => other !== position && find(other) === find(position))) return 0;
    return children[position]!.direct ? 1 : 2;
  };
  const size = (position: number): number => children[position]!.inside;
  candidates.sort((a, b) => rank(a) - rank(b) || size(a) - size(b));
  return candidates[0] ?? fresh[0]!;
}
