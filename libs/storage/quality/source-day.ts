import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';
import { foundingKinds, kindIndex } from '#domain/events/kind.js';

/** Kinds of events whose time a format of files does not know: an index of the list of kinds each. */
export interface ApproximateKinds {
  format: string;
  kind: number;
}

/**
 * Counts the events of each source on these UTC days again, both ends included: how many there are, how many have only
 * an approximate time, how many were done by somebody whom the directory does not name, and how many only tell how a
 * group or an account came to be. Safe to repeat.
 */
export async function rebuildSourceDays(
  tx: EntityManager,
  organizationId: string,
  from: Day,
  to: Day,
  approximate: readonly ApproximateKinds[],
): Promise<void> {
  await tx.query(`delete from source_day where organization_id = $1 and day between $2::date and $3::date`, [
    organizationId,
    from,
    to,
  ]);
  await tx.query(fillSourceDays, [
    organizationId,
    from,
    to,
    approximate.map(({ format }) => format),
    approximate.map(({ kind }) => kind),
    foundingKinds.map(kindIndex),
  ]);
}

// Sets to look in rather than joins: half the time, and every actor of a rebuilt day has an alias by then.
const fillSourceDays = `
  insert into source_day (organization_id, source_id, day, events, approximate, unassigned, founding)
  with vague as materialized (
    select i.id, v.kind from import i join unnest($4::text[], $5::smallint[]) as v(format, kind) on v.format = i.kind
     where i.organization_id = $1
  ),
  vague_fetched as materialized (
    select f.source_id, v.kind from pull_source f join unnest($4::text[], $5::smallint[]) as v(format, kind) on v.format = f.kind
     where f.organization_id = $1
  ),
  by_day as materialized (
    select id from import
     where organization_id = $1 and (options->>'grain' = 'day' or jsonb_typeof(options->'counts') = 'object'
                                    or options->>'dateFormat' !~* 'h')
  ),
  stranger as materialized (
    select a.alias from person p join person_alias a on a.organization_id = $1 and a.ordinal = p.ordinal
     where p.organization_id = $1 and not p.declared and not p.bot
  )
  select $1, source_id, day, count(*),
         count(*) filter (where quantity > 1 or import_id in (select id from by_day)
                             or (import_id, kind) in (select id, kind from vague)
                             or import_id is null and (source_id, kind) in (select source_id, kind from vague_fetched)),
         count(*) filter (where actor in (select alias from stranger)),
         count(*) filter (where kind = any($6::smallint[]))
    from event
   where organization_id = $1 and day between $2::date and $3::date
   group by source_id, day`;
