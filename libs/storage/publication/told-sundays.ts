import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Interval } from '#domain/mask/bands.js';
import { type MaskNode } from '#domain/mask/mask.js';
import { rowsOf } from '../database.js';

/** A closed Sunday: its places, and what it told of the people there. */
export interface ToldSunday {
  sunday: Day;
  /** The organisation's k then. */
  k: number;
  nodes: MaskNode[];
  /** By window (0 = state) and place. */
  told: { population: string; days: number; node: string; counts: Record<string, Interval> }[];
}

/** Closed Sundays beside one, with those of their counts that are named. */
export async function toldBeside(
  tx: EntityManager,
  organizationId: string,
  sunday: Day,
  measures: readonly string[],
): Promise<ToldSunday[]> {
  const masks = await rowsOf<{ sunday: Day; k: number; nodes: MaskNode[] }>(
    tx,
    `select week_end as sunday, k, nodes from mask m
      where organization_id = $1 and week_end <> $2 and closed
        and exists (select from mask_member r where r.organization_id = $1 and r.week_end = m.week_end)
      order by week_end`,
    [organizationId, sunday],
  );
  const rows = await rowsOf<ToldSunday['told'][number] & { sunday: Day }>(
    tx,
    `select week_end as sunday, population, days, node,
            (select jsonb_object_agg(name, counts->name) from unnest($3::text[]) as name where counts ? name) as counts
       from published_count
      where organization_id = $1 and week_end = any($2::date[]) and counts ?| $3::text[]`,
    [organizationId, masks.map((mask) => mask.sunday), measures],
  );
  const told = new Map(masks.map((mask): [Day, ToldSunday] => [mask.sunday, { ...mask, told: [] }]));
  for (const { sunday, ...row } of rows) told.get(sunday)!.told.push(row);
  return [...told.values()];
}
