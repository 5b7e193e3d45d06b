import { type Cluster } from './cluster.js';
import { sum } from './moments.js';

/** Beta distribution of the true shares of entities; `people` = alpha + beta, the weight of the prior in people. */
export interface Prior {
  share: number;
  people: number;
}

/**
 * Beta-binomial prior of the shares of many entities by the method of moments (Kleinman 1973, weights = sizes).
 * `people` is infinite where entities differ no more than chance allows. Null with fewer than two entities, or when all
 * or none did it.
 */
export function priorOf(clusters: readonly Cluster[]): Prior | null {
  const entities = clusters.filter(({ size }) => size > 0);
  const people = sum(entities.map(({ size }) => size));
  const share = sum(entities.map(({ events }) => events)) / people;
  if (entities.length < 2 || !(share > 0 && share < 1)) return null;
  const chance = share * (1 - share);
  const free = entities.length - 1;
  const squares = sum(entities.map(({ events, size }) => size * (events / size - share) ** 2));
  const room = people - sum(entities.map(({ size }) => size * size)) / people - free;
  // 1 / (alpha + beta + 1): how alike the people of an entity are.
  const likeness = room > 0 ? (squares - chance * free) / (chance * room) : 0;
  return { share, people: likeness <= 0 ? Infinity : Math.max(0, 1 / likeness - 1) };
}

/** Share of an entity drawn towards that of all, the more the smaller it is: for ranks, never for reports (kpis M5). */
export function shrink({ events, size }: Cluster, { share, people }: Prior): number {
  if (people === Infinity) return share;
  return (events + share * people) / (size + people);
}
