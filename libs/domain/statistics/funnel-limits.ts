import { zOf } from './distributions.js';

export interface FunnelLimits {
  size: number;
  /** 95 % limits: one entity in twenty lies outside by chance. */
  warn: { low: number; high: number };
  /** 99.8 % limits: one in five hundred. */
  alarm: { low: number; high: number };
}

const [warnZ, alarmZ] = [zOf(0.95), zOf(0.998)];

/**
 * Limits of a funnel plot around a target share: where an entity of `size` people lies by chance alone
 * (Spiegelhalter 2005). Score form, target ± z √(φ · target (1 − target) / size), cut at 0 and 1. `overdispersion` φ ≥ 1:
 * from `overdispersionOf`, when entities differ more than chance allows. 0 ≤ target ≤ 1, size > 0.
 */
export function funnelLimits(target: number, size: number, overdispersion = 1): FunnelLimits {
  const spread = Math.sqrt((overdispersion * target * (1 - target)) / size);
  const between = (z: number) => ({ low: Math.max(0, target - z * spread), high: Math.min(1, target + z * spread) });
  return { size, warn: between(warnZ), alarm: between(alarmZ) };
}

/** How far an entity lies from the target, in standard errors; null where the target leaves no room. */
export function funnelZ(events: number, size: number, target: number, overdispersion = 1): number | null {
  const spread = Math.sqrt((overdispersion * target * (1 - target)) / size);
  return spread > 0 ? (events / size - target) / spread : null;
}

/**
 * Multiplicative over-dispersion φ, at least 1: mean of the squared z, the furthest tenth on each side pulled in
 * (Spiegelhalter 2005, §4.2). 1 with fewer than 10 entities, where it cannot be told.
 */
export function overdispersionOf(entities: readonly { events: number; size: number }[], target: number): number {
  const scores = entities.flatMap(({ events, size }) => funnelZ(events, size, target) ?? []).sort((a, b) => a - b);
  if (scores.length < 10) return 1;
  const tenth = Math.floor(scores.length / 10);
  const [least, most] = [scores[tenth]!, scores[scores.length - 1 - tenth]!];
  const pulled = scores.map((z) => Math.min(most, Math.max(least, z)) ** 2);
  return Math.max(1, pulled.reduce((total, square) => total + square, 0) / pulled.length);
}
