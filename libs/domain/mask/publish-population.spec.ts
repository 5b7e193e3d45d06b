import { type Interval } from './bands.js';
import { cellsOf } from './cells.js';
import { isCell, type Mask } from './mask.js';
import { populationCells } from './population-cells.js';
import { publishCount } from './publish-count.js';
import { publishPopulation } from './publish-population.js';
import { awareAttack, bitsOf, countBits, type World } from './testing/attackers.js';
import { entities } from './testing/trees.js';

interface Case {
  tree: string;
  /** People of the population by cell. */
  inside: Record<string, number>;
  k?: number;
}

/** Every state of who acts in each cell, inside and outside the population. */
function play({ tree, inside, k = 2 }: Case) {
  const mask = cellsOf(entities(tree), { k });
  const cells = mask.nodes.filter(isCell);
  const headcounts = new Map(Object.entries(inside));
  const population = populationCells(mask, headcounts, k);
  const unions = population.nodes.filter((node) => node.kind === 'union');
  const at = new Map(cells.map((cell, position) => [cell.key, position]));
  const sizes = cells.flatMap((cell) => {
    const members = headcounts.get(cell.key) ?? 0;
    return [members + 1, cell.headcount - members + 1];
  });
  const world: World = {
    sizes,
    publish: (state) => {
      const totals = publishCount(mask, (cell) => state[2 * at.get(cell.key)!]! + state[2 * at.get(cell.key)! + 1]!, { bands: true });
      const some = publishPopulation(population, totals, (cell) => state[2 * at.get(cell)!]!, { bands: true });
      return new Map<string, Interval>([...totals, ...[...some].map(([key, interval]): [string, Interval] => [`in ${key}`, interval])]);
    },
    secrets: (state) => [
      ...cells.map((_, cell) => state[2 * cell]! + state[2 * cell + 1]!),
      ...unions.map((union) => union.cells.reduce((sum, cell) => sum + state[2 * at.get(cell)!]!, 0)),
      ...unions.map((union) => union.cells.reduce((sum, cell) => sum + state[2 * at.get(cell)! + 1]!, 0)),
    ],
  };
  return { mask, cells, unions, population, world };
}

function damage(game: ReturnType<typeof play>): { totals: number; populations: number; rests: number; exact: number; classes: number } {
  const { cells, unions, world } = game;
  const count = { totals: 0, populations: 0, rests: 0, exact: 0, classes: 0 };
  for (const { published, possible } of awareAttack(world)) {
    count.classes++;
    cells.forEach((cell, index) => {
      if (possible[index] !== bitsOf(published.get(cell.key)!)) count.totals++;
    });
    unions.forEach((union, index) => {
      const seen = possible[cells.length + index]!;
      if (seen !== bitsOf(published.get(`in ${union.key}`)!)) count.populations++;
      const rest = possible[cells.length + unions.length + index]!;
      if (countBits(rest) < 3) count.rests++;
    });
    for (const node of game.population.nodes) {
      const [low, high] = published.get(`in ${node.key}`) ?? [0, 1];
      if (node.kind === 'node' && low === high) count.exact++;
    }
  }
  return count;
}

const cases: Record<string, Case> = {
  even: { tree: 'r=0 a<r=10 b<r=10 c<r=10', inside: { a: 5, b: 5, c: 5 } },
  minority: { tree: 'r=0 a<r=10 b<r=10 c<r=10', inside: { a: 3, b: 2, c: 2 } },
  majority: { tree: 'r=0 a<r=9 b<r=9 c<r=9', inside: { a: 7, b: 6, c: 6 } },
  lopsided: { tree: 'r=0 a<r=8 b<r=8 c<r=12', inside: { a: 7, b: 1, c: 6 }, k: 3 },
  'one cell full': { tree: 'r=0 a<r=8 b<r=11 c<r=11', inside: { a: 8, b: 6, c: 5 } },
  'one cell empty': { tree: 'r=0 a<r=8 b<r=11 c<r=11', inside: { b: 6, c: 5 } },
  nested: { tree: 'r=0 x<r=0 a<x=5 b<x=5 c<x=5 d<r=11', inside: { a: 2, b: 2, c: 2, d: 5 } },
  'joined in a node': { tree: 'r=0 x<r=0 a<x=8 b<x=8 d<r=10', inside: { a: 1, b: 7, d: 5 }, k: 3 },
  'joined across nodes': { tree: 'r=0 x<r=0 a<x=5 b<x=5 c<x=5 d<r=5 e<r=12', inside: { a: 1, c: 1, d: 1, e: 6 }, k: 3 },
  'whole organisation': { tree: 'r=0 a<r=8 b<r=8 c<r=8', inside: { a: 1, b: 1, c: 7 }, k: 3 },
  'four flat': { tree: 'r=0 a<r=6 b<r=6 c<r=6 d<r=6', inside: { a: 3, b: 3, c: 3, d: 3 } },
  'four of a few': { tree: 'r=0 a<r=9 b<r=9 c<r=9 d<r=9', inside: { a: 2, b: 2, c: 2, d: 2 } },
};

describe('publishPopulation', () => {
  it.each(Object.entries(cases))('narrows neither the totals nor itself: %s', (_, given) => {
    const found = damage(play(given));
    console.log(_, JSON.stringify(found));
    expect(found).toMatchObject({ totals: 0, populations: 0, rests: 0 });
  });
});
