import { countedDeeds } from './deed.sql.js';

/**
 * One row per pair and local day of [$2, $3): what the source addressed to the target. $4 the organisation's zone,
 * $5 comment, $6 reaction, $7 reaction_removed, $8 mention.
 *
 * Both must be known and no bot; nobody answers himself. Whoever removes a reaction need not say whose it was.
 */
export const createTieDay = `
  create temp table tie_day on commit drop as
  with recursive ${countedDeeds({
    kinds: 'e.kind in ($5, $6, $7, $8)',
    reaction: '$6',
    removed: '$7',
  })}
  select day, ordinal as source, reached as target,
         coalesce(sum(quantity) filter (where kind = $5), 0)::integer as replies,
         coalesce(sum(quantity) filter (where kind = $6), 0)::integer as reactions,
         coalesce(sum(quantity) filter (where kind = $8), 0)::integer as mentions
    from done
   where kind <> $7 and reached <> ordinal
   group by day, ordinal, reached`;

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
