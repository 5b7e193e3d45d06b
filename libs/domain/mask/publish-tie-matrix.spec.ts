import fc from 'fast-check';
import { type Mask } from './mask.js';
import { type TieCount } from './publish-ties.js';
import { publishTieMatrix } from './publish-tie-matrix.js';
import { attackRuns } from './testing/attack-runs.js';
import { volumeCells } from './volumes.js';

jest.setTimeout(60_000 + attackRuns(0) * 20);

const k = 10;
const units = ['a', 'b', 'c', 'd'];
const node = (key: string, parent: string | null, kind: 'node' | 'cell') => {
  return {
    key,
    parent,
    kind,
    entity: key,
    members: [],
    entities: kind === 'cell' ? [key] : [],
    vacant: [],
    headcount: 250,
  };
};
const mask: Mask = volumeCells({
  nodes: [
    node('root', null, 'node'),
    node('left', 'root', 'node'),
    node('a', 'left', 'cell'),
    node('b', 'left', 'cell'),
    node('c', 'root', 'cell'),
    node('d', 'root', 'cell'),
  ],
});

const matrix: fc.Arbitrary<TieCount[]> = fc
  .array(fc.record({ people: fc.nat(30), more: fc.nat(30) }), { minLength: 16, maxLength: 16 })
  .map((cells) =>
    cells.map(({ people, more }, at) => {
      return {
        source: units[at >> 2]!,
        target: units[at & 3]!,
        value: people && people + more,
        sources: people,
        targets: people,
      };
    }),
  );

/** What subtraction leaves of a total: the pairs of the rows it speaks of that are not shown. */
function remainders(all: readonly TieCount[], shown: readonly TieCount[], told: ReadonlySet<string>): TieCount[][] {
  const rows: Record<string, string[]> = { a: ['a'], b: ['b'], c: ['c'], d: ['d'] };
  rows.left = ['a', 'b'].filter((unit) => !told.has(unit));
  rows.root = [...(told.has('left') ? [] : rows.left), ...['c', 'd'].filter((unit) => !told.has(unit))];
  return [...told].map((key) =>
    all.filter(
      (pair) =>
        pair.value > 0 &&
        rows[key]!.includes(pair.source) &&
        !shown.some((one) => one.source === pair.source && one.target === pair.target),
    ),
  );
}

test('no total gives back fewer than two hidden pairs, nor what fewer than k people did', () => {
  let hidden = 0;
  fc.assert(
    fc.property(matrix, fc.subarray([...units, 'left', 'root']), (counts, nodes) => {
      const told = new Set(nodes);
      const shown = publishTieMatrix(mask, counts, told, { k, bands: true });
      for (const pair of shown) expect(Math.min(pair.sources, pair.targets)).toBeGreaterThanOrEqual(k);
      for (const left of remainders(counts, shown, told)) {
        // A total whose rows hide everything there is says no more than itself.
        if (left.length === 0 || shown.length === 0) continue;
        hidden += 1;
        const rows = new Set(left.map(({ source }) => source));
        if (counts.filter(({ source, value }) => rows.has(source) && value > 0).length === left.length) continue;
        expect(left.length).toBeGreaterThanOrEqual(2);
        expect(left.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThanOrEqual(2 * k);
      }
    }),
    { numRuns: attackRuns(100) },
  );
  expect(hidden).toBeGreaterThan(20);
});

test('without the totals only the small pairs are hidden, and the attacker would find one', () => {
  const counts = units.map((target, at) => ({
    source: 'c',
    target,
    value: 40 + at,
    sources: at === 0 ? 3 : 20,
    targets: 20,
  }));
  const alone = publishTieMatrix(mask, counts, new Set(), { k, bands: true });
  expect(alone.map(({ target }) => target)).toEqual(['b', 'c', 'd']);
  expect(remainders(counts, alone, new Set(['c']))[0]).toHaveLength(1);
  const beside = publishTieMatrix(mask, counts, new Set(['c']), { k, bands: true });
  expect(beside.map(({ target }) => target)).toEqual(['c', 'd']);
  expect(publishTieMatrix(mask, counts, new Set(['c']), { k, bands: false })).toEqual(counts);
});
