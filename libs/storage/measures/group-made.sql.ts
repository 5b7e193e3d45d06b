/** Two people of a group of whom one answered the other, or both did. $1 organisation, $2 Sunday. */
export const createGroupPairs = `
  create temp table group_pair on commit drop as
  with edge as (
    select distinct t.group_key, r.ordinal as source, t.author as target
      from thread_state t
      join thread_response r on r.organization_id = $1 and r.thread = t.key and r.day > $2::date - 93 and r.day <= $2::date
     where t.group_key is not null and r.ordinal <> t.author and (r.replies > 0 or r.reacted)
  )
  select group_key, least(source, target) as one, greatest(source, target) as other, count(*) = 2 as mutual
    from edge group by 1, 2, 3`;

/**
 * Who made what in a group: one row per person, so that the largest parts are known. Threads are their author's, answers
 * those of whoever wrote them; of a pair both are. $2 Sunday.
 */
export const createGroupMade = `
  create temp table group_made on commit drop as
  with thread as materialized (
    select *, day > $2::date - 28 and day <= $2::date - 7 as mature, day > $2::date - 28 as recent
      from thread_state where group_key is not null
  ),
  solving as (select distinct group_key from thread where resolved_at is not null),
  answer as materialized (
    select distinct t.group_key, t.key, r.ordinal, t.other_replied, coalesce(p.manages, false) as manages
      from thread t
      join thread_response r on r.organization_id = $1 and r.thread = t.key and r.day > $2::date - 93 and r.day <= $2::date
      left join present p on p.ordinal = r.ordinal
     where t.mature and r.ordinal <> t.author and r.replied_at is not null
  )
  select a.group_key, case when p.manages then 'manager_messages' else 'other_messages' end as measure, a.ordinal, a.messages as amount
    from group_act a left join present p using (ordinal) where a.messages > 0
  union all
  select group_key, measure, author, count(*)::integer
    from thread, lateral (values ('threads', mature), ('answered', mature and (replied_at is not null or reacted)),
                                 ('replied', mature and replied_at is not null),
                                 ('solved', group_key in (select group_key from solving))) as v(measure, counts)
   where counts group by group_key, measure, author
  union all
  select t.group_key, case when p.manages then 'manager_first' else 'other_first' end, t.replied_by, count(*)::integer
    from thread t left join present p on p.ordinal = t.replied_by
   where t.recent and t.replied_by is not null group by 1, 2, 3
  union all
  select group_key, case when other_replied then 'other_replied' else 'manager_replied' end, ordinal, count(*)::integer
    from answer where manages <> other_replied group by 1, 2, 3
  union all
  select group_key, measure, ordinal, count(*)::integer
    from group_pair, lateral (values (one), (other)) as e(ordinal), lateral (values ('pairs', true), ('mutual', mutual)) as v(measure, counts)
   where counts group by 1, 2, 3`;

/** Of each group and measure: people, the part of the most active of them, and of the two. */
export const createGroupShares = `
  create temp table group_share on commit drop as
  select group_key, jsonb_object_agg(measure, jsonb_build_array(contributors, top1, top2)) as made
    from (select group_key, measure, count(*) as contributors, max(amount) as top1, sum(amount) filter (where place <= 2) as top2
            from (select *, row_number() over (partition by group_key, measure order by amount desc) as place from group_made) as ranked
           group by group_key, measure) as shared
   group by group_key`;
