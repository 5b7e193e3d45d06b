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

/**
 * What people made, by place: person → place → how much. Who made some at several places counts among the largest at each
 * with all of it, and as a contributor once, where they made most: so places can be put together as if they shared nobody.
 */
export function contributionsByPlace(made: Iterable<ReadonlyMap<string, number>>): Map<string, Contribution> {
  const places = new Map<string, { total: number; contributors: number; parts: number[] }>();
  for (const own of made) {
    const everywhere = [...own.values()].reduce((sum, amount) => sum + amount, 0);
    const [home] = [...own].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    for (const [place, amount] of own) {
      const known = places.get(place) ?? { total: 0, contributors: 0, parts: [] };
      places.set(place, known);
      known.total += amount;
      known.contributors += place === home![0] ? 1 : 0;
      known.parts.push(everywhere);
    }
  }
  return new Map(
    [...places].map(([place, { parts, ...rest }]) => {
      const [top1 = 0, second = 0] = parts.sort((a, b) => b - a);
      return [place, { ...rest, top1, top2: top1 + second }];
    }),
  );
}

/** Of several sets that share nobody, or that `contributionsByPlace` made so. */
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
