import { type ShownWeek } from '#contract/organization.js';

/** What a page shows that weeks hold of an import that was undone. */
export interface UndoneWeeks {
  /** Sundays of the first and the last of them. */
  from: string;
  to: string;
  count: number;
  /** Instant of the last undoing. */
  at: string;
  /** Only groups and exchanges still hold it: they are never told anew. */
  isOfGroups: boolean;
}

/** Null where everything shown holds what is there now. `showsGroups`: the page tells groups or exchanges. */
export function undoneWeeks(weeks: readonly ShownWeek[], showsGroups: boolean): UndoneWeeks | null {
  const figures = weeks.filter(({ undoneAt }) => undoneAt !== null);
  const isOfGroups = figures.length === 0;
  const held = isOfGroups && showsGroups ? weeks.filter((week) => week.groupsUndoneAt !== null) : figures;
  const sundays = held.map(({ weekEnd }) => weekEnd).sort();
  const at = held
    .flatMap(({ undoneAt, groupsUndoneAt }) => (isOfGroups ? groupsUndoneAt : undoneAt) ?? [])
    .sort()
    .at(-1);
  const [from, to] = [sundays[0], sundays.at(-1)];
  if (from === undefined || to === undefined || at === undefined) return null;
  return { from, to, count: held.length, at, isOfGroups };
}
