import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';

export interface SourcePulse {
  id: number;
  hour: Date;
  received: number;
  accepted: number;
  duplicates: number;
  rejected: number;
  lagSeconds: number | null;
}

/** What came from each source in the hour that holds an instant. */
export const sourcePulses = (db: DataSource, organizationId: string, now: Date): Promise<SourcePulse[]> =>
  rowsOf(
    db,
    `select source_id as id, hour, received, accepted, duplicates, rejected, lag_seconds as "lagSeconds"
       from source_hour where organization_id = $1 and hour = date_trunc('hour', $2::timestamptz) order by source_id`,
    [organizationId, now],
  );

/** The newest closed week that is published; null before the first. */
export async function newestWeek(
  db: DataSource,
  organizationId: string,
): Promise<{ weekEnd: Day; publishedAt: Date } | null> {
  const [row] = await rowsOf<{ weekEnd: Day; publishedAt: Date }>(
    db,
    `select week_end as "weekEnd", published_at as "publishedAt" from published_week
      where organization_id = $1 and not provisional order by week_end desc limit 1`,
    [organizationId],
  );
  return row ?? null;
}
