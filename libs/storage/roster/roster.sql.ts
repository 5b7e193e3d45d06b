/**
 * The directory as of a Sunday ($1 organisation, $2 Sunday): one row per person present, bots left out.
 * `country` and `wave` come from the nearest entity that has one, from the person's own upwards. Who is declared a manager
 * is one, and whoever has reports; `level` is null where neither the directory nor a chain of managers says it.
 */
export const createRoster = `
  create temp table roster on commit drop as
  with recursive tree(key, country, wave) as (
    select p.entity_key, e.country, w.wave_key
      from entity_parent p
      join entity e on e.organization_id = $1 and e.key = p.entity_key
      left join wave_entity w on w.organization_id = $1 and w.entity_key = p.entity_key
     where p.organization_id = $1 and p.parent_key is null and p.valid_from <= $2::date and $2::date < p.valid_to
    union all
    select p.entity_key, coalesce(e.country, t.country), coalesce(w.wave_key, t.wave)
      from tree t
      join entity_parent p on p.organization_id = $1 and p.parent_key = t.key and p.valid_from <= $2::date and $2::date < p.valid_to
      join entity e on e.organization_id = $1 and e.key = p.entity_key
      left join wave_entity w on w.organization_id = $1 and w.entity_key = p.entity_key
  ),
  present as (
    select a.ordinal, a.entity_key, a.manager_ordinal, a.level, a.manages
      from assignment a
      join person p on p.organization_id = a.organization_id and p.ordinal = a.ordinal and not p.bot
     where a.organization_id = $1 and a.valid_from <= $2::date and $2::date < a.valid_to
  ),
  boss as (select distinct manager_ordinal as ordinal from present where manager_ordinal <> ordinal),
  -- Distance from the top, for directories that name no level. A cycle never reaches the top, and who has nobody above
  -- nor below is the top of nothing: no level.
  depth(ordinal, level) as (
    select p.ordinal, 0
      from present p join boss b on b.ordinal = p.ordinal
      left join present m on m.ordinal = p.manager_ordinal
     where m.ordinal is null
    union all
    select p.ordinal, d.level + 1 from depth d join present p on p.manager_ordinal = d.ordinal and p.ordinal <> d.ordinal
     where d.level < 50
  ),
  arrival as (select ordinal, min(valid_from) as joined_on from assignment where organization_id = $1 group by ordinal)
  select p.ordinal, p.entity_key, coalesce(t.country, '') as country, t.wave, b.ordinal is not null or coalesce(p.manages, false) as manages,
         coalesce(p.level, d.level) as level, f.joined_on
    from present p
    join arrival f on f.ordinal = p.ordinal
    left join tree t on t.key = p.entity_key
    left join boss b on b.ordinal = p.ordinal
    left join depth d on d.ordinal = p.ordinal`;

/** Direct staff of each entity that exists on that Sunday, parents before children. */
export const entityHeadcounts = `
  with recursive tree(key, parent, depth, wave) as (
    select p.entity_key, null::text, 0, w.wave_key
      from entity_parent p left join wave_entity w on w.organization_id = $1 and w.entity_key = p.entity_key
     where p.organization_id = $1 and p.parent_key is null and p.valid_from <= $2::date and $2::date < p.valid_to
    union all
    select p.entity_key, t.key, t.depth + 1, coalesce(w.wave_key, t.wave)
      from tree t
      join entity_parent p on p.organization_id = $1 and p.parent_key = t.key and p.valid_from <= $2::date and $2::date < p.valid_to
      left join wave_entity w on w.organization_id = $1 and w.entity_key = p.entity_key
  )
  select t.key, t.parent, t.wave, count(r.ordinal)::integer as headcount
    from tree t left join roster r on r.entity_key = t.key
   group by t.key, t.parent, t.wave, t.depth
   order by t.depth, t.key`;

/** People seen acting by that Sunday whom the directory has never named. */
export const createUnassigned = `
  create temp table unassigned on commit drop as
  select p.ordinal
    from person p
   where p.organization_id = $1 and not p.bot and not p.declared
     and exists (select from milestone m where m.organization_id = $1 and m.ordinal = p.ordinal
                    and m.kind = 'activated' and m.day <= $2::date)`;
