/** Weekly counts of each person. $1, $2 = masks of the acts `login` and `active`. */
export const createPersonWeek = `
  create temp table person_week on commit drop as
  select date_trunc('week', day)::date as week, ordinal,
         coalesce(bit_or(1 << (extract(isodow from day)::integer - 1)) filter (where acts & $1 <> 0), 0)::smallint as login_days,
         coalesce(bit_or(1 << (extract(isodow from day)::integer - 1)) filter (where acts & $2 <> 0), 0)::smallint as active_days,
         sum(posts)::integer as posts, sum(comments)::integer as comments, sum(reactions)::integer as reactions,
         sum(deeds)::integer as acts, sum(interactions)::integer as interactions, sum(received)::integer as received
    from person_day
   group by 1, 2`;

/**
 * Who was active in which hour of the week, counted by entity: no person is kept with an hour. $1 = mask of `active`;
 * $2 = whether hours are wanted: without them the acts of a week stand together, and nobody is counted.
 */
export const createEntityHour = `
  create temp table entity_hour on commit drop as
  select date_trunc('week', day)::date as week, entity_key,
         case when $2 then (extract(isodow from day)::integer - 1) * 24 + hour else 0 end::smallint as hour,
         case when $2 then count(*) else 0 end::integer as people, sum(deeds)::integer as acts
    from person_hour
   where entity_key is not null and hour is not null and acts & $1 <> 0
   group by 1, 2, 3`;

interface Weekly {
  table: string;
  rebuilt: string;
  key: string;
  counts: readonly string[];
}

/** What is kept by week beside the bits of the days: where it stands, where it was rebuilt, its columns. */
export const weekly: readonly Weekly[] = [
  {
    table: 'activity_week',
    rebuilt: 'person_week',
    key: 'ordinal',
    counts: ['login_days', 'active_days', 'posts', 'comments', 'reactions', 'acts', 'interactions', 'received'],
  },
  { table: 'activity_hour', rebuilt: 'entity_hour', key: 'entity_key, hour', counts: ['people', 'acts'] },
];

/** Mondays of [$2, $3) of which something is not as stored. */
export const changedWeeks = ({ table, rebuilt, key, counts }: Weekly) => `
  select distinct week as day
    from (select * from ${table} where organization_id = $1 and week >= $2::date and week < $3::date) as o
    full join ${rebuilt} n using (week, ${key})
   where (${counts.map((name) => `o.${name}`).join(', ')}) is distinct from (${counts.map((name) => `n.${name}`).join(', ')})`;

export const clearWeeks = ({ table }: Weekly) => `
  delete from ${table} where organization_id = $1 and week = any($2::date[])`;

export const fillWeeks = ({ table, rebuilt, key, counts }: Weekly) => `
  insert into ${table} (organization_id, week, ${key}, ${counts.join(', ')})
  select $1, week, ${key}, ${counts.join(', ')} from ${rebuilt} where week = any($2::date[])`;
