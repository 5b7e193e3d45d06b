import { type IndicatorRow } from '#contract/indicators.js';
import { type Ambassadors } from '#contract/ambassadors.js';
import { type Told } from '../../ui/table-of.js';

export const relayKeys = ['K34.reached', 'K34.reachable', 'K34.additions'] as const;

/** How many relays of all stand in no place that is told: what the named ones leave of them. Both ends published. */
export function relaysElsewhere(
  all: IndicatorRow | undefined,
  named: readonly Pick<RelayRow, 'additions'>[],
): RelayRow['additions'] | null {
  if (!all?.numerator) return null;
  const sum = (end: 'low' | 'high') => named.reduce((total, { additions }) => total + additions[end], 0);
  const { low, high } = all.numerator;
  return { low: Math.max(0, low - sum('high')), high: Math.max(0, high - sum('low')) };
}

/** What recruiting would bring in one place: shares of its active people. */
export interface RelayRow {
  node: string;
  name: string;
  reached: number;
  reachable: number;
  /** Both as they are published, and how many to recruit. */
  told: Record<'reached' | 'reachable' | 'additions', Told>;
  /** Published interval of how many to recruit. */
  additions: { low: number; high: number };
  active: number;
}

const toldOf = ({ value, low, high, n, periodEnd }: IndicatorRow): Told => ({ value, low, high, n, asOf: periodEnd });

/** Places in which recruiting brings something, the largest gain of people first. */
export function relayRows(
  rows: readonly IndicatorRow[],
  places: Pick<Ambassadors['coverage'][number], 'node' | 'name'>[],
): RelayRow[] {
  const byPlace = new Map<string, Partial<Record<string, IndicatorRow>>>();
  for (const row of rows) byPlace.set(row.slice, { ...byPlace.get(row.slice), [row.indicator]: row });
  return places
    .flatMap(({ node, name }) => {
      const found = byPlace.get(node) ?? {};
      const [reached, reachable, additions] = relayKeys.map((key) => found[key]);
      if (typeof reached?.value !== 'number' || typeof reachable?.value !== 'number') return [];
      if (!additions?.numerator || additions.numerator.high === 0) return [];
      const row = { node, name, reached: reached.value, reachable: reachable.value, active: reached.n ?? 0 };
      const told = { reached: toldOf(reached), reachable: toldOf(reachable), additions: toldOf(additions) };
      return [{ ...row, additions: additions.numerator, told }];
    })
    .filter(({ reached, reachable }) => reachable > reached)
    .sort((a, b) => (b.reachable - b.reached) * b.active - (a.reachable - a.reached) * a.active);
}
