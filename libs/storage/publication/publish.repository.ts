import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type Interval } from '#domain/mask/bands.js';
import { type MaskNode } from '#domain/mask/mask.js';
import { execute, rowsOf } from '../database.js';
import { bringsOf } from './brings-of.js';

/** One node's published intervals for a population and a window (days 0 = state). */
export interface PublishedRow {
  population: string;
  days: number;
  node: string;
  counts: Record<string, Interval>;
}

export interface WeekHeader {
  sunday: Day;
  /** Last local day that was counted. */
  through: Day;
  provisional: boolean;
  at: Date;
}

/** Replaces what a week publishes, as a whole. */
export async function replaceWeek(
  tx: EntityManager,
  organizationId: string,
  header: WeekHeader,
  nodes: readonly MaskNode[],
  rows: readonly PublishedRow[],
): Promise<void> {
  const week = [organizationId, header.sunday];
  await tx.query(`delete from published_node where organization_id = $1 and week_end = $2`, week);
  await tx.query(`delete from published_count where organization_id = $1 and week_end = $2`, week);
  await tx.query(insertNodes, [...week, JSON.stringify(nodes.map((node, position) => ({ ...node, position })))]);
  await tx.query(
    `insert into published_count (organization_id, population, days, node, week_end, counts)
     select $1, r.population, r.days, r.node, $2, r.counts
       from jsonb_to_recordset($3::jsonb) as r(population text, days smallint, node text, counts jsonb)`,
    [...week, JSON.stringify(rows)],
  );
  await tx.query(
    `insert into published_week (organization_id, week_end, through, provisional, published_at, sources, kinds)
     select $1, $2, $3, $4, $5, ${sourcesCounted},
            -- Others publish again whatever comes later.
            case when class = 'personal'
                 then array(select distinct kind from source_evidence where organization_id = $1 order by kind) end
       from organization where id = $1
     on conflict (organization_id, week_end) do update
        set through = excluded.through, provisional = excluded.provisional, sources = excluded.sources,
            kinds = excluded.kinds, undone_at = null,
            -- Two statements of a week never bear the same time: readers keep what they read by it.
            published_at = greatest(excluded.published_at, published_week.published_at + interval '1 millisecond')`,
    [...week, header.through, header.provisional, header.at],
  );
}

/** Whose files the week was counted from: what waits to be counted is in none of its figures yet. */
const sourcesCounted = `
  case when exists (select from dirty_day d where d.organization_id = $1 and d.day between $2::date - 7 and $2::date + 1)
         or exists (select from dirty_week d where d.organization_id = $1 and d.week_end = $2)
       then coalesce((select sources from published_week p where p.organization_id = $1 and p.week_end = $2), '{}')
       else array(select distinct source_id from import i
                   where i.organization_id = $1 and i.state = 'done' and i.source_id is not null
                     and ${bringsOf('$2::date')}
                   order by source_id) end`;

// Names, countries and waves are declared facts: shown exactly, whatever the size.
const insertNodes = `
  insert into published_node (organization_id, week_end, key, position, parent, kind, entity, name, members, entities, headcount, country, wave)
  with recursive inherited(key, country, wave) as (
    select p.entity_key, e.country, w.wave_key
      from entity_parent p join entity e on e.organization_id = $1 and e.key = p.entity_key
      left join wave_entity w on w.organization_id = $1 and w.entity_key = p.entity_key
     where p.organization_id = $1 and p.parent_key is null and p.valid_from <= $2::date and $2::date < p.valid_to
    union all
    select p.entity_key, coalesce(e.country, i.country), coalesce(w.wave_key, i.wave)
      from inherited i
      join entity_parent p on p.organization_id = $1 and p.parent_key = i.key and p.valid_from <= $2::date and $2::date < p.valid_to
      join entity e on e.organization_id = $1 and e.key = p.entity_key
      left join wave_entity w on w.organization_id = $1 and w.entity_key = p.entity_key
  )
  select $1, $2, n.key, n.position, n.parent, n.kind, n.entity, e.name,
         array(select jsonb_array_elements_text(n.members)), array(select jsonb_array_elements_text(n.entities)),
         n.headcount, i.country, i.wave
    from jsonb_to_recordset($3::jsonb) as n(key text, position integer, parent text, kind text, entity text,
                                            members jsonb, entities jsonb, headcount integer)
    left join entity e on e.organization_id = $1 and e.key = n.entity
    left join inherited i on i.key = n.entity`;

export interface CohortMeasure {
  cohort: Day;
  lag: number;
  people: number;
  active: number;
}

export function cohortMeasures(tx: EntityManager, organizationId: string): Promise<CohortMeasure[]> {
  return rowsOf(
    tx,
    `select cohort, lag, people, active from measure_cohort where organization_id = $1 order by cohort, lag`,
    [organizationId],
  );
}

export interface PublishedCohort {
  cohort: Day;
  cohortEnd: Day;
  lag: number;
  people: Interval;
  active: Interval;
}

/** Last Sunday whose publication is a record; null before the first. */
export async function lastClosedSunday(tx: EntityManager, organizationId: string): Promise<Day | null> {
  const [row] = await rowsOf<{ sunday: Day | null }>(
    tx,
    `select max(week_end) as sunday from mask where organization_id = $1 and closed`,
    [organizationId],
  );
  return row?.sunday ?? null;
}

/** Last Monday of which retention is published; null before the first. */
export async function lastCohortWeek(tx: EntityManager, organizationId: string): Promise<Day | null> {
  const [row] = await rowsOf<{ monday: Day | null }>(
    tx,
    `select max(cohort + lag * 7) as monday from published_cohort where organization_id = $1`,
    [organizationId],
  );
  return row?.monday ?? null;
}

/** What each published Sunday says of the people of the whole organisation who were active in its week. */
export async function activeInWeek(tx: EntityManager, organizationId: string): Promise<ReadonlyMap<Day, Interval>> {
  const rows = await rowsOf<{ sunday: Day; active: Interval }>(
    tx,
    `select c.week_end as sunday, c.counts->'active' as active
       from published_count c
       join published_node n on n.organization_id = $1 and n.week_end = c.week_end and n.key = c.node and n.parent is null
      where c.organization_id = $1 and c.population = 'everyone' and c.days = 7 and c.counts ? 'active'`,
    [organizationId],
  );
  return new Map(rows.map(({ sunday, active }) => [sunday, active]));
}

/** Replaces the retention of every week after a Monday (null = all). */
export async function replaceCohorts(
  tx: EntityManager,
  organizationId: string,
  rows: readonly PublishedCohort[],
  after: Day | null,
): Promise<void> {
  await tx.query(
    `delete from published_cohort where organization_id = $1 and ($2::date is null or cohort + lag * 7 > $2::date)`,
    [organizationId, after],
  );
  await tx.query(
    `insert into published_cohort (organization_id, cohort, cohort_end, lag, people, active)
     select $1, r.cohort, r."cohortEnd", r.lag,
            array[(r.people->>0)::integer, (r.people->>1)::integer], array[(r.active->>0)::integer, (r.active->>1)::integer]
       from jsonb_to_recordset($2::jsonb) as r(cohort date, "cohortEnd" date, lag smallint, people jsonb, active jsonb)`,
    [organizationId, JSON.stringify(rows)],
  );
}

/** Closes the cells of a published week: from now on they are a record. */
export function closeMask(tx: EntityManager, organizationId: string, sunday: Day): Promise<number> {
  return execute(tx, `update mask set closed = true where organization_id = $1 and week_end = $2`, [
    organizationId,
    sunday,
  ]);
}

/** Whether a closed week was published without anybody planned, and people of a plan are counted in it now. */
export async function awaitsPlan(tx: EntityManager, organizationId: string, sunday: Day): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    `select from mask m
      where m.organization_id = $1 and m.week_end = $2 and m.closed
        and exists (select from measure_state s
                     where s.organization_id = $1 and s.week_end = $2 and s.population = 'planned')
        and exists (select from published_week w
                     where w.organization_id = $1 and w.week_end = $2 and not w.provisional)
        and not exists (select from published_count c
                         where c.organization_id = $1 and c.week_end = $2
                           and (c.population in ('planned', 'opened') or c.population like 'wave-%'
                                or c.population = 'everyone' and c.days = 0 and (c.counts->'planned'->>1)::integer > 0))`,
    [organizationId, sunday],
  );
  return rows.length > 0;
}

/** What a week says now. */
export function publishedRows(tx: EntityManager, organizationId: string, sunday: Day): Promise<PublishedRow[]> {
  return rowsOf(
    tx,
    `select population, days, node, counts from published_count where organization_id = $1 and week_end = $2`,
    [organizationId, sunday],
  );
}
