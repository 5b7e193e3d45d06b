import { type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { type windows } from '#domain/calendar/windows.js';
import { deedMeasures } from '#domain/communities/exchange-measures.js';
import { hourOfWeek } from '#domain/indicators/hour-of-week.js';
import { isCell, type Mask } from '#domain/mask/mask.js';
import { countEntitiesExactly, countPlacesExactly, type ExactEntity } from '#storage/exact/exact.repository.js';
import { type MeasureRow } from '#storage/measures/read-measures.js';
import { parts } from '../publication/publish-parts.js';

export type ProvenWindow = (typeof windows)[number];

const volumes = new Set(['login_days', 'login_exposure']);
const ends: Record<string, (one: number, other: number) => number> = { fewest_days: Math.min, most_days: Math.max };
/** Proven with who did them, one by one (exact-deeds.ts). */
const deeds: ReadonlySet<string> = new Set(deedMeasures);
const habits = new Set(['exposed', 'used', 'novice', 'habitual', 'power', 'engaged_days', 'due_return', 'returned']);
const outside = '~unassigned';

/** What the measures of a week must be: everything that the operator's door counts, entity by entity, added up by cell. */
export async function exactMeasures(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  mask: Mask,
  of: readonly ProvenWindow[],
): Promise<MeasureRow[]> {
  const cells = new Map(
    mask.nodes
      .filter(isCell)
      .flatMap((node) => [...node.entities, ...node.vacant].map((entity) => [entity, node.key] as const)),
  );
  const sums = new Sums();
  for (const [index, days] of of.entries()) {
    const rows = await countEntitiesExactly(tx, organizationId, addDays(sunday, 1 - days), sunday, {
      workingDays: days === 28,
    });
    for (const row of rows) {
      const cell = row.entity === null ? outside : cells.get(row.entity);
      // An organisation below k has no cell at all: nobody of its directory is counted.
      if (cell !== undefined) addRow(sums, row, cell, days, index === 0);
    }
    if (days === 28) await addPlaces(tx, organizationId, sunday, cells, sums);
  }
  return sums.rows();
}

function addRow(sums: Sums, row: ExactEntity, cell: string, days: ProvenWindow, withState: boolean): void {
  for (const [column, value] of Object.entries(row)) {
    const [frame, measure] = column.split('.');
    if (!frame || !measure || value === null || deeds.has(measure)) continue;
    if (frame === 'state') {
      if (withState) sums.add(row.population, 0, cell, measure, Number(value));
    } else if (parts.has(frame)) {
      if (row.population === 'everyone') sums.add(frame, days, cell, measure, Number(value));
    } else if (ends[measure]) {
      if (days === 28 && row.population === 'everyone') sums.end('volume', 28, cell, measure, Number(value));
    } else if (volumes.has(measure)) {
      if (days === 28 && row.population === 'everyone') sums.add('volume', 28, cell, measure, Number(value));
    } else if (isCounted(row.population, days, measure)) {
      // Presence on working days is counted over four weeks only.
      sums.add(row.population, days, cell, measure, measure === 'daily' && days !== 28 ? 0 : Number(value));
    }
  }
}

/** Habit is that of the directory; over twelve weeks nothing else is counted. */
function isCounted(population: string, days: number, measure: string): boolean {
  return habits.has(measure) ? population !== 'unassigned' : days !== 84;
}

/** What entities saw, whoever stands there now. */
async function addPlaces(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  cells: ReadonlyMap<string, string>,
  sums: Sums,
): Promise<void> {
  const { places, hours } = await countPlacesExactly(tx, organizationId, addDays(sunday, -27), sunday);
  for (const { entity, ...counts } of places) {
    const cell = cells.get(String(entity));
    if (cell === undefined) continue;
    for (const [measure, value] of Object.entries(counts))
      if (!deeds.has(measure)) sums.add('volume', 28, cell, measure, Number(value));
    for (let hour = 0; hour < 168; hour++) sums.add('rhythm', 28, cell, hourOfWeek(hour), 0);
  }
  for (const { entity, hour, people } of hours) {
    const cell = cells.get(entity);
    if (cell !== undefined) sums.add('rhythm', 28, cell, hourOfWeek(hour), people);
  }
}

class Sums {
  private readonly places = new Map<string, MeasureRow>();

  add(population: string, days: number, cell: string, measure: string, value: number): void {
    const key = `${population}/${days}/${cell}`;
    const row = this.places.get(key) ?? { population, days, cell, counts: {} };
    this.places.set(key, row);
    row.counts[measure] = (row.counts[measure] ?? 0) + value;
  }

  /** The fewest or the most of all. */
  end(population: string, days: number, cell: string, measure: string, value: number): void {
    const known = this.places.get(`${population}/${days}/${cell}`)?.counts[measure];
    this.add(population, days, cell, measure, known === undefined ? value : ends[measure]!(known, value) - known);
  }

  rows(): MeasureRow[] {
    return [...this.places.values()];
  }
}
