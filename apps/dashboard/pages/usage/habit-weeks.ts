interface Drawable {
  isDrawn: boolean;
}

/** What the picture shows: an area begins with its second week. */
export function drawnWeeks<W extends Drawable>(habit: readonly W[]): W[] {
  const weeks = habit.filter(({ isDrawn }) => isDrawn);
  return weeks.length < 2 ? [] : weeks;
}

/** The week of which the picture names the shares; without a picture, the last there is. */
export const namedWeek = <W extends Drawable>(habit: readonly W[]): W | undefined =>
  drawnWeeks(habit).at(-1) ?? habit.at(-1);
