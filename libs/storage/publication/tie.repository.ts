import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { rowsOf } from '../database.js';

/** Interactions from one set of at least 200 people to another; a pair that is absent is not shown, which is not zero. */
export interface PublishedTie {
  source: string;
  target: string;
  interactions: number;
}

/** Replaces what a week says of ties between places. */
export async function replaceTies(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  days: number,
  ties: readonly PublishedTie[],
): Promise<void> {
  await tx.query(`delete from published_tie where organization_id = $1 and week_end = $2`, [organizationId, sunday]);
  await tx.query(
    `insert into published_tie (organization_id, week_end, days, source, target, interactions)
     select $1, $2, $3, t.source, t.target, array[t.interactions, t.interactions]
       from jsonb_to_recordset($4::jsonb) as t(source text, target text, interactions integer)`,
    [organizationId, sunday, days, JSON.stringify(ties)],
  );
}

export function publishedTies(db: DataSource, organizationId: string, sunday: Day): Promise<PublishedTie[]> {
  return rowsOf(
    db,
    `select source, target, interactions[1] as interactions
       from published_tie where organization_id = $1 and week_end = $2 order by source, target`,
    [organizationId, sunday],
  );
}

export interface PublishedInfluence {
  weekEnd: Day;
  people: number;
  risk: number | null;
}

/** The newest not after a week; null before the first block ends. */
export async function publishedInfluence(
  db: DataSource,
  organizationId: string,
  sunday: Day,
): Promise<PublishedInfluence | null> {
  const [row] = await rowsOf<PublishedInfluence>(
    db,
    `select week_end as "weekEnd", people, risk from published_influence
      where organization_id = $1 and week_end <= $2 order by week_end desc limit 1`,
    [organizationId, sunday],
  );
  return row ?? null;
}

/** People and ambassadors by site, trade and level: declared. */
export interface ProfileRow {
  dimension: 'site' | 'trade' | 'level';
  category: string;
  people: number;
  ambassadors: number;
}

export function publishedProfile(db: DataSource, organizationId: string, sunday: Day): Promise<ProfileRow[]> {
  return rowsOf(
    db,
    `select dimension, category, people, ambassadors from published_profile
      where organization_id = $1 and week_end = $2 order by dimension, people desc, category`,
    [organizationId, sunday],
  );
}
