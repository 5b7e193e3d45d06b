import fc from 'fast-check';
import { publishTies, type TieCount, type TieRules } from './publish-ties.js';
import { attackRuns } from './testing/attack-runs.js';

jest.setTimeout(60_000 + attackRuns(0) * 20);

const rules: TieRules = { k: 10, bands: true, mutual: false };
const units = ['a', 'b', 'c'];

function tie(source: string, target: string, value: number, sources = 20, targets = 20): TieCount {
  return { source, target, value, sources, targets };
}

/** Nine pairs, all shown, but for those given. */
function matrix(changed: readonly TieCount[]): TieCount[] {
  const all = units.flatMap((source) => units.map((target) => tie(source, target, 100)));
  return all.map(
    (count) => changed.find(({ source, target }) => source === count.source && target === count.target) ?? count,
  );
}

describe('a matrix of ties', () => {
  it('is whole where k people of either side have part in every pair', () => {
    const { pairs, bySource, byTarget, all } = publishTies(units, matrix([]), rules);
    expect(pairs.get('a')?.get('c')).toBe(100);
    expect(bySource.get('b')).toEqual({ shown: 300, total: 300 });
    expect(byTarget.get('c')).toEqual({ shown: 300, total: 300 });
    expect(all).toEqual({ shown: 900, total: 900 });
  });

  it.each([
    ['source', tie('a', 'b', 50, 9, 20)],
    ['target', tie('a', 'b', 50, 20, 9)],
  ])('hides a pair with fewer than k people at its %s, and every total it could be had from', (_, hidden) => {
    const { pairs, bySource, byTarget, all } = publishTies(units, matrix([hidden]), rules);
    expect(pairs.get('a')?.has('b')).toBe(false);
    expect(bySource.get('a')).toEqual({ shown: 200, total: null });
    expect(bySource.get('b')).toEqual({ shown: 300, total: 300 });
    expect(byTarget.get('b')).toEqual({ shown: 200, total: null });
    expect(all).toEqual({ shown: 800, total: null });
  });

  it('tells the total of several hidden pairs that enough people have part in, of one direction only', () => {
    const hidden = matrix([tie('a', 'b', 30, 12, 5), tie('a', 'c', 9, 4, 6)]);
    expect(publishTies(units, hidden, rules).bySource.get('a')).toEqual({ shown: 100, total: 139 });
    expect(publishTies(units, hidden, rules).all).toEqual({ shown: 700, total: 739 });
    expect(publishTies(units, hidden, rules).byTarget.get('b')).toEqual({ shown: 200, total: null });
    expect(publishTies(units, hidden, { ...rules, mutual: true }).bySource.get('a')!.total).toBeNull();
    const few = matrix([tie('a', 'b', 30, 9, 5), tie('a', 'c', 9, 4, 6)]);
    expect(publishTies(units, few, rules).bySource.get('a')!.total).toBeNull();
  });

  it('is exact without bands', () => {
    const { bySource } = publishTies(units, [tie('a', 'b', 1, 1, 1)], { k: 1, bands: false, mutual: false });
    expect(bySource.get('a')).toEqual({ shown: 1, total: 1 });
  });

  const people = fc.integer({ min: 0, max: 14 });
  const entry = fc.tuple(people, people, fc.nat(20)).map(([sources, targets, more]) => {
    const none = sources === 0 || targets === 0;
    return none ? ([0, 0, 0] as const) : ([Math.max(sources, targets) + more, sources, targets] as const);
  });
  const directed = fc
    .array(entry, { minLength: 9, maxLength: 9 })
    .map((entries) =>
      entries.map(([value, sources, targets], place) =>
        tie(units[Math.floor(place / 3)]!, units[place % 3]!, value, sources, targets),
      ),
    );

  it('solves for no hidden pair, in one direction or in both', () => {
    fc.assert(
      fc.property(directed, fc.boolean(), (counts, mutual) => {
        const mirrored = mutual ? counts.map((count) => mirror(count, counts)) : counts;
        expect(solved(mirrored, { ...rules, mutual })).toEqual([]);
      }),
      { numRuns: attackRuns(3000) },
    );
  });

  it('is caught when all totals of rows are told', () => {
    const hidden = matrix([tie('a', 'b', 50, 9, 20)]);
    expect(solved(hidden, rules, true)).toEqual(['a b']);
    const mutual = matrix(units.flatMap((s) => units.filter((t) => t !== s).map((t) => tie(s, t, 60, 9, 9))));
    expect(solved(mutual, { ...rules, mutual: true }, true).length).toBeGreaterThan(0);
  });
});

function mirror(count: TieCount, counts: readonly TieCount[]): TieCount {
  if (count.source <= count.target) return count;
  const other = counts.find(({ source, target }) => source === count.target && target === count.source)!;
  return { ...count, value: other.value, sources: other.targets, targets: other.sources };
}

/** Hidden pairs whose value follows from the published totals by linear algebra. */
function solved(counts: readonly TieCount[], which: TieRules, tellsAll = false): string[] {
  const { pairs, bySource, byTarget, all } = publishTies(units, counts, which);
  const nameOf = (source: string, target: string): string =>
    which.mutual && source > target ? `${target} ${source}` : `${source} ${target}`;
  const hidden = counts.filter(({ source, target }) => !pairs.get(source)!.has(target));
  const names = [...new Set(hidden.map(({ source, target }) => nameOf(source, target)))];
  const row = (part: readonly TieCount[]): number[] =>
    names.map((name) => part.filter(({ source, target }) => nameOf(source, target) === name).length);
  const equations: number[][] = [];
  for (const unit of units) {
    const told = tellsAll || bySource.get(unit)!.total !== null;
    if (told) equations.push(row(hidden.filter(({ source }) => source === unit)));
    if (byTarget.get(unit)!.total !== null) equations.push(row(hidden.filter(({ target }) => target === unit)));
  }
  if (all.total !== null) equations.push(row(hidden));
  const rank = rankOf(equations);
  return names.filter((_, place) => rankOf([...equations, names.map((__, at) => (at === place ? 1 : 0))]) === rank);
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((row, place) => place >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
    for (let place = rank + 1; place < left.length; place++) {
      const factor = left[place]![column]! / left[rank]![column]!;
      left[place] = left[place]!.map((cell, at) => cell - factor * left[rank]![at]!);
    }
    rank++;
  }
  return rank;
}
