/**
 * Whether two populations may both be shown at a node: not where 1…k−1 people separate them, since two exact counts
 * would then tell what those few did; then only the larger is shown. `apart` counts the people who are in exactly one.
 */
export function mayBothBeShown(apart: number, k: number): boolean {
  return apart === 0 || apart >= k;
}

/**
 * Joins consecutive groups (cohort weeks, levels) in their order until each holds at least k people; a short remainder
 * joins the last. Positions of the groups that are read together; empty when all of them are fewer than k.
 */
export function joinUntil(sizes: readonly number[], k: number): number[][] {
  const joined: number[][] = [];
  let open: number[] = [];
  let people = 0;
  sizes.forEach((size, position) => {
    open.push(position);
    people += size;
    if (people < k) return;
    joined.push(open);
    open = [];
    people = 0;
  });
  joined.at(-1)?.push(...open);
  return joined;
}
