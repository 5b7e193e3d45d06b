import { type IndicatorRow } from '#contract/indicators.js';
import { relayRows, relaysElsewhere } from './relay-rows.js';

const row = (indicator: IndicatorRow['indicator'], slice: string, value: number, n = 100): IndicatorRow => ({
  ...{ indicator, slice, node: slice, periodEnd: '2026-03-15', window: 91, value, low: value, high: value, n },
  ...{ numerator: { low: value, high: value }, denominator: null, shown: 'value' },
});
const place = (node: string, reached: number, reachable: number, additions: number, n?: number) => [
  row('K34.reached', node, reached, n),
  row('K34.reachable', node, reachable, n),
  row('K34.additions', node, additions),
];

test('places where recruiting brings something, the most people first', () => {
  const rows = [
    ...place('a', 0.2, 0.4, 1),
    ...place('b', 0.2, 0.3, 2, 900),
    ...place('c', 0.5, 0.5, 0),
    ...place('d', 0.9, 0.9, 1),
  ];
  const places = ['a', 'b', 'c', 'd', 'e'].map((node) => ({ node, name: node.toUpperCase() }));
  expect(relayRows(rows, places).map(({ name, additions }) => [name, additions.low])).toEqual([
    ['B', 2],
    ['A', 1],
  ]);
  expect(relayRows(rows, places)[0]?.told).toEqual({
    reached: { value: 0.2, low: 0.2, high: 0.2, n: 900, asOf: '2026-03-15' },
    reachable: { value: 0.3, low: 0.3, high: 0.3, n: 900, asOf: '2026-03-15' },
    additions: { value: 2, low: 2, high: 2, n: 100, asOf: '2026-03-15' },
  });
});

test('what the named places leave of all relays stands elsewhere, between both ends', () => {
  const all = { numerator: { low: 7, high: 7 } } as IndicatorRow;
  const named = [0, 1, 2].map(() => ({ additions: { low: 0, high: 2 } }));
  expect(relaysElsewhere(all, named)).toEqual({ low: 1, high: 7 });
  expect(relaysElsewhere(all, [{ additions: { low: 7, high: 7 } }])).toEqual({ low: 0, high: 0 });
  expect(relaysElsewhere(undefined, named)).toBeNull();
});
