/** What figures are put beside, where the page can: the same one window earlier, the plan, or a wave. */
export type Compared = { with: 'previous' } | { with: 'plan' } | { with: 'wave'; wave: string };

/** As it stands in the address: `compare=previous`, `compare=plan`, `compare=wave:pilot`; anything else is of Comparaisons. */
export function comparedWith(words: readonly string[] | undefined): Compared | null {
  const [word = '', ...more] = words ?? [];
  if (more.length > 0) return null;
  if (word === 'previous' || word === 'plan') return { with: word };
  return word.startsWith('wave:') && word.length > 5 ? { with: 'wave', wave: word.slice(5) } : null;
}

/** The sides of Comparaisons in the same place of the address. */
export const sidesIn = (words: string[] | undefined): string[] | undefined =>
  comparedWith(words) === null ? words : undefined;
