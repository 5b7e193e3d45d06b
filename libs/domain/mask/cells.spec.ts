import fc from 'fast-check';
import { cellsOf } from './cells.js';
import { type EntityNode, isCell, type Mask, type MaskNode } from './mask.js';
import { publishCount } from './publish-count.js';
import { entities } from './testing/trees.js';

const cells = (mask: Mask): MaskNode[] => mask.nodes.filter(isCell);
const shape = (mask: Mask): string[] => cells(mask).map((cell) => `${cell.key}:${cell.headcount}`);

/** Random trees; many small entities, some empty, three waves. */
const anyTree = fc
  .array(
    fc.record({ up: fc.nat(11), staff: fc.oneof(fc.nat(4), fc.nat(30)), wave: fc.constantFrom(null, 'w1', 'w2') }),
    { maxLength: 24 },
  )
  .map((rows) =>
    rows.map(({ up, staff, wave }, position): EntityNode => {
      const parent = position === 0 ? null : `e${Math.max(0, position - 1 - (up % position))}`;
      return { key: `e${position}`, parent, headcount: staff, affinity: wave };
    }),
  )
  .filter((tree) => tree.length > 0);
const anyK = fc.constantFrom(1, 2, 5, 10);
const people = (tree: readonly EntityNode[]): number => tree.reduce((sum, node) => sum + node.headcount, 0);

describe('cellsOf', () => {
  it('puts every entity, hence every person, in exactly one cell of at least k people', () => {
    fc.assert(
      fc.property(anyTree, anyK, (tree, k) => {
        const mask = cellsOf(tree, { k });
        if (people(tree) < k) return expect(mask.nodes).toEqual([]);
        const placed = cells(mask).flatMap((cell) => [...cell.entities, ...cell.vacant]);
        expect(placed.sort()).toEqual(tree.map((node) => node.key).sort());
        for (const cell of cells(mask)) {
          const staff = tree.filter((node) => cell.entities.includes(node.key));
          expect(cell.headcount).toBe(people(staff));
          expect(staff.every((node) => node.headcount > 0)).toBe(true);
          if (k > 1 || cell.entities.length > 0) expect(cell.headcount).toBeGreaterThanOrEqual(k);
        }
      }),
    );
  });

  it('adds up: a node holds the people of its children, and has a parent listed before it', () => {
    fc.assert(
      fc.property(anyTree, anyK, (tree, k) => {
        const { nodes } = cellsOf(tree, { k });
        nodes.forEach((node, position) => {
          const children = nodes.filter((child) => child.parent === node.key);
          expect(children.length > 0).toBe(node.kind === 'node');
          if (node.kind === 'node')
            expect(children.reduce((sum, child) => sum + child.headcount, 0)).toBe(node.headcount);
          expect(nodes.findIndex((other) => other.key === node.parent)).toBeLessThan(position);
        });
        expect(new Set(nodes.map((node) => node.key)).size).toBe(nodes.length);
      }),
    );
  });

  it('does not depend on the order of the rows nor on what is counted', () => {
    fc.assert(
      fc.property(anyTree, anyK, fc.infiniteStream(fc.nat(3)), (tree, k, values) => {
        const mask = cellsOf(tree, { k });
        const before = structuredClone(mask);
        publishCount(mask, (cell) => Math.min(cell.headcount, values.next().value as number), { bands: true });
        expect(mask).toEqual(before);
        expect(shape(cellsOf([...tree].reverse(), { k })).sort()).toEqual(shape(mask).sort());
      }),
    );
  });

  it('gives the same mask again when nothing has changed since last week', () => {
    fc.assert(
      fc.property(anyTree, anyK, (tree, k) => {
        const previous = cellsOf(tree, { k });
        expect(cellsOf(tree, { k, previous })).toEqual(previous);
      }),
    );
  });

  it('only merges within a quarter, whatever happens to the staff and the tree', () => {
    const change = fc.record({ at: fc.nat(30), staff: fc.nat(30), move: fc.boolean(), to: fc.nat(30) });
    fc.assert(
      fc.property(
        anyTree,
        fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 4 }),
        fc.constantFrom(2, 5, 10),
        (start, weeks, k) => {
          let tree = start;
          let previous = cellsOf(tree, { k });
          for (const changes of weeks) {
            tree = changes.reduce(alter, tree);
            const mask = cellsOf(tree, { k, previous });
            if (mask.nodes.length === 0) return;
            for (const old of cells(previous)) {
              const staffed = old.entities.filter((key) => tree.some((node) => node.key === key && node.headcount > 0));
              expect(new Set(staffed.map((key) => cellOf(mask, key))).size).toBeLessThanOrEqual(1);
            }
            for (const cell of cells(mask)) expect(cell.headcount).toBeGreaterThanOrEqual(k);
            previous = mask;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lets a new entity wait with its siblings until the next quarter', () => {
    const previous = cellsOf(entities('r=0 a<r=30 b<r=40 c<r=4 d<r=7'), { k: 10 });
    const mask = cellsOf(entities('r=0 a<r=30 b<r=40 c<r=4 d<r=7 new<r=50'), { k: 10, previous });
    expect(shape(mask)).toEqual(['r~rest:61', 'a:30', 'b:40']);
    const divided = cellsOf(entities('r=0 a<r=30 a1<a=20 a2<a=20 b<r=40'), { k: 10, previous });
    expect(shape(divided).sort()).toEqual(['a:70', 'b:40']);
  });

  it('joins small siblings of the same wave before others', () => {
    const mask = cellsOf(entities('r=0 a<r=6@w1 b<r=6@w2 c<r=6@w1 d<r=6@w2 e<r=50@w1'), { k: 10 });
    expect(shape(mask)).toEqual(['r~rest@w1:12', 'r~rest@w2:12', 'e:50']);
    expect(mask.nodes[1]!.members).toEqual(['a', 'c']);
    const short = cellsOf(entities('r=0 a<r=6@w1 b<r=12@w2 c<r=20@w1'), { k: 10 });
    expect(shape(short)).toEqual(['r~rest@w1:26', 'b:12']);
  });

  it('joins a lone small sibling to the smallest other, and stops where none is left', () => {
    expect(shape(cellsOf(entities('r=0 a<r=3 b<r=20 c<r=40'), { k: 10 }))).toEqual(['r~rest:23', 'c:40']);
    expect(shape(cellsOf(entities('r=3 a<r=20'), { k: 10 }))).toEqual(['r:23']);
    expect(shape(cellsOf(entities('r=12 a<r=20'), { k: 10 }))).toEqual(['r~direct:12', 'a:20']);
  });

  it('publishes nothing of an organisation below k and one cell of a flat one', () => {
    expect(cellsOf(entities('r=9'), { k: 10 }).nodes).toEqual([]);
    expect(cellsOf([], { k: 10 }).nodes).toEqual([]);
    expect(shape(cellsOf(entities('r=10'), { k: 10 }))).toEqual(['r:10']);
  });

  it('shows every entity for k = 1, those without staff too', () => {
    const mask = cellsOf(entities('r=0 a<r=0 a1<a=1 a2<a=0 b<r=2 b1<b=1'), { k: 1 });
    expect(
      mask.nodes
        .filter((node) => node.entity)
        .map((node) => node.key)
        .sort(),
    ).toEqual(['a', 'a1', 'a2', 'b', 'b1', 'r']);
    expect(shape(mask).sort()).toEqual(['a1:1', 'a2:0', 'b1:1', 'b~direct:2']);
  });

  it.each([
    ['several_roots', 'r=1 s=2'],
    ['unknown_parent', 'r=1 a<x=2'],
    ['duplicate_key', 'r=1 a<r=2 a<r=3'],
    ['cycle', 'r=1 a<b=2 b<a=3'],
    ['duplicate_key', 'r=0 r~rest<r=20 a<r=5 b<r=6'],
  ])('refuses a tree with %s', (code, text) => {
    expect(() => publishCount(cellsOf(entities(text), { k: 10 }), () => 0, { bands: true })).toThrow(code);
  });
});

function alter(tree: EntityNode[], change: { at: number; staff: number; move: boolean; to: number }): EntityNode[] {
  const position = change.at % (tree.length + 1);
  const parent = `e${change.to % tree.length}`;
  if (position === tree.length) return [...tree, { key: `e${position}`, parent, headcount: change.staff }];
  return tree.map((node, index) => {
    if (index !== position) return node;
    // Only towards an earlier entity, so that no cycle arises.
    const to = change.move && index > 0 && change.to % tree.length < index ? parent : node.parent;
    return { ...node, headcount: change.staff, parent: to };
  });
}

function cellOf(mask: Mask, entity: string): string | undefined {
  return cells(mask).find((cell) => cell.entities.includes(entity))?.key;
}
