import { type Interval } from '#domain/mask/bands.js';
import { cellsOf } from '#domain/mask/cells.js';
import { type EntityNode, isCell, type Mask } from '#domain/mask/mask.js';
import { publishCount } from '#domain/mask/publish-count.js';
import { type Draw, drawsFrom } from '#domain/statistics/random.js';
import { type Line, quantile } from './figures.js';

const k = 10;
const rules = { bands: true, k };

/**
 * Four levels, teams of fourteen people in the middle of a long tail: most are small, a few are large. Above the teams there
 * is nobody, or a few: staff of a site or a country too few for a figure of their own, who are read with a team.
 */
function treeOf(draw: Draw, hasStaffAbove: boolean): EntityNode[] {
  const staff = () => (hasStaffAbove ? draw(8) : 0);
  const tree: EntityNode[] = [{ key: 'r', parent: null, headcount: staff() }];
  for (let country = 3 + draw(5); country > 0; country--) {
    const c = `r${country}`;
    tree.push({ key: c, parent: 'r', headcount: staff() });
    for (let site = 3 + draw(5); site > 0; site--) {
      const s = `${c}.${site}`;
      tree.push({ key: s, parent: c, headcount: staff() });
      for (let team = 2 + draw(5); team > 0; team--)
        tree.push({ key: `${s}.${team}`, parent: s, headcount: lognormal(draw, 14, 0.87) });
    }
  }
  return tree;
}

function lognormal(draw: Draw, middle: number, spread: number): number {
  const even = () => (draw(1_000_000) + 1) / 1_000_001;
  const normal = Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even());
  return Math.max(1, Math.round(middle * Math.exp(spread * normal)));
}

/** How far the centre of what is published lies from the truth. */
interface Miss {
  /** People of the place, and of whom it is a share. */
  people: number;
  misses: number;
  isCell: boolean;
  isExact: boolean;
  hasBound: boolean;
}

interface Drawn {
  /** Entities with ten people or more, and those of them that are read on their own. */
  large: number;
  alone: number;
  people: number;
  outer: Miss[];
  /** A count of some of those: it may narrow neither the other nor what is left of it. */
  inner: Miss[];
}

function drawn(draw: Draw, hasStaffAbove: boolean): Drawn {
  const tree = treeOf(draw, hasStaffAbove);
  const mask = cellsOf(tree, { k });
  const below = new Map<string, number>();
  const parentOf = new Map(tree.map(({ key, parent }) => [key, parent]));
  for (const { key, headcount } of tree)
    for (let at: string | null = key; at !== null; at = parentOf.get(at) ?? null)
      below.set(at, (below.get(at) ?? 0) + headcount);
  const shown = new Set(mask.nodes.map(({ entity }) => entity));
  const large = tree.filter(({ key }) => (below.get(key) ?? 0) >= k);
  const rate = 0.1 + draw(70) / 100;
  const connected = valuesOf(mask, ({ headcount }) => some(headcount, near(rate, draw), draw));
  const engaged = valuesOf(mask, ({ key }) => some(connected.get(key) ?? 0, near(0.4, draw), draw));
  const outer = publishCount(mask, ({ key }) => connected.get(key) ?? 0, rules);
  const inner = publishCount(mask, ({ key }) => engaged.get(key) ?? 0, { ...rules, outers: [outer] });
  return {
    ...{ large: large.length, alone: large.filter(({ key }) => shown.has(key)).length, people: below.get('r') ?? 0 },
    ...{ outer: missesOf(mask, connected, outer), inner: missesOf(mask, engaged, inner) },
  };
}

const near = (rate: number, draw: Draw) => Math.min(1, Math.max(0, rate + (draw(41) - 20) / 100));
const some = (people: number, rate: number, draw: Draw) =>
  Array.from({ length: people }, () => draw(1000) < rate * 1000).filter(Boolean).length;

/** Exact counts of every place, from those of the cells. */
function valuesOf(mask: Mask, ofCell: (cell: Mask['nodes'][number]) => number): Map<string, number> {
  const values = new Map<string, number>();
  for (const node of [...mask.nodes].reverse()) {
    const own = isCell(node) ? ofCell(node) : (values.get(node.key) ?? 0);
    values.set(node.key, own);
    if (node.parent !== null) values.set(node.parent, (values.get(node.parent) ?? 0) + own);
  }
  return values;
}

function missesOf(mask: Mask, exact: ReadonlyMap<string, number>, told: ReadonlyMap<string, Interval>): Miss[] {
  return mask.nodes.flatMap((node) => {
    const [low, high] = told.get(node.key) ?? [0, -1];
    const truth = exact.get(node.key) ?? 0;
    if (low > high) return [];
    const misses = Math.abs((low + high) / 2 - truth);
    return [
      {
        ...{ people: node.headcount, misses, isCell: isCell(node), isExact: low === high },
        hasBound: low <= truth && truth <= high,
      },
    ];
  });
}

/** What the publication costs whoever reads it, over so many drawn organisations. No clock is in it: the same every time. */
export function utilityLines(organisations: number): Line[] {
  const draw = drawsFrom(20261123);
  const drawnAll = (hasStaffAbove: boolean) => Array.from({ length: organisations }, () => drawn(draw, hasStaffAbove));
  const [plain, staffed] = [drawnAll(false), drawnAll(true)];
  const all = [...plain, ...staffed];
  return [
    aloneLine('everybody in a team', plain),
    aloneLine('a few beside the teams', staffed),
    ...missLines(
      'a count of people',
      all.flatMap(({ outer }) => outer),
    ),
    ...missLines(
      'a count within it',
      all.flatMap(({ inner }) => inner),
    ),
  ];
}

function aloneLine(name: string, all: readonly Drawn[]): Line {
  const sum = (of: (one: Drawn) => number) => all.reduce((total, one) => total + of(one), 0);
  const [alone, large] = [sum((one) => one.alone), sum((one) => one.large)];
  return {
    work: `entities with 10 people or more that are read on their own: ${name}`,
    measured: `${((100 * alone) / large).toFixed(1)} %`,
    peer: `${alone} of ${large}`,
    ...{ target: '≥ 85 %', met: alone / large >= 0.85 },
    note: `${all.length} organisations, ${sum((one) => one.people).toLocaleString('en')} people, k ${k}`,
  };
}

function missLines(name: string, all: readonly Miss[]): Line[] {
  const middle = all.filter(({ people }) => people >= 100 && people <= 400);
  const points = middle.map(({ people, misses }) => (100 * misses) / people);
  const cells = all.filter((one) => one.isCell);
  const worst = Math.max(...cells.map(({ misses }) => misses));
  const far = cells.filter(({ misses }) => misses > 2).length;
  const exact = all.filter(({ isExact }) => isExact);
  const wrong = exact.filter(({ misses }) => misses > 0).length + all.filter(({ hasBound }) => !hasBound).length;
  return [
    {
      work: `${name}: error of its rate at 100–400 people, median`,
      measured: `${quantile(points, 0.5).toFixed(2)} points`,
      peer: `p90 ${quantile(points, 0.9).toFixed(2)}, worst ${Math.max(...points).toFixed(2)}`,
      ...{ target: '≤ 0.8', met: quantile(points, 0.5) <= 0.8, note: `${points.length} places` },
    },
    {
      work: `${name}: furthest from the truth in a cell`,
      measured: `${worst} people`,
      peer: `${far} of ${cells.length} cells beyond two`,
      ...{ target: '≤ 2', met: worst <= 2, note: 'the centre of the band' },
    },
    {
      work: `${name}: told exactly and wrong, or outside its band`,
      measured: String(wrong),
      peer: `${exact.length} of ${all.length} places are exact`,
      ...{ target: '0', met: wrong === 0, note: '' },
    },
  ];
}
