import { type EntityManager } from 'typeorm';
import { type Day } from '#domain/calendar/day.js';

/** Kinds of events whose time a format of files does not know: an index of the list of kinds each. */
export interface ApproximateKinds {
  format: string;
  kind: number;
}

/**
 * Counts the events of each source on these UTC days again, both ends included: how many there are, how many have only
 * an approximate time, and how many were done by somebody whom the directory does not name. Safe to repeat.
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
  ]);
}

const fillSourceDays = `
  insert into source_day (organization_id, source_id, day, events, approximate, unassigned)
  with vague as materialized (select * from unnest($4::text[], $5::smallint[]) as v(format, kind)),
  brought as materialized (
    select id, kind as format,
           options->>'grain' = 'day' or jsonb_typeof(options->'counts') = 'object' as by_day
      from import where organization_id = $1
  )
  select $1, e.source_id, e.day, count(*),
         count(*) filter (where e.quantity > 1 or b.by_day or v.format is not null),
         count(*) filter (where p.ordinal is null or not p.declared and not p.bot)
    from event e
    left join brought b on b.id = e.import_id
    left join vague v on v.format = b.format and v.kind = e.kind
    left join person_alias a on a.organization_id = $1 and a.alias = alias_of(e.actor)
    left join person p on p.organization_id = $1 and p.ordinal = a.ordinal
   where e.organization_id = $1 and e.day between $2::date and $3::date
   group by e.source_id, e.day`;
