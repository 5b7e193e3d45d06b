/** Between the names of a path, as people write it; a file uses one of them, the first of these that it has. */
const separators = ['>', '\\', '/'] as const;
type PathSeparator = (typeof separators)[number];

/** A name in double quotes holds separators like any other sign; a quote within it is written twice. */
const quoted = /"(?:[^"]|"")*"/g;

/** What separates names in all these paths: France > Lyon with a name R/D in it stays two names. */
export function separatorOf(paths: Iterable<string>): PathSeparator {
  const seen = new Set<string>();
  for (const path of paths) for (const sign of path.replace(quoted, '')) seen.add(sign);
  return separators.find((separator) => seen.has(separator)) ?? '>';
}

/**
 * The names of a path from the top. Separators before the first and after the last name say nothing; null where a name
 * between two others is empty, or a quote is not closed: nobody knows then which entity is meant.
 */
export function namesOf(path: string, separator: PathSeparator): string[] | null {
  const names: string[] = [];
  let rest = path;
  for (;;) {
    const start = /^\s*("(?:[^"]|"")*")\s*/.exec(rest);
    const isQuoted = start !== null && (start[0].length === rest.length || rest[start[0].length] === separator);
    const end = isQuoted ? start[0].length : ends(rest, separator);
    const text = rest.slice(0, end).trim();
    if (!isQuoted && text.startsWith('"')) return null;
    names.push(isQuoted ? text.slice(1, -1).replaceAll('""', '"').trim() : text);
    if (end >= rest.length) break;
    rest = rest.slice(end + 1);
  }
  while (names[0] === '') names.shift();
  while (names.at(-1) === '') names.pop();
  return names.includes('') ? null : names;
}

/** Where the first name ends. */
const ends = (text: string, separator: string): number => {
  const place = text.indexOf(separator);
  return place < 0 ? text.length : place;
};

/** The path of these names, such that they are read back whatever is in them. */
export const pathOf = (names: readonly string[]): string =>
  names.map((name) => (/[>\\/"]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(' > ');
