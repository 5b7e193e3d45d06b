import { placesInside } from '../../format/places-inside.js';
import { plain, plainWords } from '../../format/plain.js';

interface Placed {
  key: string;
  parent: string | null;
}

/** Siblings in the asked order, what is unknown last; parents stay before their children. */
export function orderTree<Row extends Placed>(
  rows: readonly Row[],
  value: (row: Row) => number | null,
  descending: boolean,
): Row[] {
  const keys = new Set(rows.map(({ key }) => key));
  const children = new Map<string | null, Row[]>();
  for (const row of rows) {
    const parent = row.parent !== null && keys.has(row.parent) ? row.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  const walk = (parent: string | null): Row[] =>
    (children.get(parent) ?? [])
      .map((row) => ({ row, at: value(row) }))
      .sort((a, b) => {
        if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null);
        return descending ? b.at - a.at : a.at - b.at;
      })
      .flatMap(({ row }) => [row, ...walk(row.key)]);
  return walk(null);
}

/** The rows whose text holds all the words, with the places above them; the keys above are those to unfold. */
export function findInTree<Row extends Placed>(rows: readonly Row[], text: (row: Row) => string, find: string) {
  const words = plainWords(find);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const found = rows.filter((row) => words.every((word) => plain(text(row)).includes(word)));
  const above = new Set<string>();
  for (const row of found) {
    for (let at = row.parent; at !== null && !above.has(at); at = byKey.get(at)?.parent ?? null) above.add(at);
  }
  const kept = new Set([...above, ...found.map(({ key }) => key)]);
  return { rows: rows.filter(({ key }) => kept.has(key)), found: found.length, above: [...above] };
}

/** A place and everything below it. */
export function subtreeOf<Row extends Placed>(rows: readonly Row[], root: string): Row[] {
  const inside = placesInside(rows, root);
  return rows.filter(({ key }) => inside.has(key));
}

/** From the top down to the place itself. */
export function pathTo<Row extends Placed>(rows: readonly Row[], key: string): Row[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const path: Row[] = [];
  for (let at = byKey.get(key); at; at = at.parent === null ? undefined : byKey.get(at.parent)) path.unshift(at);
  return path;
}
