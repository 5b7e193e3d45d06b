import fc from 'fast-check';
import { type EntityRow } from '../csv/rows.js';
import { checkEntities } from './check-entities.js';
import { lines, located, told } from './testing/told.js';

const entity = (entityId: string, parentId: string | null): EntityRow => {
  return { entityId, parentId, name: entityId, kind: null, country: null, timezone: null };
};

describe('entities', () => {
  it('may come before their parents', () => {
    expect(told(checkEntities(located([entity('lyon', 'fr'), entity('fr', null)])))).toEqual([]);
  });

  it('are refused where they make no tree', () => {
    const rows = [
      entity('a', 'b'),
      entity('b', 'a'),
      entity('under', 'a'),
      entity('self', 'self'),
      entity('lost', 'mars'),
      entity('fr', null),
      entity('fr', 'a'),
    ];
    const checked = checkEntities(located(rows));
    expect(told(checked)).toEqual([
      [2, 'a', 'entity_cycle'],
      [3, 'b', 'entity_cycle'],
      [4, 'under', 'unknown_entity'],
      [5, 'self', 'entity_cycle'],
      [6, 'lost', 'unknown_entity'],
      [8, 'fr', 'duplicate_entity'],
    ]);
    expect(lines(checked)).toEqual([7]);
  });

  it('may hang under known ones, but not turn them round', () => {
    const known = new Map([
      ['fr', null],
      ['lyon', 'fr'],
    ]);
    const checked = checkEntities(located([entity('croix-rousse', 'lyon'), entity('fr', 'lyon')]), known);
    expect(told(checked)).toEqual([[3, 'fr', 'entity_cycle']]);
  });

  it('always end as trees', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const row = fc
      .tuple(names, fc.option(fc.oneof(names, fc.constant('mars'))))
      .map(([id, parent]) => entity(id, parent));
    const known = fc.constantFrom(
      new Map<string, string | null>(),
      new Map([
        ['a', null],
        ['b', 'a'],
        ['c', 'b'],
      ]),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 7 }), known, (rows, before) => {
        const checked = checkEntities(located(rows), before);
        expect(checked.rows.length + checked.rejections.length).toBe(rows.length);
        const after = new Map([
          ...before,
          ...checked.rows.map(({ row: { entityId, parentId } }) => [entityId, parentId] as const),
        ]);
        for (const start of after.keys()) {
          let at: string | null | undefined = start;
          for (let step = 0; step <= after.size && at !== null; step++) at = after.get(at ?? 'nowhere');
          expect(at).toBeNull();
        }
      }),
    );
  });
});
