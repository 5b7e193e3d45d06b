/** Whoever is counted in groups that Sunday: the roster; without a directory, everyone seen. $1 organisation, $2 Sunday. */
export const createPresent = `
  create temp table present on commit drop as
  select r.ordinal, c.cell, coalesce(r.country, '') as country, r.manages, r.level, a.manager_ordinal
    from roster r
    left join cell_people c using (ordinal)
    left join assignment a on a.organization_id = $1 and a.ordinal = r.ordinal and a.valid_from <= $2::date and $2::date < a.valid_to
  union all
  select ordinal, null, '', false, null, null from unassigned where not exists (select from roster)`;

/**
 * Groups as of the Sunday, declared or only seen; templates are none. `cell` is that of the entity it is for, else of
 * the creator's or the first owner's, else `$3`, that of the head of the organisation.
 */
export const createCommunities = `
  create temp table community on commit drop as
  with seen as (
    select group_key, min(day) as day from activity_group_day where organization_id = $1 and day <= $2::date group by 1
  ),
  founded as (
    select group_key, min(day) as day, (array_agg(ordinal order by day, ordinal))[1] as founder
      from group_change where organization_id = $1 and founder and day <= $2::date group by 1
  ),
  known as (
    select group_key from seen union select group_key from founded
    union
    select key from network_group where organization_id = $1 and created_at::date <= $2::date
  ),
  owner as (
    select g.key as group_key, min(p.ordinal) as ordinal, count(p.ordinal) as present
      from network_group g
      cross join unnest(g.owner_keys) as o(name)
      join person_alias a on a.organization_id = $1 and a.alias = o.name
      left join present p on p.ordinal = a.ordinal
     where g.organization_id = $1
     group by 1
  ),
  told as (select exists (select from network_group where organization_id = $1 and owner_keys <> '{}') as owners)
  select k.group_key, g.kind, coalesce(a.ordinal, f.founder) as creator, least(g.created_at::date, f.day, s.day) as created_on,
         g.archived_at::date as archived_on, coalesce(g.archived_at::date, 'infinity') > $2::date as open,
         case when t.owners then coalesce(o.present, 0) > 0 end as owned, g.has_description as described,
         coalesce(i.cell, c.cell, h.cell, $3::text) as cell
    from known k
    cross join told t
    left join network_group g on g.organization_id = $1 and g.key = k.group_key
    left join entity_cell i on i.entity_key = g.entity_key
    left join founded f on f.group_key = k.group_key
    left join seen s on s.group_key = k.group_key
    left join owner o on o.group_key = k.group_key
    left join person_alias a on a.organization_id = $1 and a.alias = g.creator_key
    left join present c on c.ordinal = coalesce(a.ordinal, f.founder)
    left join present h on h.ordinal = o.ordinal
   where g.kind is distinct from 'template'`;

/** What each person did in each group: over 28 days, and whether within 91 and 364. Weeks begin on Monday. */
export const createGroupActs = `
  create temp table group_act on commit drop as
  select group_key, ordinal,
         coalesce(sum(posts + comments) filter (where week > $2::date - 28), 0)::integer as messages,
         coalesce(sum(posts + comments + reactions) filter (where week > $2::date - 28), 0)::integer as actions,
         bool_or(week > $2::date - 28) as in28,
         bool_or(posts + comments > 0 and week > $2::date - 91) as wrote91,
         max(week) as last_acted
    from activity_group_week
   where organization_id = $1 and week > $2::date - 364 and week <= $2::date
   group by 1, 2`;

/** Members: who joined, or took part within the 364 days, and has not left since. `since` = the day of joining, if known. */
export const createGroupMembers = `
  create temp table group_member on commit drop as
  with latest as (
    select distinct on (group_key, ordinal) group_key, ordinal, day, member
      from group_change where organization_id = $1 and day <= $2::date
     order by group_key, ordinal, day desc
  )
  select coalesce(l.group_key, a.group_key) as group_key, ordinal, case when l.member then l.day end as since
    from latest l
    full join group_act a using (ordinal, group_key)
    join present p using (ordinal)
   where l.member or a.last_acted is not null and (l.member is null or a.last_acted > l.day)`;

/** Threads of the last 91 days with what became of them by the end of the Sunday. */
export const createThreadStates = `
  create temp table thread_state on commit drop as
  with posted as materialized (
    select distinct on (key) key, day, posted_at, timezone, group_key, author, entity_key
      from thread where organization_id = $1 and day > $2::date - 91 and day <= $2::date
     order by key, posted_at
  ),
  response as materialized (
    select t.key, min(r.replied_at) filter (where r.ordinal <> t.author) as replied_at,
           -- Of several at the same instant whoever manages nobody was first: a manager is only where nobody else was.
           (array_agg(r.ordinal order by r.replied_at, coalesce(p.manages, false), p.level, r.ordinal) filter (where r.ordinal <> t.author and r.replied_at is not null))[1] as replied_by,
           coalesce(bool_or(r.reacted) filter (where r.ordinal <> t.author), false) as reacted,
           bool_or(r.ordinal <> t.author and r.replied_at is not null and not coalesce(p.manages, false)) as other_replied,
           min(r.resolved_at) as resolved_at
      from posted t
      join thread_response r on r.organization_id = $1 and r.thread = t.key and r.day > $2::date - 93 and r.day <= $2::date
      left join present p on p.ordinal = r.ordinal
     group by t.key
  )
  select t.*, r.replied_at, r.replied_by, coalesce(r.reacted, false) as reacted,
         coalesce(r.other_replied, false) as other_replied, r.resolved_at,
         (($2::date + 1)::timestamp at time zone t.timezone) as seen_until
    from posted t left join response r using (key)`;

/**
 * Per group. $1 organisation, $2 Sunday, $3 first hours of the bins of resolution. A bin is counted by its position; an
 * unresolved thread by the time that it has waited.
 */
export const fillCommunities = `
  insert into measure_community (organization_id, week_end, group_key, created_on, owned, described, members, managers, writers,
         active28, active364, messages, contributors, top1, top2, manager_messages, manager_weeks, threads, answered,
         replied, other_replied, first_replies, manager_first, pairs, mutual, resolutions, unresolved, made)
  with belongs as materialized (
    select m.group_key, count(*) as members, count(*) filter (where p.manages) as managers,
           count(*) filter (where a.wrote91) as writers, count(*) filter (where a.in28) as active28
      from group_member m join present p using (ordinal) left join group_act a using (group_key, ordinal)
     group by 1
  ),
  acted as materialized (
    select group_key, count(*) as active364 from group_act a join present p using (ordinal) group by 1
  ),
  wrote as materialized (
    select group_key, sum(messages) as messages, count(*) as contributors, max(messages) as top1,
           coalesce(sum(messages) filter (where place <= 2), 0) as top2,
           coalesce(sum(messages) filter (where manages), 0) as manager_messages
      from (select a.group_key, a.messages, coalesce(p.manages, false) as manages,
                   row_number() over (partition by a.group_key order by a.messages desc) as place
              from group_act a left join present p using (ordinal) where a.messages > 0) as ranked
     group by 1
  ),
  weekly as materialized (
    select w.group_key, count(distinct w.week) as weeks
      from activity_group_week w join present p on p.ordinal = w.ordinal and p.manages
     where w.organization_id = $1 and w.week > $2::date - 28 and w.week <= $2::date and w.posts + w.comments > 0
     group by 1
  ),
  talked as materialized (
    select t.group_key,
           count(*) filter (where t.day > $2::date - 28 and t.day <= $2::date - 7) as threads,
           count(*) filter (where t.day > $2::date - 28 and t.day <= $2::date - 7 and (t.replied_at is not null or t.reacted)) as answered,
           count(*) filter (where t.day > $2::date - 28 and t.day <= $2::date - 7 and t.replied_at is not null) as replied,
           count(*) filter (where t.day > $2::date - 28 and t.day <= $2::date - 7 and t.other_replied) as other_replied,
           count(*) filter (where t.day > $2::date - 28 and t.replied_at is not null) as first_replies,
           count(*) filter (where t.day > $2::date - 28 and b.manages) as manager_first
      from thread_state t left join present b on b.ordinal = t.replied_by
     group by 1
  ),
  tie as materialized (
    select group_key, count(*) as pairs, count(*) filter (where mutual) as mutual from group_pair group by 1
  ),
  waited as materialized (
    select group_key, resolved_at is not null as resolved,
           width_bucket(greatest(0, extract(epoch from coalesce(resolved_at, seen_until) - posted_at)) / 3600, $3::float8[]) as bin
      from thread_state where group_key is not null
  ),
  binned as materialized (
    select group_key, bin, count(*) filter (where resolved) as resolved, count(*) filter (where not resolved) as waiting
      from waited group by 1, 2
  ),
  histogram as materialized (
    select k.group_key, array_agg(coalesce(b.resolved, 0)::integer order by k.bin) as resolutions,
           array_agg(coalesce(b.waiting, 0)::integer order by k.bin) as unresolved
      from (select c.group_key, n.bin from (select distinct group_key from binned where resolved > 0) as c,
                   lateral (select place as bin from unnest($3::float8[]) with ordinality as e(edge, place)) as n) as k
      left join binned b on b.group_key = k.group_key and b.bin = k.bin
     group by 1
  )
  select $1, $2, c.group_key, c.created_on, c.owned, c.described,
         coalesce(b.members, 0), coalesce(b.managers, 0), coalesce(b.writers, 0), coalesce(b.active28, 0), coalesce(a.active364, 0),
         coalesce(w.messages, 0), coalesce(w.contributors, 0), coalesce(w.top1, 0), coalesce(w.top2, 0),
         coalesce(w.manager_messages, 0), coalesce(k.weeks, 0), coalesce(t.threads, 0), coalesce(t.answered, 0),
         coalesce(t.replied, 0), coalesce(t.other_replied, 0), coalesce(t.first_replies, 0), coalesce(t.manager_first, 0), coalesce(e.pairs, 0),
         coalesce(e.mutual, 0), coalesce(h.resolutions, '{}'), coalesce(h.unresolved, '{}'),
         coalesce(s.made, '{}')
    from community c
    left join belongs b using (group_key) left join acted a using (group_key) left join wrote w using (group_key)
    left join weekly k using (group_key) left join talked t using (group_key) left join tie e using (group_key)
    left join histogram h using (group_key) left join group_share s using (group_key)
   where c.open`;
