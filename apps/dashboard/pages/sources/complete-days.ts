import { type Import } from '#contract/imports.js';
import { type Pull } from '#contract/pulls.js';

interface Brought {
  imports: readonly Pick<Import, 'kind' | 'state' | 'dryRun' | 'completeThrough'>[];
  pulls: readonly Pick<Pull, 'name' | 'completeThrough'>[];
}

/** What goes as far as that day: files of a kind, or a network that is fetched. */
export interface Reach {
  of: { kind: string } | { name: string };
  day: string;
}

/**
 * Up to which day data count as complete, the furthest first: weeks are published up to the first of them. A file that
 * was undone, or only tried, reaches nowhere.
 */
export function completeDays({ imports, pulls }: Brought): Reach[] {
  const kinds = new Map<string, string>();
  for (const { kind, state, dryRun, completeThrough } of imports) {
    if (dryRun || state === 'undone' || completeThrough === null) continue;
    if (completeThrough > (kinds.get(kind) ?? '')) kinds.set(kind, completeThrough);
  }
  const ofFiles = [...kinds].map(([kind, day]): Reach => ({ of: { kind }, day }));
  const ofPulls = pulls.flatMap(({ name, completeThrough }): Reach[] =>
    completeThrough === null ? [] : [{ of: { name }, day: completeThrough }],
  );
  return [...ofFiles, ...ofPulls].sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
}

/** Those that end before the furthest. */
export const behind = (reaches: readonly Reach[]): Reach[] => reaches.filter(({ day }) => day !== reaches[0]?.day);
