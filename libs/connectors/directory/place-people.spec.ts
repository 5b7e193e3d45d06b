import fc from 'fast-check';
import { type PersonRow } from '../csv/rows.js';
import { type KnownEntity } from './entity-path.js';
import { entitiesInUse, placePeople } from './place-people.js';
import { located } from './testing/told.js';

const person = (personId: string, entityPath: string | null, entity: string | null = null): PersonRow => ({
  ...{ personId, entity, entityPath, managerId: null, level: null, validFrom: null, validTo: null, aliases: [] },
  ...{ name: null, site: null, trade: null, bot: false },
});
const place = (paths: readonly (string | null)[], known: readonly KnownEntity[] = []) =>
  placePeople(located(paths.map((path, at) => person(`p${at}`, path))), known);
/** Where each path leads: the key of an entity, or the code of a refusal. */
const ends = (paths: readonly (string | null)[], known: readonly KnownEntity[] = []) => {
  const { rows, rejections } = place(paths, known);
  return paths.map((_, at) => {
    const refusal = rejections.find(({ line }) => line === at + 2);
    return refusal ? `! ${refusal.code}` : rows.find(({ line }) => line === at + 2)!.row.entity;
  });
};
const asKnown = ({ fresh }: ReturnType<typeof place>): KnownEntity[] =>
  fresh.map(({ entityId, name, parentId }) => ({ key: entityId, name, parent: parentId }));

describe('without a file of entities', () => {
  it('a path makes what is missing, whatever its case and blanks', () => {
    expect(ends(['France > Lyon > Production', 'france>LYON', 'France', ' Lyon ', null, '>'])).toEqual([
      ...['France > Lyon > Production', 'France > Lyon', 'France', 'Lyon', null, null],
    ]);
    expect(place(['A > B', 'A > C', 'D']).fresh.map(({ entityId, parentId }) => [entityId, parentId])).toEqual([
      ...[
        ['A', null],
        ['A > B', 'A'],
        ['A > C', 'A'],
        ['D', null],
      ],
    ]);
  });

  it('a name in quotes holds separators, an empty one between two is refused, as is a path that no key can hold', () => {
    expect(ends(['France > "R > D" > Essais', 'France > > Essais', `France > ${'x'.repeat(300)}`])).toEqual([
      ...['France > R › D > Essais', '! bad_path', '! too_long'],
    ]);
  });

  it('one sign separates names in the whole file', () => {
    expect(ends(['Achats/Ventes', 'France > Achats/Ventes'])).toEqual(['Achats/Ventes', 'France > Achats/Ventes']);
    expect(ends(['France/Lyon', 'France'])).toEqual(['France > Lyon', 'France']);
  });

  it('a key goes before a path', () => {
    expect(placePeople(located([person('p', 'A > B', 'lyon')]), []).rows[0]!.row.entity).toBe('lyon');
  });
});

describe('beside a file of entities', () => {
  const entity = (key: string, parent: string | null, name: string) => ({ key, name, parent });
  const known = [
    entity('g', null, 'Group'),
    ...[entity('fr', 'g', 'France'), entity('jp', 'g', 'Japan')],
    ...[entity('ly', 'fr', 'Lyon'), entity('p1', 'ly', 'Production'), entity('p2', 'jp', 'Production')],
  ];

  it.each([
    ['Group > France > Lyon', 'ly'],
    ['france>lyon', 'ly'],
    ['LY', 'ly'],
    // Steps may be left out where one can be meant.
    ['France > Production', 'p1'],
    ['Production', '! ambiguous_path'],
    // What is missing is made, below the one top where the path does not say.
    ['Japan > Osaka', 'jp > Osaka'],
    ['Spain > Madrid', 'g > Spain > Madrid'],
    // A key is nobody else's; a name may be.
    ['Japan > ly', '! path_elsewhere'],
    ['Japan > Lyon', 'jp > Lyon'],
  ])('%s leads to %s', (path, end) => {
    expect(ends([path], known)).toEqual([end]);
  });
});

it('leads everybody to the same place in any order, in two files, and the second time', () => {
  const name = fc.constantFrom('A', 'a', ' B ', 'c', 'x', 'Top', '"C > D"');
  const paths = fc.array(
    fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join(' > ')),
    {
      ...{ minLength: 1, maxLength: 12 },
    },
  );
  const trees: KnownEntity[][] = [
    [],
    [
      { key: 't', name: 'Top', parent: null },
      { key: 'x', name: 'A', parent: 't' },
      { key: 'y', name: 'B', parent: 'x' },
    ],
  ];
  const folded = (found: (string | null)[]) => found.map((key) => key?.toLowerCase() ?? null);
  fc.assert(
    fc.property(paths, fc.constantFrom(...trees), fc.nat(12), (all, known, cut) => {
      const once = folded(ends(all, known));
      const backwards = folded(ends(all.toReversed(), known)).toReversed();
      expect(backwards).toEqual(once);
      const first = place(all.slice(0, cut), known);
      const grown = [...known, ...asKnown(first)];
      expect(folded(ends(all.slice(cut), grown))).toEqual(once.slice(cut));
      const whole = place(all, known);
      expect(place(all, [...known, ...asKnown(whole)]).fresh).toEqual([]);
      // No parent after its child, nothing twice: a loop cannot be written.
      const keys = whole.fresh.map(({ entityId }) => entityId);
      const before = new Set(known.map(({ key }) => key));
      for (const { entityId, parentId } of whole.fresh) {
        expect(parentId === null || before.has(parentId)).toBe(true);
        before.add(entityId);
      }
      expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
    }),
    { numRuns: 300 },
  );
});

it('makes no entity in which nobody stands in the end', () => {
  const { fresh, rows } = place(['A > B', 'A > C > D']);
  expect(entitiesInUse(fresh, rows.slice(0, 1)).map(({ entityId }) => entityId)).toEqual(['A', 'A > B']);
});
