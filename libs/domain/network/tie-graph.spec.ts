import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { influence, influencerRisk } from './influence.js';
import { bondGraph, crossing, type Edge, modularity, pageRank, reciprocity, tieGraph } from './tie-graph.js';

const edge = (source: number, target: number): Edge => ({ source, target });

test('ties to oneself are none, and the same tie twice is one of twice the weight', () => {
  const graph = tieGraph([edge(1, 1), edge(1, 2), edge(1, 2), edge(2, 3), edge(3, 2)]);
  expect([graph.order, graph.size]).toEqual([3, 3]);
  expect(graph.getEdgeAttribute('1', '2', 'weight')).toBe(2);
  expect(reciprocity(graph)).toBeCloseTo(2 / 3, 12);
  expect(reciprocity(tieGraph([]))).toBeNull();
  expect(pageRank(tieGraph([])).size).toBe(0);
});

test('influence counts different people outside of the team, however often they answered', () => {
  const teams = new Map([
    [1, 'a'],
    [2, 'a'],
    [3, 'b'],
    [4, 'b'],
  ]);
  const graph = tieGraph([edge(2, 1), edge(3, 1), edge(3, 1), edge(4, 1), edge(1, 3), edge(9, 3)]);
  const found = influence(graph, (person) => teams.get(person));
  expect([1, 2, 3, 9].map((person) => found.get(person))).toEqual([2, 0, 2, 0]);
});

test('the risk is how far the tenth lies below the first', () => {
  expect(influencerRisk([40, 30, 20, 10, 10, 10, 10, 10, 10, 8, 1])).toBeCloseTo(0.8, 12);
  expect(influencerRisk([5, 5, 5], 3)).toBe(0);
  expect([influencerRisk([5, 4]), influencerRisk(new Array<number>(12).fill(0))]).toEqual([null, null]);
});

/** Real networks, which are not ours to keep here: ESSOR_SHARED says where they are. */
const data = process.env['ESSOR_SHARED'] ? join(process.env['ESSOR_SHARED'], 'data') : '';
const real = existsSync(data) ? describe : describe.skip;

real('real networks with published figures', () => {
  const rowsOf = (file: string, separator: string | RegExp, header: number) =>
    readFileSync(join(data, file), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(header)
      .map((line) => line.split(separator));
  const json = <T>(file: string) => JSON.parse(readFileSync(join(data, file), 'utf8')) as T;

  test('e-mail of 42 departments', () => {
    const expected =
      json<Record<'email-eu-core', Record<string, number> & { pagerank_d085_top: [number, number][] }>>(
        'expected.json',
      )['email-eu-core'];
    const edges = rowsOf('email-eu-core/email-Eu-core.txt', ' ', 0).map(([a, b]) => edge(Number(a), Number(b)));
    const groups = new Map(
      rowsOf('email-eu-core/email-Eu-core-department-labels.txt', ' ', 0).map(([person, group]) => [
        Number(person),
        group!,
      ]),
    );
    const groupOf = (person: number) => groups.get(person);
    const graph = tieGraph(edges);
    const simple = bondGraph(edges);
    expect([graph.order, graph.size, simple.size]).toEqual([
      expected.nodes,
      expected.directed_edges_no_loops,
      expected.undirected_edges,
    ]);
    expect(reciprocity(graph)).toBeCloseTo(expected.reciprocated_fraction!, 5);
    const { ties, all } = crossing(graph, groupOf);
    expect([ties, all - ties]).toEqual([
      expected.cross_department_directed_pairs,
      expected.within_department_directed_pairs,
    ]);
    expect((2 * ties - all) / all).toBeCloseTo(expected.EI_index_pairs!, 5);
    expect(modularity(simple, groupOf, { weighted: false })).toBeCloseTo(
      expected.modularity_dept_undirected_simple!,
      5,
    );
    // Both directions of a pair weigh two.
    expect(
      modularity(bondGraph(graph.mapEdges((_, __, source, target) => edge(Number(source), Number(target)))), groupOf, {
        weighted: true,
      }),
    ).toBeCloseTo(expected.modularity_dept_directed_pairs_summed!, 5);
    const rank = pageRank(graph);
    for (const [person, score] of expected.pagerank_d085_top) expect(rank.get(person)).toBeCloseTo(score, 6);
  });

  test('contacts in an office of twelve departments', () => {
    const expected = json<Record<'workfrance', Record<string, number>>>('expected.json').workfrance;
    const edges = rowsOf('workfrance/workfrance_edgelist.csv', ',', 1).map(([a, b, minutes]) => ({
      ...edge(Number(a), Number(b)),
      weight: Number(minutes),
    }));
    const groups = new Map(
      rowsOf('workfrance/workfrance_vertices.csv', ',', 1).map(([person, group]) => [Number(person), group!]),
    );
    const graph = bondGraph(edges);
    const groupOf = (person: number) => groups.get(person);
    const { ties, all, weight, allWeight } = crossing(graph, groupOf);
    expect([graph.order, all, allWeight, ties, weight]).toEqual([
      expected.people_with_edges,
      expected.edges,
      expected.minutes,
      expected.cross_dept_edges,
      expected.cross_dept_minutes,
    ]);
    expect((2 * ties - all) / all).toBeCloseTo(expected.EI_index_edges!, 5);
    expect(modularity(graph, groupOf, { weighted: true })).toBeCloseTo(expected.modularity_dept_weighted!, 5);
    expect(modularity(graph, groupOf, { weighted: false })).toBeCloseTo(expected.modularity_dept_unweighted!, 5);
  });

  test('the karate club', () => {
    const expected = json<{
      karate: { n: number; m: number; modularity_factions: number; pagerank_085: Record<string, number> };
    }>('statistics/expected.json').karate;
    const graph = bondGraph(
      rowsOf('statistics/karate-unweighted.csv', ',', 1).map(([a, b]) => edge(Number(a), Number(b))),
    );
    const factions = new Map(
      rowsOf('statistics/karate-factions.csv', ',', 1).map(([person, faction]) => [Number(person), faction!]),
    );
    expect([graph.order, graph.size]).toEqual([expected.n, expected.m]);
    expect(modularity(graph, (person) => factions.get(person), { weighted: false })).toBeCloseTo(
      expected.modularity_factions,
      6,
    );
    const rank = pageRank(graph);
    for (const [person, score] of Object.entries(expected.pagerank_085))
      expect(rank.get(Number(person))).toBeCloseTo(score, 6);
  });
});
