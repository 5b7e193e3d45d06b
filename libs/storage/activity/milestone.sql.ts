/** Milestones found in the rebuilt days. */
export const createFirsts = `
  create temp table firsts on commit drop as
  select ordinal, kind, min(at) as at, min(day) as day
    from (select ordinal, kind, at, day from person_day,
                 lateral (values ('activated', activated_at), ('connected', connected_at), ('engaged', engaged_at)) as v(kind, at)
           where at is not null
           union all
          select ordinal, 'invited', at, day from invited) as found
   group by ordinal, kind`;

/**
 * People whose milestone lay in [$2, $3) and is no longer there (an import undone, a reaction taken back):
 * forgotten here, then found again among the days after.
 */
export const forgetLost = `
  delete from milestone m
   where m.organization_id = $1 and m.day >= $2::date and m.day < $3::date
     and m.kind in ('invited', 'activated', 'connected', 'engaged')
     and not exists (select from firsts f where f.ordinal = m.ordinal and f.kind = m.kind)
  returning m.ordinal, m.kind`;

export const keepEarliest = `
  insert into milestone (organization_id, ordinal, kind, at, day)
  select $1, ordinal, kind, at, day from firsts
  on conflict (organization_id, ordinal, kind) do update
     set at = excluded.at, day = excluded.day
   where (milestone.day >= $2::date and milestone.day < $3::date and milestone.at <> excluded.at)
      or excluded.at < milestone.at
      -- The same instant, on another local day since the zone is another.
      or excluded.at = milestone.at and excluded.day <> milestone.day`;

/** First later day on which activity still shows the act: $2 people, $3 act, $4 first day to look at. */
export const nextDayWithAct = `
  select p.ordinal, min(d.day) as day
    from unnest($2::integer[]) as p(ordinal)
    join activity_day d on d.organization_id = $1 and d.act = $3 and d.segment = p.ordinal / 8192 and d.day >= $4::date
   where get_bit(d.people, p.ordinal % 8192) = 1
   group by p.ordinal`;
