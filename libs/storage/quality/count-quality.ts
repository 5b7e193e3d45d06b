import { type EntityManager } from 'typeorm';

/**
 * Counts who acted and is not in the directory, and notes what most of their identifiers look like. A number of people,
 * never a list of them. Safe to repeat.
 */
export async function countUnassigned(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(`delete from quality_count where organization_id = $1 and subject = 'unassigned_people'`, [
    organizationId,
  ]);
  await tx.query(fillUnassigned, [organizationId]);
}

/** The forms are those of domain/quality/identifier-form.ts; a token tells its own, and that of an address the domain. */
const fillUnassigned = `
  insert into quality_count (organization_id, subject, count, mostly)
  with domains as materialized (
    select distinct split_part(a.alias, '.', 2) as name
      from person_alias a join person p on p.organization_id = $1 and p.ordinal = a.ordinal and p.declared
     where a.organization_id = $1 and a.alias like 'a%'
  ),
  -- Accounts bear the number of their source and often an address beside it, by which the directory would know them.
  formed as (
    select case when named.address is null
                  then case when p.key like 'n%' then 'number' else 'user_name' end
                when not exists (select from domains) then 'address'
                when exists (select from domains where name = split_part(named.address, '.', 2)) then 'known_domain'
                else 'other_domain' end as form
      from person p
     cross join lateral (select min(alias) as address
                           from (select p.key union all
                                 select a.alias from person_alias a
                                  where a.organization_id = $1 and a.ordinal = p.ordinal) as known(alias)
                          where alias like 'a%') as named
     where p.organization_id = $1 and not p.bot and not p.declared
       and exists (select from milestone m where m.organization_id = $1 and m.ordinal = p.ordinal and m.kind = 'activated')
  ),
  counted as (select form, count(*) as people, sum(count(*)) over () as everyone from formed group by form)
  select $1, 'unassigned_people', coalesce(max(everyone), 0), max(form) filter (where people * 2 > everyone)
    from counted`;

/** Counts the ids that a source gave to events of several days: each is another event, which may be a mistake. Safe to repeat. */
export async function countRepeatedIds(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(`delete from quality_count where organization_id = $1 and subject = 'repeated_ids'`, [organizationId]);
  await tx.query(
    `
    insert into quality_count (organization_id, subject, source_id, count, last_day)
    select $1, 'repeated_ids', source_id, count(*), max(last_day)
      from (select source_id, id, max(day) as last_day from event where organization_id = $1
             group by source_id, id having count(*) > 1) as repeated
     group by source_id
    `,
    [organizationId],
  );
}
