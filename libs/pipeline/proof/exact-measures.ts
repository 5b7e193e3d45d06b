import { type EntityManager } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { type windows } from '#domain/calendar/windows.js';
import { isCell, type Mask } from '#domain/mask/mask.js';
import { countEntitiesExactly, type ExactEntity } from '#storage/exact/exact.repository.js';
import { type MeasureRow } from '#storage/measures/measures.repository.js';

export type ProvenWindow = (typeof windows)[number];

const volumes = new Set(['login_days', 'login_exposure', 'active_days', 'active_exposure']);
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
  }
  return sums.rows();
}

function addRow(sums: Sums, row: ExactEntity, cell: string, days: ProvenWindow, withState: boolean): void {
  for (const [column, value] of Object.entries(row)) {
    const [frame, measure] = column.split('.');
    if (!measure) continue;
    if (frame === 'state') {
      if (withState) sums.add(row.population, 0, cell, measure, Number(value));
    } else if (volumes.has(measure)) {
      if (days === 28 && row.population === 'everyone') sums.add('volume', 28, cell, measure, Number(value));
    } else {
      // Presence on working days is counted over four weeks only.
      sums.add(row.population, days, cell, measure, measure === 'daily' && days !== 28 ? 0 : Number(value));
    }
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

  rows(): MeasureRow[] {
    return [...this.places.values()];
  }
}
