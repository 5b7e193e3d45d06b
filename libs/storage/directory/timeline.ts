/** Something that holds for a while; `content` tells equal ones. */
export interface Piece<T> {
  from: string;
  to: string;
  content: T;
}

/**
 * What holds once the new pieces are laid over the old ones: they win for their days, the rest stays, and neighbours
 * that say the same become one. `null` content leaves a gap. The new pieces must not overlap each other.
 */
export function overlay<T>(
  old: readonly Piece<T>[],
  added: readonly Piece<T | null>[],
  isSame: (one: T, other: T) => boolean,
): Piece<T>[] {
  let left: Piece<T>[] = [...old];
  for (const { from, to } of added) {
    left = left.flatMap((piece) => {
      if (piece.to <= from || piece.from >= to) return [piece];
      const before = piece.from < from ? [{ ...piece, to: from }] : [];
      const after = piece.to > to ? [{ ...piece, from: to }] : [];
      return [...before, ...after];
    });
  }
  const pieces = [...left, ...added.filter((piece): piece is Piece<T> => piece.content !== null)];
  pieces.sort((one, other) => (one.from < other.from ? -1 : 1));
  const joined: Piece<T>[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && last.to === piece.from && isSame(last.content, piece.content)) last.to = piece.to;
    else joined.push({ ...piece });
  }
  return joined;
}

/** The first day on which two timelines differ, or null if they never do. */
export function firstDifference<T>(
  one: readonly Piece<T>[],
  other: readonly Piece<T>[],
  isSame: (one: T, other: T) => boolean,
): string | null {
  const at = (pieces: readonly Piece<T>[], day: string) => pieces.find(({ from, to }) => from <= day && day < to);
  const days = [...one, ...other].flatMap(({ from, to }) => [from, to]).sort();
  for (const day of days) {
    const [before, after] = [at(one, day), at(other, day)];
    if (before && after ? !isSame(before.content, after.content) : before !== after) return day;
  }
  return null;
}
