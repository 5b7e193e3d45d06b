/** Days in a validity: from inclusive, to exclusive. As text, '-infinity' and 'infinity' sort where they should. */
export const always = { from: '-infinity', to: 'infinity' } as const;

export const fromOf = (day: string | null): string => day ?? always.from;
export const toOf = (day: string | null): string => day ?? always.to;

/** Null = from the beginning, as `markWeeks` wants it. */
export const firstOf = (days: readonly string[]): string | null => {
  let first: string | null = null;
  for (const day of days) if (first === null || day < first) first = day;
  return first === always.from ? null : first;
};
