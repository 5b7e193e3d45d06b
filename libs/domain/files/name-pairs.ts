/** What separates names in a list of pairs; a backslash takes its meaning away, and its own. */
const signs = /[\\=,]/g;

/** `name=value,…`, such that names with a sign of the list in them come back whole. */
export const pairsText = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map((pair) => pair.map((part) => part.replace(signs, '\\$&')).join('=')).join(',');

/** The pairs of a list; the value is empty where a name has none. Only the first bare `=` of a pair separates. */
export function pairsOf(text: string): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  let parts: string[] = [''];
  const end = () => pairs.push([parts[0] ?? '', parts[1] ?? '']);
  for (const [sign] of text.matchAll(/\\[\\=,]|[^]/g)) {
    if (sign === ',') {
      end();
      parts = [''];
    } else if (sign === '=' && parts.length === 1) parts.push('');
    else parts.push((parts.pop() ?? '') + (sign.length > 1 ? sign.slice(1) : sign));
  }
  end();
  return pairs;
}
