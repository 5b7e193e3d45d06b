import fc from 'fast-check';
import {
  type Cell,
  cellOfShare,
  differenceInDifferences,
  differenceOfChanges,
  differenceOfChangesOver,
} from './difference-in-differences.js';
import { mean, variance } from './moments.js';
import { expectedVectors, vectorRows, vectorTest } from './testing/shared-vectors.js';

const share = (rate: number): Cell => cellOfShare(1_000 * rate, 1_000);

test('(0.28 − 0.20) − (0.22 − 0.19) = +0.05', () => {
  const { value, low, high, standardError } = differenceInDifferences(
    { before: share(0.2), after: share(0.28) },
    { before: share(0.19), after: share(0.22) },
  );
  expect(value).toBeCloseTo(0.05, 12);
  expect((high - low) / 2).toBeCloseTo(1.959964 * standardError, 6);
});

const digits = (value: number) => Number(value.toFixed(6));

vectorTest('Card & Krueger 1994 (needs ESSOR_SHARED): means, effect and both standard errors', () => {
  const { card_krueger: known } = expectedVectors() as {
    card_krueger: Record<string, never> & { cells: Record<string, object>; balanced: object };
  };
  const rows = vectorRows('card-krueger-njmin3.csv').filter(({ fte }) => fte !== '' && fte !== 'NA' && fte !== '.');
  const cell = (nj: string, after: string): Cell => {
    const values = rows.filter((row) => row['nj'] === nj && row['d'] === after).map(({ fte }) => Number(fte));
    return { n: values.length, mean: mean(values), variance: variance(values) };
  };
  const found = {
    PA_before: cell('0', '0'),
    PA_after: cell('0', '1'),
    NJ_before: cell('1', '0'),
    NJ_after: cell('1', '1'),
  };
  for (const [name, { n, mean: level, variance: spread }] of Object.entries(found))
    expect({ n, mean: digits(level), se: digits(Math.sqrt(spread / n)) }).toEqual(known.cells[name]);
  const effect = differenceInDifferences(
    { before: found.NJ_before, after: found.NJ_after },
    { before: found.PA_before, after: found.PA_after },
  );
  expect(digits(effect.value)).toBe(known['did']);
  expect(digits(effect.pooledError)).toBe(known['ols_se_pooled']);
  expect(Number(effect.standardError.toFixed(4))).toBe(Number(Number(known['se_unpooled']).toFixed(4)));
});

test('one voice per entity: Welch over the changes', () => {
  const { value, df, standardError } = differenceOfChanges([0.1, 0.14, 0.12], [0.02, 0.04, 0.03, 0.05])!;
  expect(value).toBeCloseTo(0.085, 12);
  expect(standardError).toBeCloseTo(Math.sqrt(0.0004 / 3 + 0.0001666667 / 4), 8);
  expect(df).toBeGreaterThan(2);
  expect(df).toBeLessThan(5);
  expect(differenceOfChanges([0.1], [0.1, 0.2])).toBeNull();
  expect(differenceOfChanges([0.1, 0.1], [0.2, 0.2])).toBeNull();
});

test('what both sides share in time does not count', () => {
  const changes = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(changes, changes, fc.integer({ min: -30, max: 30 }), (treated, control, shared) => {
      const [plain, moved] = [
        differenceOfChanges(treated, control),
        differenceOfChanges(
          treated.map((change) => change + shared),
          control.map((change) => change + shared),
        ),
      ];
      if (plain && moved) expect(moved.value).toBeCloseTo(plain.value, 8);
      else expect(moved).toBe(plain);
    }),
  );
});

test('changes known between two ends: no changes inside give a wider interval, and exact ones the plain one', () => {
  const change = fc.record({ value: fc.integer({ min: -50, max: 50 }), width: fc.nat(6) });
  const side = fc.array(change, { minLength: 2, maxLength: 6 });
  const places = fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true }));
  fc.assert(
    fc.property(side, side, places, (treated, control, drawn) => {
      const banded = (changes: typeof treated) =>
        changes.map(({ value, width }) => ({ value, low: value - width, high: value + width }));
      const inside = (changes: typeof treated) =>
        changes.map(({ value, width }) => value + width * (drawn.next().value as number));
      const over = differenceOfChangesOver(banded(treated), banded(control));
      const one = differenceOfChanges(inside(treated), inside(control));
      if (!one || !over) return;
      expect(over.low).toBeLessThanOrEqual(one.low + 1e-9);
      expect(over.high).toBeGreaterThanOrEqual(one.high - 1e-9);
    }),
  );
  const exact = [1, 4, 2].map((value) => ({ value, low: value, high: value }));
  expect(differenceOfChangesOver(exact, exact)).toEqual(differenceOfChanges([1, 4, 2], [1, 4, 2]));
});
