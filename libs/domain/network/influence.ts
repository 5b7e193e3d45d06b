import { type DirectedGraph } from 'graphology';

/**
 * K32: distinct people outside one's own team who responded, by person. `teamOf`: whoever has the same manager, and the
 * manager; undefined = in no team.
 */
export function influence(graph: DirectedGraph, teamOf: (person: number) => string | undefined): Map<number, number> {
  const found = new Map<number, number>();
  graph.forEachNode((node) => {
    const team = teamOf(Number(node));
    const outside = graph.filterInNeighbors(node, (other) => team === undefined || teamOf(Number(other)) !== team);
    found.set(Number(node), outside.length);
  });
  return found;
}

/**
 * K33: how much less the tenth most influential person has than the first, 0 (as much) to 1 (nothing): 1 − v(k) / v(1).
 * Null with fewer than `rank` people or where nobody has any influence.
 */
export function influencerRisk(values: Iterable<number>, rank = 10): number | null {
  const sorted = [...values].sort((a, b) => b - a);
  const [first, last] = [sorted[0] ?? 0, sorted[rank - 1]];
  return first === 0 || last === undefined ? null : 1 - last / first;
}
