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
import { isTooWide } from '../indicators/count-reading.js';
import { type NamedPlace } from '../sentences/place-name.js';
import { type Ends } from '../statistics/inversion.js';
import { placesOf, type Site, siteOf } from './clusters.js';
import { shareOf } from './series.js';

/** One entity among all: where it lies against what chance and size explain (kpis M5). */
export interface FunnelEntity {
  place: string;
  /** With its kind and its members, as `placeName` takes it. */
  name: string;
  kind: NamedPlace['kind'];
  members: readonly string[];
  /** People whom the rate divides by. */
  size: number;
  /** Share, 0 to 1, with its 95 % interval over both ends of what is published; null where these have no middle to tell. */
  value: number | null;
  low: number;
  high: number;
  /** The share from end to end of what is published. */
  published: Ends;
  /** Share drawn towards that of all, the more the smaller the entity: for ranks only. Null with `value`. */
  shrunk: number | null;
  /** Smallest false-discovery rate at which it would stand out; null where the target leaves no room. */
  q: number | null;
  standing: 'above' | 'below' | 'within';
}

export interface FunnelPlot {
  /** Rate of all, 0 to 1; null without any, and where what is published of it has no middle to tell. */
  target: number | null;
  /** The rate of all from end to end of what is published; null without any. */
  around: Ends | null;
  /** By how much entities differ more than chance allows; 1 = not at all. */
  overdispersion: number;
  entities: FunnelEntity[];
  /** The limits at round sizes, for the curves. */
  limits: FunnelLimits[];
  /** Places that publish no rate that week. */
  hidden: number;
}

export const noFunnel: FunnelPlot = {
  target: null,
  around: null,
  overdispersion: 1,
  entities: [],
  limits: [],
  hidden: 0,
};
const steps = 40;

/** All published entities of an organisation in one week, by size. Who stands out is decided for all at once. */
export function funnelPlot(board: Board, key: IndicatorKey, weekEnd: Day, window: Window | null): FunnelPlot {
  const { byPlace, hidden } = placesOf({ board, slice: board.root }, key, weekEnd, window);
  const tree = board.publication.tree(weekEnd);
  const clusters = [...byPlace.values()];
  const people = clusters.reduce((sum, { size }) => sum + size, 0);
  if (people <= 0) return { ...noFunnel, hidden };
  const whole = shareOf(outcomeAt(board.publication, board.rules, key, board.root, weekEnd, window));
  const events = clusters.reduce((sum, cluster) => sum + cluster.events, 0);
  const centre = whole ? centresOf(whole)[0] / centresOf(whole)[1] : events / people;
  const around = whole ? siteOf(whole).rates : { low: centre, high: centre };
  const target = whole && isTooWide(whole) ? null : centre;
  const overdispersion = overdispersionOf(clusters, centre);
  const prior = priorOf(clusters);
  const scores = clusters.map((site) => scoreOf(site, around, overdispersion));
  const discoveries = benjaminiHochberg(scores.map((z) => (z === null ? 1 : twoSided(z))));
  const endsAt = (place: string) => {
    const { low, high } = outcomeAt(board.publication, board.rules, key, board.place(place), weekEnd, window);
    return { low: low ?? 0, high: high ?? 1 };
  };
  const namedAt = (key: string): NamedPlace => {
    const { name, kind, members } = tree.place(key)!;
    return { name, kind, members };
  };
  const entities = [...byPlace].map(([place, cluster], index): FunnelEntity => {
    const z = scores[index] ?? null;
    const found = discoveries[index]!;
    const value = cluster.events / cluster.size;
    const told = isTooWide(cluster)
      ? { value: null, shrunk: null }
      : { value, shrunk: prior ? shrink(cluster, prior) : value };
    return {
      ...{ place, ...namedAt(place), size: cluster.size },
      ...{ ...told, ...endsAt(place), published: cluster.rates },
      q: z === null ? null : found.q,
      standing: !found.kept || z === null ? 'within' : z > 0 ? 'above' : 'below',
    };
  });
  const largest = Math.max(...clusters.map(({ size }) => size));
  const smallest = Math.min(...clusters.map(({ size }) => size));
  const limits = Array.from({ length: steps + 1 }, (_, step) =>
    limitsAround(around, smallest * (largest / smallest) ** (step / steps), overdispersion),
  );
  // Those without a rate to rank by come last.
  const sorted = entities.sort((a, b) => (b.shrunk ?? -1) - (a.shrunk ?? -1));
  return { target, around, overdispersion, entities: sorted, limits, hidden };
}

/**
 * How far an entity lies from all, in standard errors, at the ends of both that bring them closest: 0 where they meet.
 * Null where the target leaves no room.
 */
function scoreOf({ rates, size }: Site, around: Ends, overdispersion: number): number | null {
  const z = (rate: number, target: number) => funnelZ(rate * size, size, target, overdispersion);
  if (rates.low > around.high) return z(rates.low, around.high);
  if (rates.high < around.low) return z(rates.high, around.low);
  return z(around.low, around.low);
}

/** Limits that hold wherever within its published ends the rate of all lies. */
function limitsAround(around: Ends, size: number, overdispersion: number): FunnelLimits {
  const [low, high] = [around.low, around.high].map((target) => funnelLimits(target, size, overdispersion));
  const between = (limit: 'warn' | 'alarm') => ({ low: low![limit].low, high: high![limit].high });
  return { size, warn: between('warn'), alarm: between('alarm') };
}
