import { zones } from './activity.sql.js';

/**
 * One row per pair and local day of [$2, $3): what the source addressed to the target. $4 the organisation's zone,
 * $5 comment, $6 reaction, $7 reaction_removed, $8 mention.
 *
 * Both must be known and no bot; nobody answers himself. A reaction removed on the same local day did not happen, and
 * whoever removes it need not say whose it was.
 */
export const createTieDay = `
  create temp table tie_day on commit drop as
  with recursive ${zones},
  who as materialized (
    select a.alias, a.ordinal
      from person_alias a join person p on p.organization_id = a.organization_id and p.ordinal = a.ordinal
     where a.organization_id = $1 and not p.bot
  ),
  deed as materialized (
    select w.ordinal as source, t.ordinal as target, e.kind, e.quantity, e.object,
           (e.occurred_at at time zone coalesce(z.timezone, $4))::date as day
      from event e
      join who w on w.alias = alias_of(e.actor)
      left join who t on t.alias = alias_of(e.target)
      left join assignment s on s.organization_id = $1 and s.ordinal = w.ordinal and s.valid_from <= e.day and e.day < s.valid_to
      left join zone z on z.key = s.entity_key
     where e.organization_id = $1 and e.day between $2::date - 1 and $3::date and e.kind in ($5, $6, $7, $8)
  ),
  cancelled as materialized (
    select source, object, day from deed where object is not null
     group by source, object, day
    having count(*) filter (where kind = $7) >= count(*) filter (where kind = $6) and count(*) filter (where kind = $7) > 0
  )
  select d.day, d.source, d.target,
         coalesce(sum(d.quantity) filter (where d.kind = $5), 0)::integer as replies,
         coalesce(sum(d.quantity) filter (where d.kind = $6), 0)::integer as reactions,
         coalesce(sum(d.quantity) filter (where d.kind = $8), 0)::integer as mentions
    from deed d
    left join cancelled c on d.kind = $6 and c.source = d.source and c.object = d.object and c.day = d.day
   where d.day >= $2::date and d.day < $3::date and d.kind <> $7 and c.source is null and d.target <> d.source
   group by d.day, d.source, d.target`;

/** Local days of [$2, $3) whose ties differ from what is stored. */
export const changedTieDays = `
  select distinct coalesce(o.day, n.day) as day
    from (select * from activity_tie where organization_id = $1 and day >= $2::date and day < $3::date) as o
    full join tie_day n using (day, source, target)
   where (o.replies, o.reactions, o.mentions) is distinct from (n.replies, n.reactions, n.mentions)`;

export const clearTieDays = `delete from activity_tie where organization_id = $1 and day = any($2::date[])`;
export const fillTieDays = `
  insert into activity_tie (organization_id, day, source, target, replies, reactions, mentions)
  select $1, day, source, target, replies, reactions, mentions from tie_day where day = any($2::date[])`;

/** Someone seen acting turns out to be somebody else: $2 becomes $3, on either side, and never both. */
export const mergeTies = `
  with gone as (
    delete from activity_tie where organization_id = $1 and ($2::integer in (source, target))
    returning day, source, target, replies, reactions, mentions
  ),
  renamed as (
    select day, case source when $2::integer then $3::integer else source end as source,
           case target when $2::integer then $3::integer else target end as target, replies, reactions, mentions
      from gone
  )
  insert into activity_tie as kept (organization_id, day, source, target, replies, reactions, mentions)
  select $1, day, source, target, sum(replies), sum(reactions), sum(mentions)
    from renamed where source <> target group by day, source, target
  on conflict (organization_id, day, source, target) do update
     set replies = kept.replies + excluded.replies, reactions = kept.reactions + excluded.reactions,
         mentions = kept.mentions + excluded.mentions`;
