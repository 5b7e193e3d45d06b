/** Days on which the ledger holds something that import $3 of source $2 brought, first or after another. */
export const daysBrought = `
  select distinct day from event where organization_id = $1 and source_id = $2 and import_id = $3
  union
  select distinct day from event_also where organization_id = $1 and source_id = $2 and import_id = $3
  order by day
`;

/**
 * Gives the events of import $3 that somebody else brought too to that other: a live source (0) before any file, since
 * it cannot be undone, else the earliest of the files. Returns how many; no day changes by it.
 */
export const transferEvents = `
  with heir as (
    select also.day, also.id, min(also.import_id) as import_id
      from event_also also
     where also.organization_id = $1 and also.source_id = $2 and also.import_id <> $3 and also.day = any($4::date[])
     group by also.day, also.id
  ), given as (
    update event
       set import_id = nullif(heir.import_id, 0)
      from heir
     where event.organization_id = $1 and event.source_id = $2 and event.import_id = $3 and event.day = any($4::date[])
       and event.day = heir.day and event.id = heir.id
    returning event.day, event.id, heir.import_id
  ), forgotten as (
    delete from event_also also
     using given
     where also.organization_id = $1 and also.source_id = $2
       and also.day = given.day and also.id = given.id and also.import_id = given.import_id
  )
  select count(*)::integer as events from given
`;

/**
 * Removes what only import $3 brought. Returns how many events of which days, and whether groups or exchanges were
 * counted from any: of one of the kinds $5, in a group, or about somebody or something said before.
 */
export const deleteEvents = `
  with gone as (
    delete from event
     where organization_id = $1 and source_id = $2 and import_id = $3 and day = any($4::date[])
    returning day, kind = any($5::smallint[]) or coalesce(group_key, parent, target) is not null as shared
  )
  select day, count(*)::integer as events, bool_or(shared) as shared from gone group by day order by day
`;

export const forgetAlso = `
  delete from event_also
   where organization_id = $1 and source_id = $2 and import_id = $3 and day = any($4::date[])
`;

/** A day that the undone import did not set stays. */
export const lowerDeclared = `
  with rest as (
    select max(complete_through) as day from import
     where organization_id = $1 and id <> $2 and state in ('done', 'failed', 'cancelled')
  )
  update organization o
     set declared_through = rest.day
    from import undone, rest
   where o.id = $1 and undone.organization_id = $1 and undone.id = $2
     and o.declared_through = undone.complete_through
     and not exists (select from mask
                      where organization_id = $1 and closed and week_end > coalesce(rest.day, '-infinity'))
`;

/** Imports, and 0 for live sources, that brought events of which import $3 of source $2 was the first to bring them. */
export const alsoBrought = `
  select also.import_id as "importId", count(*)::integer as events
    from event
    join event_also also using (organization_id, day, source_id, id)
   where event.organization_id = $1 and event.source_id = $2 and event.import_id = $3
     and event.day between $4::date and $5::date and also.import_id <> $3
   group by also.import_id
   order by also.import_id
`;

/**
 * Of the events that import $3 of source $2 was the first to bring, those that nobody else brought, and the others; the
 * imports $6, which go too, are nobody.
 */
export const countUndo = `
  select count(*) filter (where not is_shared)::integer as leaving, count(*) filter (where is_shared)::integer as staying
    from (
      select exists (select from event_also also
                      where also.organization_id = $1 and also.source_id = $2 and also.import_id <> $3 and also.import_id <> all($6::integer[])
                        and also.day = event.day and also.id = event.id) as is_shared
        from event
       where organization_id = $1 and source_id = $2 and import_id = $3 and day between $4::date and $5::date
    ) as own
`;
