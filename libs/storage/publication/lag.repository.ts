import { type DataSource, type EntityManager } from 'typeorm';
import { type Day, endsBlock } from '#domain/calendar/day.js';
import { type LagKind } from '#domain/lags/lag.js';
import { type LagPlace } from '#domain/lags/lag-tree.js';
import { rowsOf } from '../database.js';

/** What is published of one kind of lag in one place, which joins cells of the week. */
export interface StoredLagPlace extends LagPlace {
  kind: LagKind;
}

/** The Sunday as of which lags are published; null before the first. */
export async function lagsAsOf(db: DataSource | EntityManager, organizationId: string): Promise<Day | null> {
  const [row] = await rowsOf<{ sunday: Day | null }>(
    db,
    `select max(week_end) as sunday from published_lag where organization_id = $1`,
    [organizationId],
  );
  return row?.sunday ?? null;
}

/** What is published of one kind of lag, parents before children. */
export function publishedLags(db: DataSource, organizationId: string, kind: LagKind): Promise<LagPlace[]> {
  return rowsOf(
    db,
    `select node, parent, cells, bins from published_lag where organization_id = $1 and kind = $2 order by position`,
    [organizationId, kind],
  );
}

/** Replaces everything published of lags. */
export async function replaceLags(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  places: readonly StoredLagPlace[],
): Promise<void> {
  await tx.query(`delete from published_lag where organization_id = $1`, [organizationId]);
  await tx.query(
    `insert into published_lag (organization_id, week_end, kind, node, position, parent, cells, bins)
     select $1, $2, r.kind, r.node, r.position, r.parent, array(select jsonb_array_elements_text(r.cells)), r.bins
       from jsonb_to_recordset($3::jsonb) as r(kind text, node text, position integer, parent text, cells jsonb, bins jsonb)`,
    [organizationId, sunday, JSON.stringify(places.map((place, position) => ({ ...place, position })))],
  );
}

/** Last Sunday that ends a four-week block and whose publication is a record; null before the first. */
export async function lastClosedBlockEnd(tx: EntityManager, organizationId: string): Promise<Day | null> {
  const rows = await rowsOf<{ sunday: Day }>(
    tx,
    `select week_end as sunday from mask where organization_id = $1 and closed order by week_end desc`,
    [organizationId],
  );
  return rows.find(({ sunday }) => endsBlock(sunday))?.sunday ?? null;
}
