import { DirectedGraph, UndirectedGraph } from 'graphology';
import { pagerank } from 'graphology-metrics/centrality/index.js';
import { modularity as modularityOf } from 'graphology-metrics/graph/index.js';

/** Who answered whom, as often as `weight` says (once without it). */
export interface Edge {
  source: number;
  target: number;
  weight?: number;
}

/** Ties with their direction; the same tie twice adds up, to oneself is left out. */
export function tieGraph(edges: Iterable<Edge>): DirectedGraph {
  return filled(new DirectedGraph(), edges);
}

/** Relationships without direction. */
export function bondGraph(edges: Iterable<Edge>): UndirectedGraph {
  return filled(new UndirectedGraph(), edges);
}

function filled<G extends DirectedGraph | UndirectedGraph>(graph: G, edges: Iterable<Edge>): G {
  for (const { source, target, weight = 1 } of edges) {
    graph.mergeNode(String(source));
    graph.mergeNode(String(target));
    if (source === target) continue;
    graph.updateEdge(String(source), String(target), (known) => ({ weight: Number(known.weight ?? 0) + weight }));
  }
  return graph;
}

/**
 * Newman's modularity Q of a division of people into groups (Newman and Girvan 2004; directed: Leicht and Newman 2008):
 * the share of ties inside groups less the share expected of people who tie as often, but to anybody; −0.5 to 1.
 * People of no group are a group each. Throws on a graph without ties.
 */
export function modularity(
  graph: DirectedGraph | UndirectedGraph,
  groupOf: (person: number) => string | undefined,
  options: { weighted: boolean },
): number {
  graph.forEachNode((node) => graph.setNodeAttribute(node, 'community', groupOf(Number(node)) ?? `alone ${node}`));
  return modularityOf(graph, { getNodeCommunity: 'community', getEdgeWeight: options.weighted ? 'weight' : null });
}

/** PageRank (Brin and Page 1998) with damping 0.85: shares of one, by person; whom the much answered answer counts more. */
export function pageRank(graph: DirectedGraph | UndirectedGraph): Map<number, number> {
  if (graph.order === 0) return new Map();
  const scores = pagerank(graph, { alpha: 0.85, tolerance: 1e-10, maxIterations: 1000, getEdgeWeight: null });
  return new Map(Object.entries(scores).map(([person, score]) => [Number(person), score]));
}

/** Share of directed ties that are answered, 0 to 1; null without any. */
export function reciprocity(graph: DirectedGraph): number | null {
  if (graph.size === 0) return null;
  const answered = graph.reduceEdges((sum, _, __, source, target) => sum + Number(graph.hasEdge(target, source)), 0);
  return answered / graph.size;
}

/** Ties and their weight that leave a group, and all of them. */
export function crossing(
  graph: DirectedGraph | UndirectedGraph,
  groupOf: (person: number) => string | undefined,
): { ties: number; all: number; weight: number; allWeight: number } {
  const sum = { ties: 0, all: 0, weight: 0, allWeight: 0 };
  graph.forEachEdge((_, attributes, source, target) => {
    const weight = Number(attributes.weight);
    const leaves = groupOf(Number(source)) !== groupOf(Number(target));
    sum.all += 1;
    sum.allWeight += weight;
    if (leaves) sum.ties += 1;
    if (leaves) sum.weight += weight;
  });
  return sum;
}
