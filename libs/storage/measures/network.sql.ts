/**
 * What ties say of places, counted beside the roster of the Sunday. $1 organisation, $2 Sunday.
 *
 * An interaction belongs to the entities of both people on its day; where that entity is no longer in the tree of the
 * Sunday (or none was known), to the one they are in on the Sunday. Without either it is left out.
 */

/** Entities of the tree: $1 keys, $2 their cells, $3 their cells of at least 200 people. */
export const createPlaces = `
  create temp table place on commit drop as
  select place, entity_key, cell, volume
    from unnest($1::text[], $2::text[], $3::text[]) with ordinality as p(entity_key, cell, volume, place)`;

export const createTie = (days: number) => `
  create temp table tie on commit drop as
  with stay as materialized (
    select a.ordinal, a.valid_from, a.valid_to, p.place
      from assignment a join place p using (entity_key)
     where a.organization_id = $1 and a.valid_to > $2::date - ${days} and a.valid_from <= $2::date
  ),
  home as materialized (select r.ordinal, p.place from roster r join place p using (entity_key))
  select t.day, t.source, t.target, t.replies + t.reactions + t.mentions as interactions,
         coalesce(ss.place, sh.place) as source_place, coalesce(ts.place, th.place) as target_place
    from activity_tie t
    left join stay ss on ss.ordinal = t.source and ss.valid_from <= t.day and t.day < ss.valid_to
    left join stay ts on ts.ordinal = t.target and ts.valid_from <= t.day and t.day < ts.valid_to
    left join home sh on sh.ordinal = t.source
    left join home th on th.ordinal = t.target
   where t.organization_id = $1 and t.day > $2::date - ${days} and t.day <= $2::date
     and coalesce(ss.place, sh.place) is not null and coalesce(ts.place, th.place) is not null`;

/** Each ordered pair once; mutual = the other answered too. */
export const createDirected = `
  create temp table directed on commit drop as
  with pair as materialized (select source, target from tie group by source, target)
  select p.source, p.target, r.source is not null as mutual
    from pair p left join pair r on r.source = p.target and r.target = p.source`;

const measures = ['crossing', 'internal', 'two_way', 'one_way'] as const;

/** Of a column: how much, how many people have any, the part of the most active of them, and of the two. */
const shared = (
  column: string,
  part = column,
  surely = 'true',
) => `sum(${column}) as ${column}, count(*) filter (where ${column} > 0 and ${surely}) as ${column}_people,
           max(${part}) filter (where ${column} > 0) as ${column}_top1,
           (select sum(part) from unnest((array_agg(${part} order by ${part} desc) filter (where ${column} > 0))[1:2]) as part) as ${column}_top2`;

/** What a person sent everywhere, and whether most of it from here: who moved is one person (see `fillMade`). */
const everywhere = (column: string) => `sum(${column}) over (partition by source) as ${column}_part,
           row_number() over (partition by source order by ${column} desc, volume collate "C") = 1 as ${column}_surely`;

const sharedColumns = measures.flatMap((name) => [name, `${name}_people`, `${name}_top1`, `${name}_top2`]);

/**
 * Per set of at least 200 people. Relationships are told of where people are on the Sunday; of those who left, of where
 * they last were.
 */
export const fillNetwork = (days: number) => `
  insert into measure_network (organization_id, week_end, days, cell, ${sharedColumns.join(', ')})
  with sent as (
    select source, p.volume, coalesce(sum(interactions) filter (where source_place <> target_place), 0) as crossing,
           coalesce(sum(interactions) filter (where source_place = target_place), 0) as internal
      from tie join place p on p.place = source_place
     group by source, p.volume
  ),
  deeds as (
    select volume, ${shared('crossing', 'crossing_part', 'crossing_surely')},
           ${shared('internal', 'internal_part', 'internal_surely')}
      from (select *, ${everywhere('crossing')},
                   ${everywhere('internal')} from sent) as parted
     group by volume
  ),
  known as (
    select ordinal, sum(two_way) as two_way, sum(one_way) as one_way
      from (select source as ordinal, count(*) filter (where mutual) as two_way, count(*) filter (where not mutual) as one_way
              from directed group by source
             union all
            select target, 0, count(*) from directed where not mutual group by target) as ends
     group by ordinal
  ),
  met as (
    select source as ordinal, day, source_place as place from tie union all select target, day, target_place from tie
  ),
  last_seen as (
    select distinct on (m.ordinal) m.ordinal, m.place
      from met m where not exists (select from roster r join place p using (entity_key) where r.ordinal = m.ordinal)
     order by m.ordinal, m.day desc, m.place
  ),
  home as (
    select r.ordinal, p.volume from roster r join place p using (entity_key)
     union all
    select l.ordinal, p.volume from last_seen l join place p using (place)
  ),
  bonds as (
    select h.volume, ${shared('two_way')},
           ${shared('one_way')}
      from known k join home h using (ordinal) group by h.volume
  )
  select $1, $2, ${days}, v.volume,
         ${sharedColumns.map((name) => `coalesce(${name}, 0)`).join(', ')}
    from (select distinct volume from place) as v left join deeds d using (volume) left join bonds b using (volume)`;

/** Where people have most of what is counted in `of`: one set each. */
const most = (of: string, side: 'source' | 'target') => `
      select distinct on (ordinal) ordinal, ${side} as volume from ${of}
       group by ordinal, ${side} order by ordinal, sum(interactions) desc, ${side} collate "C"`;

/**
 * What passed between two sets of people, from how many to how many, and what the one and two busiest sent of it. Who
 * moved from one set to another is one person of either side, in the set where they sent, or were sent, most.
 */
export const fillTies = (days: number) => `
  insert into measure_tie (organization_id, week_end, days, source, target, interactions, contributors, receivers, top1, top2)
  with passed as materialized (
    select a.volume as source, b.volume as target, t.source as sender, t.target as receiver, sum(t.interactions) as interactions
      from tie t join place a on a.place = t.source_place join place b on b.place = t.target_place
     group by 1, 2, 3, 4
  ),
  sent as (select source, target, sender as ordinal, sum(interactions) as interactions from passed group by 1, 2, 3),
  got as (select source, target, receiver as ordinal, sum(interactions) as interactions from passed group by 1, 2, 3),
  ranked as (
    select s.*, row_number() over (partition by source, target order by interactions desc) as rank, source = h.volume as surely
      from sent s join (${most('sent', 'source')}) as h using (ordinal)
  ),
  received as (
    select source, target, count(*) filter (where target = h.volume) as receivers
      from got join (${most('got', 'target')}) as h using (ordinal)
     group by source, target
  )
  select $1, $2, ${days}, source, target, sum(r.interactions), count(*) filter (where r.surely), max(g.receivers),
         sum(r.interactions) filter (where r.rank = 1), sum(r.interactions) filter (where r.rank <= 2)
    from ranked r join received g using (source, target)
   group by source, target`;

/** Declared: who has an ambassador near, how long ambassadors have served, and what chance alone would make of ties. */
export const fillReach = `
  insert into measure_reach (organization_id, week_end, cell, strangers, in_term, entity_served,
                             site_known, site_served, trade_known, trade_served)
  with person as materialized (
    select r.ordinal, r.entity_key, p.cell, nullif(a.site, '') as site, nullif(a.trade, '') as trade, m.ordinal is not null as ambassador, coalesce(m.in_term, false) as in_term
      from roster r
      join place p using (entity_key)
      join assignment a on a.organization_id = $1 and a.ordinal = r.ordinal and a.valid_from <= $2::date and $2::date < a.valid_to
      left join (
        select ordinal, bool_or(valid_from between $2::date - interval '6 months' and $2::date - interval '3 months') as in_term
          from mandate
         where organization_id = $1 and role = 'ambassador' and valid_from <= $2::date and $2::date < valid_to
         group by ordinal
      ) as m on m.ordinal = r.ordinal
  ),
  total as (select count(*) as people from person),
  crowd as (select entity_key, count(*) as people from person group by entity_key),
  served_entity as (select distinct entity_key from person where ambassador),
  served_site as (select distinct site from person where ambassador and site is not null),
  served_trade as (select distinct trade from person where ambassador and trade is not null)
  select $1, $2, p.cell,
         sum((t.people - c.people)::double precision / t.people), count(*) filter (where p.in_term),
         count(e.entity_key), count(p.site), count(s.site), count(p.trade), count(d.trade)
    from person p
   cross join total t
    join crowd c using (entity_key)
    left join served_entity e using (entity_key)
    left join served_site s using (site)
    left join served_trade d using (trade)
   group by p.cell`;

/** Ambassadors and everyone by site, trade and level, of those whom the directory gives one. */
export const fillProfile = `
  insert into published_profile (organization_id, week_end, dimension, category, people, ambassadors)
  select $1, $2, v.dimension, v.category, count(*), count(m.ordinal)
    from roster r
    join place p using (entity_key)
    join assignment a on a.organization_id = $1 and a.ordinal = r.ordinal and a.valid_from <= $2::date and $2::date < a.valid_to
    left join (
      select distinct ordinal from mandate
       where organization_id = $1 and role = 'ambassador' and valid_from <= $2::date and $2::date < valid_to
    ) as m on m.ordinal = r.ordinal
   cross join lateral (values ('site', a.site), ('trade', a.trade), ('level', r.level::text)) as v(dimension, category)
   where v.category is not null
   group by v.dimension, v.category`;
