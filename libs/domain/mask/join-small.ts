/** One side of a merge decision: a child of a node with its people, seen as two groups that must both stay large. */
export interface Part {
  key: string;
  /** People of the set and of its complement; for a plain headcount both are the headcount. */
  inside: number;
  outside: number;
  affinity: string | null;
  /** Parts with the same bond stay together whatever their size; null is free. */
  bond: number | null;
}

export interface Joined<P extends Part> {
  parts: P[];
  /** Wave that all parts belong to; undefined where they belong to several. */
  affinity: string | null | undefined;
}

/** People of the smaller of the two groups. */
export function smaller(parts: readonly Part[]): number {
  let inside = 0;
  let outside = 0;
  for (const part of parts) {
    inside += part.inside;
    outside += part.outside;
  }
  return Math.min(inside, outside);
}

/**
 * Which children of a node are read together, on headcounts alone: those below k and those bound together join until
 * they hold k and are at least two; same wave first, then pooled across waves, then with the smallest of the others.
 * The caller stops at the node itself when a single joined set is all that is left.
 */
export function joinSmall<P extends Part>(parts: readonly P[], k: number): { joined: Joined<P>[]; kept: P[] } {
  const blocks: P[][] = [];
  const kept: P[] = [];
  const bonds = new Map<number, P[]>();
  for (const part of parts) {
    if (part.bond === null) continue;
    const bound = bonds.get(part.bond);
    if (bound) bound.push(part);
    else bonds.set(part.bond, [part]);
  }
  for (const part of parts) {
    const bound = part.bond === null ? [part] : bonds.get(part.bond)!;
    if (bound[0] !== part) continue;
    if (bound.length === 1 && smaller(bound) >= k) kept.push(part);
    else blocks.push(bound);
  }
  kept.sort(bySizeThenKey);

  const complete: Joined<P>[] = [];
  const pool: P[] = [];
  for (const [affinity, group] of byAffinity(blocks)) {
    if (affinity !== undefined && isComplete(group, k)) complete.push({ parts: group, affinity });
    else pool.push(...group);
  }
  complete.sort((a, b) => smaller(a.parts) - smaller(b.parts));
  while (pool.length > 0 && !isComplete(pool, k)) {
    const wave = commonAffinity(pool);
    const sameWave = kept.findIndex((part) => wave !== null && part.affinity === wave);
    if (sameWave >= 0) pool.push(...kept.splice(sameWave, 1));
    else if (complete.length > 0) pool.push(...complete.shift()!.parts);
    else if (kept.length > 0) pool.push(kept.shift()!);
    else break;
  }
  if (pool.length > 0) complete.push({ parts: pool, affinity: commonAffinity(pool) });
  return { joined: complete, kept };
}

function isComplete(parts: readonly Part[], k: number): boolean {
  return parts.length >= 2 && smaller(parts) >= k;
}

function bySizeThenKey(a: Part, b: Part): number {
  return smaller([a]) - smaller([b]) || (a.key < b.key ? -1 : 1);
}

function commonAffinity(parts: readonly Part[]): string | null | undefined {
  const first = parts[0]!.affinity;
  return parts.every((part) => part.affinity === first) ? first : undefined;
}

function byAffinity<P extends Part>(blocks: readonly P[][]): Map<string | null | undefined, P[]> {
  const groups = new Map<string | null | undefined, P[]>();
  for (const block of blocks) {
    const affinity = commonAffinity(block);
    groups.set(affinity, [...(groups.get(affinity) ?? []), ...block]);
  }
  return groups;
}
