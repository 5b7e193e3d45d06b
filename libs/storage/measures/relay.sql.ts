import { relayCriteria } from '#domain/network/relays.js';

/** $1 organisation, $2 Sunday: everyone of the roster with what makes a relay of somebody; in memory only. */
export const relayMembers = (days: number) => `
  with done as (
    select ordinal,
           bool_or(active_days <> 0) as active,
           count(*) filter (where acts > 0 and week > $2::date - ${7 * relayCriteria.ofWeeks})::integer as weeks
      from activity_week where organization_id = $1 and week > $2::date - ${days} and week <= $2::date
     group by ordinal
  ),
  talk as (
    select ordinal, count(distinct group_key)::integer as communities
      from activity_group_week where organization_id = $1 and week > $2::date - ${days} and week <= $2::date
       and posts + comments + reactions > 0
     group by ordinal
  ),
  heard as (select target as ordinal, count(*)::integer as responders from directed group by target),
  abroad as (
    select source as ordinal from tie where source_place <> target_place
     union
    select target from tie where source_place <> target_place
  ),
  office as (
    select ordinal, bool_or(role = 'ambassador') as ambassador, bool_or(role = 'relay') as volunteer
      from mandate where organization_id = $1 and valid_from <= $2::date and $2::date < valid_to group by ordinal
  )
  select p.cell, r.ordinal as person, r.manages, coalesce(o.ambassador, false) as ambassador,
         coalesce(o.volunteer, false) as volunteer, coalesce(d.active, false) as active, coalesce(d.weeks, 0) as "activeWeeks",
         coalesce(h.responders, 0) as responders, coalesce(t.communities, 0) as communities, a.ordinal is not null as "crossesEntities"
    from roster r
    join place p using (entity_key)
    left join done d using (ordinal)
    left join talk t using (ordinal)
    left join heard h using (ordinal)
    left join abroad a using (ordinal)
    left join office o using (ordinal)
   order by p.cell, r.ordinal`;

/** Pairs within a cell, once each. */
export const relayTies = `
  select a.cell, d.source, d.target
    from directed d
    join roster s on s.ordinal = d.source join place a on a.entity_key = s.entity_key
    join roster t on t.ordinal = d.target join place b on b.entity_key = t.entity_key
   where a.cell = b.cell and (not d.mutual or d.source < d.target)`;

/** K32 of everybody, largest first and without names: people outside the own team who responded. */
export const influenceValues = `
  with boss as (
    select a.ordinal, a.manager_ordinal as boss
      from roster r join assignment a on a.organization_id = $1 and a.ordinal = r.ordinal
       and a.valid_from <= $2::date and $2::date < a.valid_to
  )
  select count(*)::integer as value
    from directed d
    join boss t on t.ordinal = d.target
    left join boss s on s.ordinal = d.source
   where not coalesce(s.boss = t.boss, false) and s.boss is distinct from t.ordinal and t.boss is distinct from d.source
   group by d.target
   order by 1 desc`;
