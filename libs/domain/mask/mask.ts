/** A node of the entity tree as of the week; `headcount` counts its own direct staff only. */
export interface EntityNode {
  key: string;
  parent: string | null;
  headcount: number;
  /** Key of the wave that the entity belongs to: small siblings of the same wave merge first. */
  affinity?: string | null;
}

/**
 * - `node`: an entity that is divided further;
 * - `cell`: an entity published whole and not divided;
 * - `direct`: the direct staff of its parent, alone;
 * - `rest`: several children of its parent (and possibly its direct staff) that are read together.
 */
export type MaskKind = 'node' | 'cell' | 'direct' | 'rest';

/** A published node. Every kind but `node` is a cell: a leaf, in which each person is counted exactly once. */
export interface MaskNode {
  key: string;
  parent: string | null;
  kind: MaskKind;
  /** The entity that this node stands for; null for `direct` and `rest`. */
  entity: string | null;
  /** For `rest` and `direct`: the entities that it joins; the parent's own key stands for its direct staff. */
  members: string[];
  /** Cells only: every entity whose direct staff belongs to this cell. */
  entities: string[];
  /** Cells only: entities without staff that week, attached so that every entity has exactly one cell. */
  vacant: string[];
  /** People of the whole subtree. */
  headcount: number;
}

/** What may be published in one week: parents before children, one root; empty when the organisation is below k. */
export interface Mask {
  nodes: MaskNode[];
}

export type MaskErrorCode = 'several_roots' | 'unknown_parent' | 'duplicate_key' | 'cycle' | 'unpublished_total';

export class MaskError extends Error {
  constructor(
    readonly code: MaskErrorCode,
    readonly key: string,
  ) {
    super(`${code}: ${key}`);
    this.name = 'MaskError';
  }
}

export function isCell(node: MaskNode): boolean {
  return node.kind !== 'node';
}

/** A tree of published sets as flat arrays, parents before children: what every publication walks through. */
export interface Layer {
  keys: readonly string[];
  /** Position of the parent, −1 for a root. */
  parents: Int32Array;
  /** 1 for a set that is not divided further. */
  leaves: Uint8Array;
  positions: ReadonlyMap<string, number>;
}

const layers = new WeakMap<Mask, Layer>();

/** The flat form of a mask, prepared once per mask object: a mask must not be changed after its first publication. */
export function layerOf(mask: Mask): Layer {
  const known = layers.get(mask);
  if (known) return known;
  const layer = buildLayer(mask.nodes, (node) => isCell(node));
  layers.set(mask, layer);
  return layer;
}

export function buildLayer<T extends { key: string; parent: string | null }>(
  nodes: readonly T[],
  isLeaf: (node: T) => boolean,
): Layer {
  const positions = new Map<string, number>();
  const parents = new Int32Array(nodes.length);
  const leaves = new Uint8Array(nodes.length);
  nodes.forEach((node, position) => {
    if (positions.has(node.key)) throw new MaskError('duplicate_key', node.key);
    const parent = node.parent === null ? -1 : positions.get(node.parent);
    if (parent === undefined) throw new MaskError('unknown_parent', node.key);
    positions.set(node.key, position);
    parents[position] = parent;
    leaves[position] = isLeaf(node) ? 1 : 0;
  });
  return { keys: nodes.map((node) => node.key), parents, leaves, positions };
}
