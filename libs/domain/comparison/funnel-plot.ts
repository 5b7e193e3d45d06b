import { type Day } from '../calendar/day.js';
import { type Window } from '../calendar/windows.js';
import { type IndicatorKey } from '../indicators/catalogue.js';
import { outcomeAt } from '../indicators/rows.js';
import { type Board } from '../rollout/board.js';
import { twoSided } from '../statistics/distributions.js';
import { benjaminiHochberg } from '../statistics/false-discovery.js';
import { type FunnelLimits, funnelLimits, funnelZ, overdispersionOf } from '../statistics/funnel-limits.js';
import { priorOf, shrink } from '../statistics/shrinkage.js';
import { centresOf } from '../statistics/two-proportions.js';
import { clustersOf } from './clusters.js';
import { shareOf } from './series.js';

/** One entity among all: where it lies against what chance and size explain (kpis M5). */
export interface FunnelEntity {
  place: string;
  name: string;
  /** People whom the rate divides by. */
  size: number;
  /** Share, 0 to 1, with its 95 % interval over both ends of what is published. */
  value: number;
  low: number;
  high: number;
  /** Share drawn towards that of all, the more the smaller the entity: for ranks only. */
  shrunk: number;
  /** Smallest false-discovery rate at which it would stand out; null where the target leaves no room. */
  q: number | null;
  standing: 'above' | 'below' | 'within';
}

export interface FunnelPlot {
  /** Rate of all entities shown, 0 to 1; null without any. */
  target: number | null;
  /** By how much entities differ more than chance allows; 1 = not at all. */
  overdispersion: number;
  entities: FunnelEntity[];
  /** The limits at round sizes, for the curves. */
  limits: FunnelLimits[];
  /** Places that publish no rate that week. */
  hidden: number;
}

const empty: FunnelPlot = { target: null, overdispersion: 1, entities: [], limits: [], hidden: 0 };
const steps = 40;

/** All published entities of an organisation in one week, by size. Who stands out is decided for all at once. */
export function funnelPlot(board: Board, key: IndicatorKey, weekEnd: Day, window: Window | null): FunnelPlot {
  const { byPlace, hidden } = clustersOf({ board, slice: board.root }, key, weekEnd, window);
  const tree = board.publication.tree(weekEnd);
  const clusters = [...byPlace.values()];
  const people = clusters.reduce((sum, { size }) => sum + size, 0);
  if (people <= 0) return { ...empty, hidden };
  const whole = shareOf(outcomeAt(board.publication, board.rules, key, board.root, weekEnd, window));
  const events = clusters.reduce((sum, cluster) => sum + cluster.events, 0);
  const target = whole ? centresOf(whole)[0] / centresOf(whole)[1] : events / people;
  const overdispersion = overdispersionOf(clusters, target);
  const prior = priorOf(clusters);
  const scores = clusters.map(({ events: did, size }) => funnelZ(did, size, target, overdispersion));
  const discoveries = benjaminiHochberg(scores.map((z) => (z === null ? 1 : twoSided(z))));
  const endsAt = (place: string) => {
    const { low, high } = outcomeAt(board.publication, board.rules, key, board.place(place), weekEnd, window);
    return { low: low ?? 0, high: high ?? 1 };
  };
  const entities = [...byPlace].map(([place, cluster], index): FunnelEntity => {
    const z = scores[index] ?? null;
    const found = discoveries[index]!;
    return {
      ...{ place, name: tree.place(place)?.name ?? place },
      ...{ size: cluster.size, value: cluster.events / cluster.size, ...endsAt(place) },
      shrunk: prior ? shrink(cluster, prior) : cluster.events / cluster.size,
      q: z === null ? null : found.q,
      standing: !found.kept || z === null ? 'within' : z > 0 ? 'above' : 'below',
    };
  });
  const largest = Math.max(...clusters.map(({ size }) => size));
  const smallest = Math.min(...clusters.map(({ size }) => size));
  const limits = Array.from({ length: steps + 1 }, (_, step) =>
    funnelLimits(target, smallest * (largest / smallest) ** (step / steps), overdispersion),
  );
  return { target, overdispersion, entities: entities.sort((a, b) => b.shrunk - a.shrunk), limits, hidden };
}
