/** Where the accounts of a network work, as the network says it: counted, with small places told together. */
interface ProposedTree {
  people: number;
  /** Paths with k people or more, most people first. */
  places: { path: string; people: number }[];
  /** The rest of them; null where there is none. */
  others: { places: number; people: number } | null;
}

/** Paths of fewer than k people are told as one: where a single person works is nobody's to read on a page. */
export function proposedTree(counts: readonly { path: string; people: number }[], k: number): ProposedTree {
  const sum = (of: readonly { people: number }[]) => of.reduce((all, { people }) => all + people, 0);
  const places = counts.filter(({ people }) => people >= k);
  const small = counts.filter(({ people }) => people < k);
  return {
    people: sum(counts),
    places: places.map(({ path, people }) => ({ path, people })).sort((a, b) => b.people - a.people),
    others: small.length === 0 ? null : { places: small.length, people: sum(small) },
  };
}
