import { type DataSource, type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type VoiceBlock } from '#domain/communities/voice-trend.js';
import { type Interval } from '#domain/mask/bands.js';
import { rowsOf } from '../database.js';

/** What may be read of one group in one week. */
export interface PublishedCommunity {
  group: string;
  facts: { createdOn: Day | null; owned: boolean | null; described: boolean | null };
  counts: Record<string, Interval>;
}

/** Replaces what a week publishes of groups, as a whole. */
export async function replaceCommunities(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  communities: readonly PublishedCommunity[],
): Promise<void> {
  await tx.query(`delete from published_community where organization_id = $1 and week_end = $2`, [
    organizationId,
    sunday,
  ]);
  await tx.query(
    `insert into published_community (organization_id, week_end, group_key, facts, counts)
     select $1, $2, r.group, r.facts, r.counts
       from jsonb_to_recordset($3::jsonb) as r("group" text, facts jsonb, counts jsonb)`,
    [organizationId, sunday, JSON.stringify(communities)],
  );
}

/** A published group with its declared name. `weekEnd` = the Sunday that it speaks of. */
export interface NamedCommunity extends PublishedCommunity {
  name: string;
  kind: string | null;
  plannedMonths: number | null;
  weekEnd: Day;
}

/** Of each group the newest week within four weeks of a Sunday: small groups are published at block ends only. */
export function latestCommunities(db: DataSource, organizationId: string, sunday: Day): Promise<NamedCommunity[]> {
  return rowsOf(
    db,
    `select distinct on (c.group_key) c.group_key as "group", c.week_end as "weekEnd", c.facts, c.counts,
            coalesce(g.name, c.group_key) as name, g.kind,
            g.planned_months as "plannedMonths"
       from published_community c
       left join network_group g on g.organization_id = $1 and g.key = c.group_key
      where c.organization_id = $1 and c.week_end <= $2::date and c.week_end > $2::date - 28
      order by c.group_key, c.week_end desc`,
    [organizationId, sunday],
  );
}

/** What groups published of the four-week blocks of a year, up to a Sunday: windows of 28 days that share no day. */
export function communityBlocks(db: DataSource, organizationId: string, sunday: Day): Promise<VoiceBlock[]> {
  return rowsOf(
    db,
    `select group_key as "group", week_end as "weekEnd", counts
       from published_community
      where organization_id = $1 and week_end <= $2::date and week_end > $2::date - 364
            and (week_end - date '2018-01-28') % 28 = 0 and counts ? 'other_replied'
      order by group_key, week_end`,
    [organizationId, sunday],
  );
}

/** Names of all groups by key. */
export async function groupNames(db: DataSource, organizationId: string): Promise<Map<string, string>> {
  const rows = await rowsOf<{ key: string; name: string }>(
    db,
    `select key, name from network_group where organization_id = $1`,
    [organizationId],
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}
