/** Something that must not be; the invariants are named in docs/operations/chaos.md. */
export interface Finding {
  invariant: string;
  what: string;
}

/** At most so many words of what is different: the first ones tell. */
const shown = 5;

/** One finding for all that is different between what is and what must be, none where nothing is. */
export function compare(
  invariant: string,
  what: string,
  found: Record<string, unknown>,
  expected: Record<string, unknown>,
): Finding[] {
  const keys = [...new Set([...Object.keys(found), ...Object.keys(expected)])];
  const differing = keys.filter((key) => JSON.stringify(found[key]) !== JSON.stringify(expected[key]));
  return told(
    invariant,
    what,
    differing.map((key) => `${key}: ${JSON.stringify(found[key])}, not ${JSON.stringify(expected[key])}`),
  );
}

/** One finding for all of them, none for none. */
export function told(invariant: string, what: string, cases: readonly string[]): Finding[] {
  if (cases.length === 0) return [];
  return [{ invariant, what: `${cases.length} × ${what}: ${cases.slice(0, shown).join(' · ')}` }];
}
