import { isCell, type Mask } from '#domain/mask/mask.js';
import { type Nested, nestedCounts } from './counts-within.js';
import { type Counted } from './shelf.js';

/** Measures by population, window, name and cell. */
export class Table {
  readonly nodes: string[];
  readonly cells: string[];
  private readonly index: Map<string, Counted>;
  private nested?: Nested[];

  constructor(mask: Mask, counted: readonly Counted[]) {
    this.nodes = mask.nodes.map((node) => node.key);
    this.cells = mask.nodes.filter(isCell).map((node) => node.key);
    this.index = new Map(counted.map((one) => [`${one.population}/${one.days}`, one]));
  }

  value(population: string, days: number, measure: string, cell: string): number {
    return this.index.get(`${population}/${days}`)?.measures.get(measure)?.get(cell) ?? 0;
  }

  sizes(population: string): Map<string, number> {
    return this.index.get(`${population}/0`)?.measures.get('people') ?? new Map<string, number>();
  }

  /** Every count of everyone, after all those that contain it. */
  get counts(): readonly Nested[] {
    this.nested ??= nestedCounts([...this.index.values()]).filter(({ days, measure }) =>
      this.index.get(`everyone/${days}`)?.measures.has(measure),
    );
    return this.nested;
  }
}
