const belongs = `
  with recursive founded as materialized (
    select c.group_key, c.creator from community c join present p on p.ordinal = c.creator and p.manages where c.open
  ),
  belongs as materialized (
    select f.creator, m.group_key, m.ordinal, p.manager_ordinal is not distinct from f.creator as own,
           -- The week of joining counts.
           least(4, 4 - floor(greatest(0, m.since - ($1::date - 27)) / 7.0))::integer as weeks
      from founded f
      join group_member m using (group_key)
      join present p on p.ordinal = m.ordinal
     where m.ordinal <> f.creator
  )`;

/**
 * Of each manager who created groups that are open: what members did there within 28 days and for how many weeks they were
 * members, in the group of their own manager and of another one, and how many members stand below the manager. The
 * manager's own acts are left out. Whoever manages on the Sunday is a manager for the whole window. $1 Sunday.
 */
export const ownGroups = `
  ${belongs},
  above(ordinal, superior, depth) as (
    select b.ordinal, p.manager_ordinal, 1 from (select distinct ordinal from belongs) as b join present p using (ordinal)
     where p.manager_ordinal is not null
    union all
    select a.ordinal, p.manager_ordinal, a.depth + 1
      from above a join present p on p.ordinal = a.superior
     where p.manager_ordinal is not null and p.manager_ordinal <> a.superior and a.depth < 50
  ),
  enclosed as materialized (select distinct ordinal, superior from above)
  select b.creator as manager,
         coalesce(sum(a.actions) filter (where own), 0)::integer as "ownActions",
         coalesce(sum(b.weeks) filter (where own), 0)::integer as "ownWeeks",
         coalesce(sum(a.actions) filter (where not own), 0)::integer as "otherActions",
         coalesce(sum(b.weeks) filter (where not own), 0)::integer as "otherWeeks",
         count(*)::integer as members, count(e.ordinal)::integer as enclosed
    from belongs b
    left join group_act a on a.group_key = b.group_key and a.ordinal = b.ordinal
    left join enclosed e on e.ordinal = b.ordinal and e.superior = b.creator
   group by b.creator
   order by b.creator`;

/**
 * Who is behind what was done in groups of managers: managers by the groups that they created, and members. A member may
 * act in the groups of several managers. $1 Sunday.
 */
export const ownGroupShares = `
  ${belongs},
  done as materialized (
    select case when b.own then 'own' else 'other' end as side, b.creator, b.ordinal, a.actions
      from belongs b join group_act a on a.group_key = b.group_key and a.ordinal = b.ordinal
     where a.actions > 0
  ),
  each as (
    select side || '_managers' as side, creator as one, sum(actions) as amount from done group by 1, 2
    union all
    select side || '_members', ordinal, sum(actions) from done group by 1, 2
  )
  select side, count(*)::integer as contributors, max(amount)::integer as top1, (sum(amount) filter (where place <= 2))::integer as top2
    from (select *, row_number() over (partition by side order by amount desc) as place from each) as ranked
   group by side`;

export const saveOwnGroup = `
  insert into measure_own_group (organization_id, week_end, managers, own_actions, own_weeks, other_actions, other_weeks,
         ratio_low, ratio_high, members, enclosed, made)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
