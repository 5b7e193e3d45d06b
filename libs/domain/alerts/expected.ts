import { type Cluster, intraclassCorrelation } from '../statistics/cluster.js';
import { twoSided, zOf } from '../statistics/distributions.js';

/** What entities like it do at the same point of their rollout. Shares between 0 and 1. */
export interface Expected {
  value: number;
  /** Where an entity of its size lies 19 times out of 20; against a plan, from four fifths of it to all of it. */
  low: number;
  high: number;
  /** Entities it is compared with; 0 against a plan. */
  peers: number;
}

/** Fewer entities than this tell nothing of how much entities differ. */
export const fewestPeers = 5;

/**
 * Prediction interval at 95 % for an entity of `size` people: entities differ among themselves (correlation within
 * entities, Donner 1986), so its variance is μ(1 − μ) ((1 + (size − 1) ρ) / size + the same of the mean of its peers).
 * Null with fewer than five peers.
 */
export function expectedOf(peers: readonly Cluster[], size: number): (Expected & { deviation: number }) | null {
  const people = peers.reduce((sum, peer) => sum + peer.size, 0);
  if (peers.length < fewestPeers || people <= 0 || size <= 0) return null;
  const value = peers.reduce((sum, peer) => sum + peer.events, 0) / people;
  const rho = intraclassCorrelation([peers]) ?? 0;
  const squares = peers.reduce((sum, peer) => sum + peer.size * (1 + (peer.size - 1) * rho), 0);
  const deviation = Math.sqrt(value * (1 - value) * ((1 + (size - 1) * rho) / size + squares / (people * people)));
  const [low, high] = [Math.max(0, value - z95 * deviation), Math.min(1, value + z95 * deviation)];
  return { value, low, high, deviation, peers: peers.length };
}

const z95 = zOf(0.95);

/** A place below this part of its plan is late by more than plans are wrong (ours, to be chosen). */
const planSlack = 0.8;

/**
 * What a plan expects of a place of `size` people, and how rarely one that is at four fifths of it shows as few as
 * `actual`: chance person by person, since one plan says nothing of how much places differ. Shares between 0 and 1.
 */
export function expectedByPlan(plan: number, size: number, actual: number): { expected: Expected; p: number } {
  const least = planSlack * plan;
  const deviation = Math.sqrt((least * (1 - least)) / size);
  return {
    expected: { value: plan, low: least, high: plan, peers: 0 },
    p: lowness({ value: least, deviation }, actual),
  };
}

/** How rarely an entity that goes its usual way lies as low as `actual`: one-sided, 0 to 1. */
export function lowness({ value, deviation }: { value: number; deviation: number }, actual: number): number {
  if (deviation <= 0) return actual < value ? 0 : 1;
  const z = (actual - value) / deviation;
  return z < 0 ? twoSided(z) / 2 : 1 - twoSided(z) / 2;
}

/**
 * Whether an entity lies so far below the others that it says nothing of how they usually go. By median and median
 * absolute deviation (Hampel 1974): several that stall together do not hide each other, as they would in a mean.
 */
export function standsOut(peers: readonly Cluster[], size: number, actual: number): boolean {
  if (peers.length < fewestPeers) return false;
  const shares = peers.map(({ events, size: people }) => events / people);
  const centre = medianOf(shares);
  // 1.4826: what makes it a standard deviation where shares are normal.
  const spread = 1.4826 * medianOf(shares.map((share) => Math.abs(share - centre)));
  const chance = medianOf(peers.map(({ size: people }) => (centre * (1 - centre)) / people));
  const among = Math.max(0, spread * spread - chance);
  return actual < centre - zOf(0.999) * Math.sqrt(among + (centre * (1 - centre)) / size);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
}
