import fc from 'fast-check';
import { isCell, type Mask } from './mask.js';
import { type Contribution, isShared } from './dominance.js';
import { publishDisjoint } from './publish-disjoint.js';
import { attackRuns } from './testing/attack-runs.js';
import { volumeCells } from './volumes.js';

jest.setTimeout(60_000 + attackRuns(0) * 20);

const k = 10;

/** A root over some branches of one to four leaves, all of them large. */
function treeOf(branches: readonly number[]): Mask {
  const node = (key: string, parent: string | null, kind: 'node' | 'cell', headcount: number) => {
    return {
      key,
      parent,
      kind,
      entity: key,
      members: [],
      entities: kind === 'cell' ? [key] : [],
      vacant: [],
      headcount,
    };
  };
  const nodes = [node('root', null, 'node', 0)];
  branches.forEach((leaves, branch) => {
    nodes.push(node(`b${branch}`, 'root', 'node', 250 * leaves));
    for (let leaf = 0; leaf < leaves; leaf++) nodes.push(node(`b${branch}l${leaf}`, `b${branch}`, 'cell', 250));
  });
  return volumeCells({ nodes });
}

const leavesUnder = (mask: Mask, key: string): string[] => {
  const below = mask.nodes.filter(({ parent }) => parent === key);
  return below.length === 0 ? [key] : below.flatMap((child) => leavesUnder(mask, child.key));
};

/** Whether a row can be made of the others by adding and subtracting multiples (elimination over fractions). */
function isCombination(rows: readonly number[][], target: readonly number[]): boolean {
  const basis: number[][] = [];
  const reduce = (row: readonly number[]) =>
    basis.reduce(
      (rest, one) => {
        const pivot = one.findIndex((value) => Math.abs(value) > 1e-9);
        const times = rest[pivot]! / one[pivot]!;
        return rest.map((value, at) => value - times * one[at]!);
      },
      [...row],
    );
  for (const row of rows) {
    const rest = reduce(row);
    if (rest.some((value) => Math.abs(value) > 1e-9)) basis.push(rest);
  }
  return reduce(target).every((value) => Math.abs(value) <= 1e-9);
}

/** What so many people did, each once and `more` beyond that: all of it by one of them, or by all alike. */
function deedOf(contributors: number, more: number, isHeaped: boolean): Contribution {
  if (contributors === 0) return { total: 0, contributors, top1: 0, top2: 0 };
  const total = contributors + more;
  const top1 = isHeaped ? 1 + more : Math.ceil(total / contributors);
  return { total, contributors, top1, top2: Math.min(total, isHeaped ? top1 + 1 : 2 * top1) };
}

const organisation = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }).chain((branches) => {
  const mask = treeOf(branches);
  const cells = mask.nodes.filter(isCell);
  const deed = fc
    .tuple(fc.nat(25), fc.nat(40), fc.boolean())
    .map(([people, more, isHeaped]) => deedOf(people, more, isHeaped));
  const deeds = fc.array(fc.array(deed, { minLength: 2, maxLength: 2 }), {
    minLength: cells.length,
    maxLength: cells.length,
  });
  return deeds.map((all) => ({ mask, deeds: new Map(cells.map(({ key }, at) => [key, all[at]!])) }));
});

const shown = (mask: Mask, deeds: ReadonlyMap<string, Contribution[]>, bands = true) =>
  publishDisjoint(mask, ({ key }) => deeds.get(key) ?? [], { k, bands });

test('no cell of too few people, or mostly of one, can be had by adding and subtracting what is told', () => {
  let hidden = 0;
  fc.assert(
    fc.property(organisation, ({ mask, deeds }) => {
      const cells = mask.nodes.filter(isCell).map(({ key }) => key);
      const rows = [...shown(mask, deeds).keys()].map((key) => {
        const under = new Set(leavesUnder(mask, key));
        return cells.map((cell) => (under.has(cell) ? 1 : 0));
      });
      for (const cell of cells) {
        if (deeds.get(cell)!.every((made) => made.contributors >= k && isShared(made))) continue;
        hidden += 1;
        expect(
          isCombination(
            rows,
            cells.map((other) => (other === cell ? 1 : 0)),
          ),
        ).toBe(false);
      }
    }),
    { numRuns: attackRuns(500) },
  );
  expect(hidden).toBeGreaterThan(100);
});

test('the attacker finds a cell where only its own value is held back', () => {
  const mask = treeOf([3]);
  const cells = mask.nodes.filter(isCell).map(({ key }) => key);
  const rows = [cells.map(() => 1), ...cells.slice(1).map((cell) => cells.map((other) => (other === cell ? 1 : 0)))];
  expect(
    isCombination(
      rows,
      cells.map((_, at) => (at === 0 ? 1 : 0)),
    ),
  ).toBe(true);
});

test('sums are exact where they are told, and everything is told without bands', () => {
  fc.assert(
    fc.property(organisation, fc.boolean(), ({ mask, deeds }, bands) => {
      const told = shown(mask, deeds, bands);
      for (const [key, values] of told) {
        const sum = (which: number) =>
          leavesUnder(mask, key).reduce((all, cell) => all + deeds.get(cell)![which]!.total, 0);
        expect(values).toEqual([0, 1].map((which) => [sum(which), sum(which)]));
      }
      if (!bands) expect(told.size).toBe(mask.nodes.length);
    }),
  );
});

test('a further condition is asked of what subtraction leaves', () => {
  const mask = treeOf([2, 2]);
  const many: Contribution[] = [deedOf(40, 50, false)];
  const told = publishDisjoint(mask, () => many, {
    k,
    bands: true,
    mayTell: (cells) => cells.length === 1 && cells[0]!.key !== 'b0l0',
  });
  expect([...told.keys()].sort()).toEqual(['b0l1', 'b1', 'b1l0', 'b1l1']);
});
