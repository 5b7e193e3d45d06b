import { logRank, type LogRank, logRankOverClusters } from '../statistics/log-rank.js';
import { type PermutationTest } from '../statistics/permutation.js';
import { addedBins, lagCounts } from './curve.js';
import { type LagKind } from './lag.js';
import { type PublishedLag } from './lag-histogram.js';

/** What has one voice on a side (a site, an entity), and the stratum (its size) it is compared within. */
export interface LagUnit {
  stratum: string;
  bins: readonly PublishedLag[];
}

export interface LagTest {
  /** Person by person, within strata; says little between units. */
  logRank: LogRank;
  /** The same, dealing whole units to the sides: the one to trust (kpis M3, M6). Null where a side has one, or none. */
  overUnits: PermutationTest | null;
  strata: number;
}

const fewest = 2;

/** Does it happen equally soon on both sides? Null where nothing tells them apart. Seeded: the same data, the same answer. */
export function compareLags(kind: LagKind, first: readonly LagUnit[], second: readonly LagUnit[]): LagTest | null {
  const strata = [...new Set([...first, ...second].map(({ stratum }) => stratum))].sort();
  const within = (units: readonly LagUnit[], stratum: string) =>
    lagCounts(kind, addedBins(units.filter((unit) => unit.stratum === stratum).map(({ bins }) => bins)));
  const test = logRank(strata.map((stratum) => [within(first, stratum), within(second, stratum)]));
  if (!test) return null;
  const histograms = (units: readonly LagUnit[]) => units.map(({ bins }) => lagCounts(kind, bins));
  // What sets a side of one unit apart cannot be told from what is particular to that unit (decision 074).
  const isTested = first.length >= fewest && second.length >= fewest;
  const overUnits = isTested ? logRankOverClusters(histograms(first), histograms(second)) : null;
  const { p, arrangements, exact } = overUnits ?? {};
  return {
    ...{ logRank: test, strata: strata.length },
    overUnits: p === undefined ? null : { p, arrangements: arrangements!, exact: exact! },
  };
}

/** Sites are compared with sites of their size: small ones (below 60 people), middling (below 200), large. */
export const sizeOf = (people: number): 'small' | 'middling' | 'large' =>
  people < 60 ? 'small' : people < 200 ? 'middling' : 'large';
