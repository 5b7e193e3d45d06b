import { type Interval } from '#domain/mask/bands.js';
import { type PublishedRow } from '#storage/publication/publish.repository.js';
import { type Count, keyOf } from './counts-within.js';

/** What a week tells, count by count; its rows are its own. */
export class ToldWeek {
  private readonly places: Map<string, PublishedRow>;

  constructor(rows: readonly PublishedRow[]) {
    this.places = new Map(rows.map((row) => [placeOf(row), { ...row, counts: { ...row.counts } }]));
  }

  rows(): PublishedRow[] {
    return [...this.places.values()].filter(({ counts }) => Object.keys(counts).length > 0);
  }

  counts(): Count[] {
    const found = new Map<string, Count>();
    for (const { days, counts } of this.places.values())
      for (const measure of Object.keys(counts)) found.set(keyOf({ days, measure }), { days, measure });
    return [...found.values()];
  }

  find(population: string, { days, measure }: Count, node: string): Interval | undefined {
    return this.places.get(placeOf({ population, days, node }))?.counts[measure];
  }

  tells = (count: Count): boolean => this.rowsOf(count).length > 0;

  /** Whether every place and population may as well be nobody. */
  tellsNothing = (count: Count): boolean => this.rowsOf(count).every(({ counts }) => counts[count.measure]![0] === 0);

  put(population: string, { days, measure }: Count, node: string, interval: Interval): void {
    const place = placeOf({ population, days, node });
    const row = this.places.get(place) ?? { population, days, node, counts: {} };
    this.places.set(place, row);
    row.counts[measure] = interval;
  }

  /** Leaves of what a place says over so many days only what stays. */
  keepAt(days: number, node: string, stays: (population: string, count: Count) => boolean): void {
    for (const row of this.places.values()) {
      if (row.days !== days || row.node !== node) continue;
      const kept = Object.entries(row.counts).filter(([measure]) => stays(row.population, { days, measure }));
      row.counts = Object.fromEntries(kept);
    }
  }

  /** Says of a count what `other` says, and nothing else. */
  take(count: Count, other: ToldWeek): void {
    for (const row of this.rowsOf(count)) delete row.counts[count.measure];
    for (const { population, node, counts } of other.rowsOf(count))
      this.put(population, count, node, counts[count.measure]!);
  }

  private rowsOf({ days, measure }: Count): PublishedRow[] {
    return [...this.places.values()].filter((row) => row.days === days && row.counts[measure] !== undefined);
  }
}

const placeOf = ({ population, days, node }: Pick<PublishedRow, 'population' | 'days' | 'node'>) =>
  `${population}/${days}/${node}`;
