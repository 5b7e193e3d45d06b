import { type Interval } from '#domain/mask/bands.js';
import { type PublishedRow } from '#storage/publication/publish.repository.js';

/** Known to the organisation because it declared them: exact at every size. They say nothing of what people did. */
export const declaredMeasures = new Set([
  ...['people', 'planned', 'opened', 'ambassadors', 'invited', 'due14', 'targeted'],
  ...['strangers', 'in_term', 'entity_served', 'site_known', 'site_served', 'trade_known', 'trade_served'],
]);

export interface PublicationRules {
  k: number;
  bands: boolean;
}

/** Values of one measure by cell. */
export type CellValues = ReadonlyMap<string, number>;

/** The measures of a population over one window, measure by measure. */
export interface Counted {
  population: string;
  days: number;
  measures: Map<string, Map<string, number>>;
}

/** Collects intervals until every measure of a node is there. */
export class Shelf {
  private readonly places = new Map<string, PublishedRow>();

  put(population: string, days: number, measure: string, intervals: ReadonlyMap<string, Interval>): void {
    for (const [node, interval] of intervals) {
      const key = `${population}/${days}/${node}`;
      const row = this.places.get(key) ?? { population, days, node, counts: {} };
      this.places.set(key, row);
      row.counts[measure] = interval;
    }
  }

  get(population: string, days: number, measure: string, nodes: readonly string[]): Map<string, Interval> {
    const found = new Map<string, Interval>();
    for (const node of nodes) {
      const interval = this.places.get(`${population}/${days}/${node}`)?.counts[measure];
      if (interval) found.set(node, interval);
    }
    return found;
  }

  /** Declared size of a population at a node. */
  size(population: string, node: string): number | undefined {
    return this.places.get(`${population}/0/${node}`)?.counts.people?.[0];
  }

  /** Populations of which a node says how large they are. */
  populationsAt(node: string): string[] {
    return [...this.places.values()]
      .filter((row) => row.node === node && row.days === 0 && row.counts.people)
      .map(({ population }) => population);
  }

  /** Takes back what a population says at a node of what people did; what was declared of them stays. */
  keepDeclared(population: string, node: string): void {
    for (const [key, row] of this.places) {
      if (row.population !== population || row.node !== node) continue;
      row.counts = Object.fromEntries(Object.entries(row.counts).filter(([measure]) => declaredMeasures.has(measure)));
      if (Object.keys(row.counts).length === 0) this.places.delete(key);
    }
  }

  /** Takes back everything that a population says at a node. */
  drop(population: string, node: string): void {
    for (const [key, row] of this.places)
      if (row.population === population && row.node === node) this.places.delete(key);
  }

  rows(): PublishedRow[] {
    return [...this.places.values()];
  }
}
