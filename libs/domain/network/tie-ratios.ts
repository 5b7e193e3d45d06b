/** Interactions from one place to another. */
export interface PlaceTie {
  source: string;
  target: string;
  interactions: number;
}

/**
 * Each tie against chance: the share of what a place sends that goes to another, over the other's share of the people of
 * all places that it is shown to send to. 1 = as if addressed to anybody; null where nobody is there.
 */
export function tieRatios<T extends PlaceTie>(
  ties: readonly T[],
  headcounts: ReadonlyMap<string, number>,
): (T & { ratio: number | null })[] {
  const sent = new Map<string, { interactions: number; people: number }>();
  for (const { source, target, interactions } of ties) {
    const row = sent.get(source) ?? { interactions: 0, people: 0 };
    sent.set(source, {
      interactions: row.interactions + interactions,
      people: row.people + (headcounts.get(target) ?? 0),
    });
  }
  return ties.map((tie) => {
    const row = sent.get(tie.source)!;
    const people = headcounts.get(tie.target) ?? 0;
    const isKnown = row.interactions > 0 && people > 0;
    return { ...tie, ratio: isKnown ? tie.interactions / row.interactions / (people / row.people) : null };
  });
}
