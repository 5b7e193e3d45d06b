/** A volume (posts, messages…) of a set of people, with what its largest contributors made of it. */
export interface Contribution {
  total: number;
  /** People who made at least one. */
  contributors: number;
  /** Part of the most active person, then of the two most active together. */
  top1: number;
  top2: number;
}

const FEWEST_CONTRIBUTORS = 5;

/**
 * Whether a volume may be shown: five people or more made it, one made at most half, two at most three quarters
 * (dominance rule of official statistics, n = 1 at 50 % and n = 2 at 75 %). Otherwise a colleague who subtracts his own
 * part would know about what another did.
 */
export function isShared({ total, contributors, top1, top2 }: Contribution): boolean {
  return contributors >= FEWEST_CONTRIBUTORS && top1 * 2 <= total && top2 * 4 <= total * 3;
}

/** Of several sets that share nobody. */
export function together(parts: readonly Contribution[]): Contribution {
  const largest = parts.flatMap(({ top1, top2 }) => [top1, top2 - top1]).sort((a, b) => b - a);
  const add = (of: (part: Contribution) => number): number => parts.reduce((sum, part) => sum + of(part), 0);
  return {
    total: add((part) => part.total),
    contributors: add((part) => part.contributors),
    top1: largest[0] ?? 0,
    top2: (largest[0] ?? 0) + (largest[1] ?? 0),
  };
}
