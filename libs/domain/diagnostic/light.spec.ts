import fc from 'fast-check';
import {
  better,
  type Combination,
  inPart,
  type Light,
  lightBetween,
  lights,
  type Limit,
  oneOf,
  worst,
} from './light.js';

const more: Limit = { better: 'more', red: 0.1, green: 0.25 };
const less: Limit = { better: 'less', red: 0.5, green: 0.25 };

test.each<[number, number, Limit, Light]>([
  [0.0999, 0.0999, more, 'red'],
  [0.1, 0.1, more, 'amber'],
  [0.2499, 0.2499, more, 'amber'],
  [0.25, 0.25, more, 'green'],
  [0.25, 0.25, less, 'green'],
  [0.2501, 0.5, less, 'amber'],
  [0.5001, 0.5001, less, 'red'],
  // Ends on both sides of a limit.
  [0.2, 0.3, more, 'unknown'],
  [0.05, 0.15, more, 'unknown'],
  [0.05, 0.3, more, 'unknown'],
  [0.4, 0.6, less, 'unknown'],
  [0.2, 0.3, less, 'unknown'],
  [0.01, 0.01, { better: 'more', red: null, green: 0.6 }, 'amber'],
])('a figure from %d to %d against %j is %s', (low, high, limit, expected) => {
  expect(lightBetween({ low, high }, limit)).toBe(expected);
});

/** Better, and known to be: what is not known is never better. */
const greener = (one: Light, other: Light) => one !== 'unknown' && lights.indexOf(one) > lights.indexOf(other);

test('wider ends never make it greener', () => {
  const ends = fc.tuple(...[0, 1, 2, 3].map(() => fc.double({ min: 0, max: 1, noNaN: true })));
  fc.assert(
    fc.property(ends, fc.constantFrom(more, less), (four, limit) => {
      const [a, b, c, d] = [...four].sort((x, y) => x - y) as [number, number, number, number];
      expect(greener(lightBetween({ low: a, high: d }, limit), lightBetween({ low: b, high: c }, limit))).toBe(false);
    }),
  );
});

test.each<[string, Combination]>(Object.entries({ worst, inPart, oneOf }))(
  '%s: a signal that falls silent never makes it greener, and none at all is not known',
  (_name, combine) => {
    const found = fc.array(fc.constantFrom(...lights), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(found, fc.nat(), (all, at) => {
        const without = all.map((light, place) => (place === at % all.length ? 'unknown' : light));
        expect(greener(combine(without), combine(all))).toBe(false);
      }),
    );
    expect(combine([])).toBe('unknown');
    expect(combine(['unknown', 'unknown'])).toBe('unknown');
  },
);

test('of two sources of one fact the better counts, and one that says nothing does not', () => {
  expect(better('red', 'green')).toBe('green');
  expect(better('unknown', 'red')).toBe('red');
  expect(better('amber', 'unknown')).toBe('amber');
});
