import { type DataSource } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { type EventKind, eventKinds } from '#domain/events/kind.js';
import { type IdentifierForm } from '#domain/quality/identifier-form.js';
import { rowsOf } from '../database.js';
import { type SourceKind } from '../source/sources.js';

/** What is known of one source, over the 91 days that end with its last one; nothing of any person. */
export interface SourceQuality {
  id: number;
  name: string;
  kind: SourceKind;
  /** First and last UTC day with an event, however long ago: the first of those that tell what people do. */
  firstDay: Day | null;
  lastDay: Day | null;
  /** First day of what the next three numbers speak of. */
  since: Day | null;
  events: number;
  approximate: number;
  unassigned: number;
  /** Of the last 91 days of arrival. */
  conflicts: number;
  lastConflict: Date | null;
  ahead: number;
  aheadSeconds: number | null;
  /** Ids that stand on several days, and the last of these. */
  repeatedIds: number;
  lastRepeat: Day | null;
}

const sourcesSql = `
  with span as materialized (
    select source_id, coalesce(min(day) filter (where events > founding), min(day)) as first_day, max(day) as last_day
      from source_day where organization_id = $1 group by 1
  ),
  counted as materialized (
    select d.source_id, min(d.day) as since, sum(d.events) as events, sum(d.approximate) as approximate,
           sum(d.unassigned) as unassigned
      from source_day d join span s on s.source_id = d.source_id
     where d.organization_id = $1 and d.day > s.last_day - 91 and d.day >= s.first_day
     group by 1
  ),
  arrived as materialized (
    select source_id, sum(conflicts) as conflicts, max(hour) filter (where conflicts > 0) as last_conflict,
           sum(ahead) as ahead, max(ahead_seconds) as ahead_seconds
      from source_hour where organization_id = $1 and hour > $2::timestamptz - interval '91 days'
     group by 1
  )
  select o.id, o.name, o.kind, s.first_day as "firstDay", s.last_day as "lastDay", c.since,
         coalesce(c.events, 0) as events, coalesce(c.approximate, 0) as approximate, coalesce(c.unassigned, 0) as unassigned,
         coalesce(a.conflicts, 0)::bigint as conflicts, a.last_conflict as "lastConflict", coalesce(a.ahead, 0)::bigint as ahead,
         a.ahead_seconds as "aheadSeconds", coalesce(r.count, 0) as "repeatedIds", r.last_day as "lastRepeat"
    from source o
    left join span s on s.source_id = o.id
    left join counted c on c.source_id = o.id
    left join arrived a on a.source_id = o.id
    left join quality_count r on r.organization_id = $1 and r.subject = 'repeated_ids' and r.source_id = o.id
   where o.organization_id = $1
   order by o.kind <> 'http', lower(o.name), o.id`;

/** Live sources first, by name. */
export function sourceQualities(db: DataSource, organizationId: string, now: Date): Promise<SourceQuality[]> {
  return rowsOf(db, sourcesSql, [organizationId, now]);
}

/** Events by UTC day of each source, without those of how groups and accounts came to be; days without any are left out. */
export async function eventsByDay(db: DataSource, organizationId: string): Promise<Map<number, Map<Day, number>>> {
  const rows = await rowsOf<{ source: number; day: Day; events: number }>(
    db,
    `select source_id as source, day, events - founding as events from source_day
      where organization_id = $1 and events > founding`,
    [organizationId],
  );
  const bySource = new Map<number, Map<Day, number>>();
  for (const { source, day, events } of rows) {
    const days = bySource.get(source) ?? new Map<Day, number>();
    bySource.set(source, days.set(day, events));
  }
  return bySource;
}

/** Kinds that each source has ever told. */
export async function kindsBySource(db: DataSource, organizationId: string): Promise<Map<number, EventKind[]>> {
  const rows = await rowsOf<{ source: number; kinds: number[] }>(
    db,
    `select source_id as source, array_agg(kind order by kind) as kinds from source_evidence where organization_id = $1 group by 1`,
    [organizationId],
  );
  return new Map(rows.map(({ source, kinds }) => [source, kinds.flatMap((kind) => eventKinds[kind] ?? [])]));
}

/** Formats of the files, or of what is fetched, of each source: what was undone is not counted. */
export async function formatsBySource(db: DataSource, organizationId: string): Promise<Map<number, string[]>> {
  const rows = await rowsOf<{ source: number; formats: string[] }>(
    db,
    `select source_id as source, array_agg(distinct kind order by kind) as formats
       from (select source_id, kind from import
              where organization_id = $1 and source_id is not null and state <> 'undone'
             union all
             select source_id, kind from pull_source where organization_id = $1) as brought
      group by 1`,
    [organizationId],
  );
  return new Map(rows.map(({ source, formats }) => [source, formats]));
}

/** Who acted and is in no directory: a number, and what most of their identifiers look like. */
export interface UnassignedPeople {
  count: number;
  mostly: IdentifierForm | null;
  countedAt: Date;
}

/** Null while nothing was counted. */
export async function unassignedPeople(db: DataSource, organizationId: string): Promise<UnassignedPeople | null> {
  const [row] = await rowsOf<UnassignedPeople>(
    db,
    `select count, mostly, counted_at as "countedAt" from quality_count
      where organization_id = $1 and subject = 'unassigned_people'`,
    [organizationId],
  );
  return row ?? null;
}

/** Lines of the last import of a kind that were refused for one reason. */
export interface RefusedLines {
  import: number;
  kind: string;
  fileName: string;
  /** Of its events; null where it holds none. */
  source: number | null;
  code: 'unknown_entity' | 'future_timestamp';
  lines: number;
  finishedAt: Date;
}

/** Of each kind of file the last that went in: what an earlier one had wrong, a later one may have mended. */
export function refusedLines(db: DataSource, organizationId: string): Promise<RefusedLines[]> {
  return rowsOf(
    db,
    `
    with latest as materialized (
      select distinct on (kind, source_id) id, kind, file_name, source_id, finished_at from import
       where organization_id = $1 and state = 'done' and options->>'dryRun' is distinct from 'true'
       order by kind, source_id, id desc
    )
    select l.id as import, l.kind, l.file_name as "fileName", l.source_id as source, r.code, count(*) as lines, l.finished_at as "finishedAt"
      from latest l join import_reject r on r.organization_id = $1 and r.import_id = l.id
     where r.code in ('unknown_entity', 'future_timestamp')
     group by l.id, l.kind, l.file_name, l.source_id, l.finished_at, r.code
     order by l.id desc, r.code
    `,
    [organizationId],
  );
}

/** Holidays of more countries would leave few days to look at. */
const mostCountries = 5;

/**
 * What explains a silence: the countries of the organisation, that of the seat first, then those of most entities, each its
 * own or from above; and the exceptional events declared for everybody.
 */
export async function calendarOf(
  db: DataSource,
  organizationId: string,
): Promise<{ countries: string[]; shocks: { from: Day; to: Day }[] }> {
  const countries = await rowsOf<{ country: string }>(
    db,
    `
    with recursive tree(key, country) as (
      select e.key, e.country
        from entity_parent p join entity e on e.organization_id = $1 and e.key = p.entity_key
       where p.organization_id = $1 and p.parent_key is null and p.valid_to = 'infinity'
      union all
      select e.key, coalesce(e.country, t.country)
        from tree t
        join entity_parent p on p.organization_id = $1 and p.parent_key = t.key and p.valid_to = 'infinity'
        join entity e on e.organization_id = $1 and e.key = p.entity_key
    )
    select said.country
      from (select country, count(*) as entities, false as seats from tree where country is not null group by 1
             union all
            select country, 0, true from organization where id = $1 and country is not null) as said
     group by 1 order by bool_or(seats) desc, sum(entities) desc, 1 limit $2
    `,
    [organizationId, mostCountries],
  );
  const shocks = await rowsOf<{ from: Day; to: Day }>(
    db,
    `select starts_on as "from", ends_on as "to" from shock where organization_id = $1 and entities = '{}'`,
    [organizationId],
  );
  return { countries: countries.map(({ country }) => country), shocks };
}
