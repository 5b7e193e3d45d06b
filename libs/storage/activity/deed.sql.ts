/** Each entity's zone, its own or the nearest one above; $1 organisation, $4 the organisation's zone. */
export const zones = `
  zone(key, timezone) as (
    select p.entity_key, coalesce(e.timezone, $4)
      from entity_parent p join entity e on e.organization_id = p.organization_id and e.key = p.entity_key
     where p.organization_id = $1 and p.parent_key is null and p.valid_to = 'infinity'
    union all
    select p.entity_key, coalesce(e.timezone, z.timezone)
      from zone z
      join entity_parent p on p.organization_id = $1 and p.parent_key = z.key and p.valid_to = 'infinity'
      join entity e on e.organization_id = p.organization_id and e.key = p.entity_key
  )`;

interface DeedFilter {
  /** Columns of the event, beside those that every reader needs. */
  columns?: readonly string[];
  /** Kinds read: a condition on `e.kind`, or all. */
  kinds?: string;
  reaction: string;
  removed: string;
  /** Kinds of which is told whom they reached: a condition on `d.kind`, or all. */
  addressed?: string;
}

/**
 * What counts of the local days [$2, $3), of organisation $1 with zone $4: the tables `done` (with `reached`, the person
 * addressed) and what leads to it, for a `with recursive`. The only place that says what does not count (rules 1.2):
 * deeds of bots, a reaction removed on the same local day, a reaction to oneself.
 *
 * A UTC day touches the local days before, on and after it, so the filter on the local day comes last; the events are
 * read and placed once.
 */
export const countedDeeds = ({ columns = [], kinds = 'true', reaction, removed, addressed = 'true' }: DeedFilter) => `
  ${zones},
  who as materialized (
    select a.alias, a.ordinal
      from person_alias a join person p on p.organization_id = a.organization_id and p.ordinal = a.ordinal
     where a.organization_id = $1 and not p.bot
  ),
  deed as materialized (
    select w.ordinal, s.entity_key, coalesce(z.timezone, $4) as timezone,
           (e.occurred_at at time zone coalesce(z.timezone, $4))::date as day,
           e.occurred_at, e.kind, e.quantity, e.object, e.target${columns.map((column) => `, ${column}`).join('')}
      from event e
      join who w on w.alias = e.actor
      left join assignment s on s.organization_id = $1 and s.ordinal = w.ordinal and s.valid_from <= e.day and e.day < s.valid_to
      left join zone z on z.key = s.entity_key
     where e.organization_id = $1 and e.day between $2::date - 1 and $3::date and ${kinds}
  ),
  removed as materialized (
    select ordinal, object, day, count(*) as times from deed where kind = ${removed} and object is not null group by 1, 2, 3
  ),
  cancelled as materialized (
    select r.ordinal, r.object, r.day
      from removed r join deed d using (ordinal, object, day)
     where d.kind = ${reaction}
     group by r.ordinal, r.object, r.day, r.times
    having r.times >= count(*)
  ),
  done as materialized (
    select d.*, t.ordinal as reached
      from deed d
      left join who t on ${addressed} and t.alias = d.target
      left join cancelled c on d.kind = ${reaction} and c.ordinal = d.ordinal and c.object = d.object and c.day = d.day
     where d.day >= $2::date and d.day < $3::date
       and c.ordinal is null
       and (d.kind <> ${reaction} or t.ordinal is distinct from d.ordinal)
  )`;
