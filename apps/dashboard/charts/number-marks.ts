/** Something on a week of a time chart. */
export interface Placed {
  x: number;
  label: string;
}

/** A line with what it is called in the picture, and all that happened that week, to be told beneath it. */
export interface NumberedMark extends Placed {
  told: string[];
}

/** As many names as find room above the plot; more of them are numbered, and told under it. */
const namedAtMost = 3;

/** One line a week, from the first on; what lies outside the weeks drawn is left out. */
export function numberMarks(marks: readonly Placed[], from: number, to: number): NumberedMark[] {
  const weeks = new Map<number, string[]>();
  for (const { x, label } of [...marks].sort((a, b) => a.x - b.x)) {
    if (x < from || x > to) continue;
    weeks.set(x, [...(weeks.get(x) ?? []), label]);
  }
  const isNamed = weeks.size <= namedAtMost;
  return [...weeks].map(([x, told], place) => ({
    ...{ x, told: isNamed ? [] : told },
    label: isNamed ? told.join(' · ') : String(place + 1),
  }));
}
