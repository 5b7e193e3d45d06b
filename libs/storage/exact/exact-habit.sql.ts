import { interactionBins } from '#domain/indicators/interaction-bins.js';
import { personas } from '#domain/indicators/personas.js';
import { acts } from '#domain/events/act.js';
import { segmentSize } from '../activity/bitmap.sql.js';

/** Windows over which the operator's door looks at habit; over another there is nothing to say. */
export const habitWindows: ReadonlySet<number> = new Set([28, 84, 91]);

const active = acts.indexOf('active');

/** Whether somebody was active on a day; `day` and `ordinal` are SQL. */
const wasActive = (ordinal: string, day: string) => `
  exists (select from activity_day d
           where d.organization_id = $1 and d.act = ${active} and d.day = ${day} and d.segment = ${ordinal} / ${segmentSize}
             and get_bit(d.people, ${ordinal} % ${segmentSize}) = 1)`;

/**
 * One row per person of the directory: what they did week by week in [$2, $3], and whether they came back after their
 * first login. $1 organisation. Days are looked at one by one over four weeks only.
 */
export const createExactHabit = `
  create temp table exact_habit on commit drop as
  select x.ordinal,
         (select m.day from milestone m where m.organization_id = $1 and m.ordinal = x.ordinal and m.kind = 'activated'
             and m.day <= $3::date) as activated_on,
         w.weeks, w.acts, w.posts, w.comments, w.given, w.received, w.interactions,
         case when $3::date - $2::date = 27 then
           (select count(*) from generate_series($2::date, $3::date, interval '1 day') as t
             where ${wasActive('x.ordinal', 't::date')}) end as days,
         c.due, c.due and (select bool_or(${wasActive('x.ordinal', 't::date')})
                             from generate_series(c.day + 1, c.day + 14, interval '1 day') as t) as again
    from exact_person x
   cross join lateral (
     select count(*) filter (where a.acts > 0) as weeks, coalesce(sum(a.acts), 0) as acts,
            coalesce(sum(a.posts), 0) as posts, coalesce(sum(a.comments), 0) as comments,
            coalesce(sum(a.posts) + sum(a.comments) + sum(a.reactions), 0) as given,
            coalesce(sum(a.received), 0) as received, coalesce(sum(a.interactions), 0) as interactions
       from activity_week a
      where a.organization_id = $1 and a.ordinal = x.ordinal and a.week between $2::date and $3::date
   ) as w
    left join lateral (
     select m.day, m.day + 14 between $2::date and $3::date
                   and exists (select from assignment s where s.organization_id = $1 and s.ordinal = x.ordinal
                                  and m.day + 14 >= s.valid_from and m.day + 14 < s.valid_to) as due
       from milestone m where m.organization_id = $1 and m.ordinal = x.ordinal and m.kind = 'connected'
   ) as c on true
   where x.entity is not null`;

/** Where what people did is counted by the place of the day: entities as of $3. $4 $5 working days by country. */
export const createExactPlaces = `
  create temp table exact_place on commit drop as
  with land as (
    select distinct on (l.entity) l.entity, coalesce(e.country, '') as country
      from lineage l join entity e on e.organization_id = $1 and e.key = l.above
     order by l.entity, e.country is null, l.distance
  ),
  working as (select * from unnest($4::text[], $5::date[]) as w(country, day)),
  known as (
    select m.ordinal, coalesce(min(m.day) filter (where m.kind = 'invited'), min(m.day)) as day,
           bool_or(m.kind = 'invited') as is_invited
      from milestone m join person p on p.organization_id = $1 and p.ordinal = m.ordinal
     where m.organization_id = $1 and m.kind in ('invited', 'activated') and m.day <= $3::date and not p.bot
     group by m.ordinal
  ),
  presence as (
    select s.entity_key as entity, s.ordinal, w.day, k.is_invited
      from known k
      join assignment s on s.organization_id = $1 and s.ordinal = k.ordinal
      join land n on n.entity = s.entity_key
      join working w on w.country = n.country and w.day >= s.valid_from and w.day < s.valid_to and w.day >= k.day
  ),
  by_day as (
    select p.entity, count(*) as exposed, count(*) filter (where p.is_invited) as invited,
           sum(get_bit(d.people, p.ordinal % ${segmentSize})) as active
      from presence p
      left join activity_day d on d.organization_id = $1 and d.act = ${active} and d.day = p.day and d.segment = p.ordinal / ${segmentSize}
     group by p.entity
  )
  select n.entity, coalesce(b.exposed, 0) as exposed, coalesce(b.invited, 0) as invited,
         coalesce(b.active, 0) as active,
         (select coalesce(sum(h.acts), 0) from activity_hour h
           where h.organization_id = $1 and h.entity_key = n.entity and h.week between $2::date and $3::date) as acts
    from land n left join by_day b using (entity)`;

const thatLong = (days: number) => `h.activated_on <= $2::date - ${days - 1} and x.joined_on <= $2::date - ${days - 1}`;

/** People of each measure over a window: conditions on `exact_habit h` and `exact_person x`. $2 = last day. */
export function habitMeasures(days: number): Record<string, string> {
  const found: Record<string, string> = {};
  if (days === 28 || days === 84) {
    const regular = `h.weeks >= ${days === 84 ? 9 : 4}`;
    found.exposed = thatLong(days);
    found.used = `${found.exposed} and h.acts > 0`;
    found.novice = `${found.exposed} and (h.acts >= ${days / 7} or ${regular})`;
    found.habitual = `${found.exposed} and ${regular}`;
    found.power = `${found.exposed} and ${regular} and h.acts >= 15 * ${days / 7}`;
  }
  if (days === 28) found.engaged_days = 'h.days >= 10';
  if (days === 28 || days === 91) Object.assign(found, { due_return: 'h.due', returned: 'h.due and h.again' });
  return found;
}

/** Sums over the people of the last day. */
export function habitSums(days: number): Record<string, string> {
  if (days !== 28) return {};
  return {
    interactions: 'coalesce(sum(h.interactions), 0)::integer',
    received: 'coalesce(sum(h.received), 0)::integer',
  };
}

const balance = 'h.received::numeric / (h.given + h.received)';
const personaWhere: Record<(typeof personas)[number], string> = {
  engager: `h.given >= 3 and ${balance} between 0.35 and 0.65`,
  catalyst: `h.given >= 3 and ${balance} > 0.65`,
  responder: `h.given >= 3 and ${balance} < 0.35 and h.posts <= h.comments`,
  broadcaster: `h.given >= 3 and ${balance} < 0.35 and h.posts > h.comments`,
  observer: 'h.given < 3',
};

/** Parts of a whole by their population and name: people as counts. Null where no addressee is known. */
export function partMeasures(days: number): Record<string, string> {
  if (days === 91) {
    const columns = personas.map((name): [string, string] => [
      `persona.${name}`,
      `case when exists (select from activity_week a where a.organization_id = $1 and a.received > 0
                            and a.week > $2::date - 91 and a.week <= $2::date)
            then count(*) filter (where h.activated_on is not null and case when h.given = 0 then ${name === 'observer'} else ${personaWhere[name]} end)::integer end`,
    ]);
    return Object.fromEntries(columns);
  }
  if (days !== 28) return {};
  const columns = interactionBins.map((low, bin): [string, string] => {
    const next = interactionBins[bin + 1];
    const upper = next === undefined ? '' : ` and h.interactions < ${next}`;
    return [`interactions.b${bin}`, `count(*) filter (where h.interactions >= ${low}${upper})::integer`];
  });
  return Object.fromEntries(columns);
}

/** Volumes by the place of the day, as columns of `exact_place p`. */
export const placeVolumes: Record<string, string> = {
  acts: 'sum(p.acts)::integer',
  exposed_days: 'sum(p.exposed)::integer',
  invited_days: 'sum(p.invited)::integer',
  exposed_active_days: 'sum(p.active)::integer',
};

/** Active people in each hour of the week, by entity. */
export const entityHours = `
  select entity_key as entity, hour, sum(people)::integer as people
    from activity_hour where organization_id = $1 and week between $2::date and $3::date group by 1, 2`;
