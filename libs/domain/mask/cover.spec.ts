import { cellsOf } from './cells.js';
import { cellsTouching, coverOf, sumOf } from './cover.js';
import { publishCount } from './publish-count.js';
import { entities } from './testing/trees.js';
import { publishVolume, volumeCells } from './volumes.js';

const mask = cellsOf(entities('r=0 fr<r=12 f1<fr=20 f2<fr=30 de<r=0 d1<de=4 d2<de=8 d3<de=40 empty<r=0'), { k: 10 });

describe('coverOf', () => {
  it('takes the largest nodes and cells wholly inside, and names the cells that are shared', () => {
    expect(coverOf(mask, new Set(['fr', 'f1', 'f2', 'd1', 'd3']))).toEqual({ nodes: ['d3', 'fr'], mixed: ['de~rest'] });
    expect(cellsTouching(mask, new Set(['d1', 'f2']))).toEqual(['de~rest', 'f2']);
  });

  it('does not wait for entities without staff, and finds nothing in a set without people', () => {
    expect(coverOf(mask, new Set(['fr', 'f1', 'f2', 'd1', 'd2', 'd3']))).toEqual({ nodes: ['r'], mixed: [] });
    expect(coverOf(mask, new Set(['empty', 'de']))).toEqual({ nodes: [], mixed: [] });
  });

  it('adds published intervals only, and has no sum where one is missing', () => {
    const published = publishCount(mask, () => 6, { bands: true });
    expect(sumOf(published, ['f1', 'd3'])).toEqual(
      [9, 17].map((_, end) => published.get('f1')![end]! + published.get('d3')![end]!),
    );
    expect(sumOf(published, ['f1', 'gone'])).toBeNull();
    expect(sumOf(published, [])).toBeNull();
  });
});

describe('volumes', () => {
  const large = cellsOf(entities('r=0 a<r=150 b<r=120 c<r=300 x<r=0 x1<x=250 x2<x=20'), { k: 10 });
  const joined = volumeCells(large);

  it('joins cells until they hold 200 people', () => {
    const cells = joined.nodes.filter((node) => node.kind !== 'node').map((node) => [node.key, node.entities]);
    expect(Object.fromEntries(cells)).toEqual({ 'r~volume': ['a', 'b'], c: ['c'], x: ['x1', 'x2'] });
    expect(volumeCells(mask).nodes).toEqual([]);
  });

  it('never says zero of a cell, nor lets its neighbours say it', () => {
    const values: Record<string, number> = { 'r~volume': 0, c: 40, x: 7 };
    const published = publishVolume(joined, (cell) => values[cell.key]!, { bands: true });
    expect(Object.fromEntries(published)).toEqual({ 'r~volume': [0, 2], c: [40, 40], x: [7, 7], r: [47, 49] });
    expect(publishVolume(joined, () => 0, { bands: false }).get('c')).toEqual([0, 0]);
  });
});
