import { type DataSource } from 'typeorm';
import { addDays, type Day, mondayOf } from '#domain/calendar/day.js';
import { type EventKind, eventKinds } from '#domain/events/kind.js';
import { createOrganization } from '#storage/directory/organization.js';

/** The last Sunday before today: every company here is complete up to it. */
export const lastSunday: Day = addDays(mondayOf(new Date().toISOString().slice(0, 10)), -1);

export const entities = 156;
const code = (kind: EventKind) => eventKinds.indexOf(kind);

export interface Company {
  id: string;
  slug: string;
  people: number;
}

/** A synthetic organisation of that many people in 156 entities and four waves, all invited, without events. */
export async function foundCompany(owner: DataSource, slug: string, people: number): Promise<Company> {
  const id = await createOrganization(owner, { slug, name: slug, class: 'synthetic', timezone: 'UTC' });
  const start = addDays(lastSunday, -363);
  const numbered = `update organization set next_ordinal = $2, declared_through = $3 where id = $1`;
  await owner.query(numbered, [id, people, lastSunday]);
  await owner.query(`insert into source (organization_id, id, name, kind) values ($1, 1, 'bench', 'http')`, [id]);
  await owner.query(
    `insert into entity (organization_id, key, name, country)
     select $1, key, key, case when key ~ '^c' then (array['FR', 'DE', 'IT', 'ES'])[1 + n % 4] end
       from (select 'root' as key, 0 as n union all select 'c' || n, n from generate_series(1, 12) n
              union all select 's' || n, n from generate_series(1, ${entities - 13}) n) as e`,
    [id],
  );
  await owner.query(
    `insert into entity_parent (organization_id, entity_key, parent_key)
     select $1, key, case when key = 'root' then null when key ~ '^c' then 'root' else 'c' || 1 + substr(key, 2)::integer % 12 end
       from entity where organization_id = $1`,
    [id],
  );
  await owner.query(
    `insert into person (organization_id, ordinal, key, declared) select $1, n, 'p' || n, true from generate_series(0, $2 - 1) n`,
    [id, people],
  );
  await owner.query(
    `insert into person_alias (organization_id, alias, ordinal) select $1, key, ordinal from person where organization_id = $1`,
    [id],
  );
  // Sites differ in size by a factor of ten; everybody reports to one in ten.
  await owner.query(
    `insert into assignment (organization_id, ordinal, entity_key, manager_ordinal)
     select $1, ordinal, 's' || 1 + floor(power((ordinal * 7919 % $2) / $2::float, 1.6) * ${entities - 13})::integer,
            case when ordinal > 0 then ordinal / 10 end
       from person where organization_id = $1`,
    [id, people],
  );
  await owner.query(
    `insert into wave (organization_id, key, name, kind, planned_start, planned_end, actual_start)
     select $1, 'w' || n, 'Wave ' || n, case n when 1 then 'pilot' else 'rollout' end, $2::date + 28 * n, $2::date + 28 * n + 84,
            $2::date + 28 * n from generate_series(1, 4) n`,
    [id, start],
  );
  await owner.query(
    `insert into wave_entity (organization_id, entity_key, wave_key)
     select $1, 'c' || n, 'w' || 1 + (n - 1) / 3 from generate_series(1, 12) n`,
    [id],
  );
  await owner.query(
    `insert into mandate (organization_id, ordinal, role) select $1, ordinal, 'ambassador' from person
      where organization_id = $1 and ordinal % 10 = 3`,
    [id],
  );
  // Official messages to everybody, which some of the views are about.
  await owner.query(
    `insert into action (organization_id, key, kind, name, state, starts_on, ends_on, audience, object_key)
     select $1, 'm' || n, 'official_post', 'm' || n, 'held', $2, $2, 'everyone', 'o' || n * 20 - 7 from generate_series(1, 20) n`,
    [id, addDays(lastSunday, -6)],
  );
  await owner.query(
    `insert into milestone (organization_id, ordinal, kind, at, day)
     select $1, ordinal, 'invited', $2::date - 7, $2::date - 7 from person where organization_id = $1`,
    [id, addDays(start, -21)],
  );
  const company = { id, slug, people };
  await joinGroups(owner, company, start);
  return company;
}

/** Groups of a company of these benchmarks, each with one person in a hundred or so. */
const groups = 400;
/** Of twenty events in a row, one opens a thread and four answer it. */
const kindsInTurn: readonly EventKind[] = [
  ...(['post', 'comment', 'comment', 'reaction', 'reaction'] as const),
  ...Array.from({ length: 8 }, () => 'login' as const),
  ...Array.from({ length: 7 }, () => 'view' as const),
];

/**
 * So many events over the last days, in the order of time and each of its own, with the marks that ask for their work.
 * A few people do most of it; who answers whom, where, follows from the number of the event.
 */
export async function addEvents(
  owner: DataSource,
  { id, people }: Company,
  days: number,
  count: number,
): Promise<void> {
  const first = addDays(lastSunday, 1 - days);
  await owner.query(
    `select ensure_event_partition(month::date)
       from generate_series(date_trunc('month', $1::date), $2::date, interval '1 month') as month`,
    [first, lastSunday],
  );
  await owner.query(
    `with numbered as (
       select n, n - n % 20 as thread, $2::date + n * ($3::integer * interval '1 day') / $4::integer as at,
              ($5::smallint[])[1 + n % 20] as kind,
              floor(power((n * 7919::bigint % 100003) / 100003.0, 1.5) * $6::integer)::integer as who,
              floor(power(((n - n % 20) * 7919::bigint % 100003) / 100003.0, 1.5) * $6::integer)::integer as opener
         from generate_series(0, $4::integer - 1) as n
     )
     insert into event (organization_id, day, source_id, id, digest, occurred_at, kind, quantity, actor, object, parent, group_key, target)
     select $1, at::date, 1, gen_random_uuid(), n, at, kind, 1, 'p' || who,
            case when kind = $7 then 'o' || thread when n % 20 > 4 then 'o' || n % 5000 when kind = $8 then 'o' || n else 'o' || thread end,
            case when kind = $8 then 'o' || thread end,
            case when n % 20 < 5 then 'g' || thread / 20 % ${groups} end,
            case when n % 20 between 1 and 4 then 'p' || opener end
       from numbered`,
    [id, first, days, count, kindsInTurn.map(code), people, code('post'), code('comment')],
  );
  await owner.query(
    `insert into dirty_day (organization_id, day) select distinct organization_id, day from event where organization_id = $1`,
    [id],
  );
  await owner.query(`analyze event`);
}

/** Everybody belongs to three groups from the first day on; each group has a founder among them. */
async function joinGroups(owner: DataSource, { id, people }: Company, from: Day): Promise<void> {
  await owner.query(
    `insert into group_change (organization_id, day, group_key, ordinal, member, founder)
     select $1, $2, 'g' || (n * (turn * 37 + 1)) % ${groups}, n, true, n < ${groups} and turn = 0
       from generate_series(0, $3 - 1) as n, generate_series(0, 2) as turn on conflict do nothing`,
    [id, from, people],
  );
}

/** What the worker keeps per day or week of a year, that other weeks may stand for it. */
const kept: Record<string, { at: 'day' | 'week'; columns: string }> = {
  activity_day: { at: 'day', columns: 'act, segment, people' },
  activity_tie: { at: 'day', columns: 'source, target, replies, reactions, mentions' },
  activity_group_day: { at: 'day', columns: 'group_key, posts, comments' },
  activity_group_week: { at: 'week', columns: 'group_key, ordinal, posts, comments, reactions' },
  activity_hour: { at: 'week', columns: 'entity_key, hour, people, acts' },
  activity_week: {
    at: 'week',
    columns: 'ordinal, login_days, active_days, posts, comments, reactions, acts, interactions, received',
  },
};

/** Fills the year before the first of the last `weeks` with copies of them: what the worker reads is as long as a real year's. */
export async function repeatActivity(owner: DataSource, { id }: Company, weeks: number): Promise<void> {
  for (const [table, { at, columns }] of Object.entries(kept)) {
    await owner.query(
      `insert into ${table} (organization_id, ${at}, ${columns})
       select organization_id, ${at} - back * $2::integer, ${columns}
         from ${table}, generate_series(1, 364 / $2::integer) as back
        where organization_id = $1 and ${at} > $3::date - $2::integer on conflict do nothing`,
      [id, weeks * 7, lastSunday],
    );
  }
  // The weeks of the copies count as counted, or the first run would count them all.
  await owner.query(
    `insert into mask (organization_id, week_end, nodes, counted_at, k)
     select $1, $2::date - 7 * back, '[]', now(), 10 from generate_series(1, 60) as back on conflict do nothing`,
    [id, lastSunday],
  );
}

/** Copies the last published week to the 51 before it: reads cost what they cost after a year of publishing. */
export async function repeatPublication(owner: DataSource, { id }: Company): Promise<void> {
  const copies: Record<string, string> = {
    published_week: 'through - 7 * back, provisional, published_at',
    published_node: 'key, position, parent, kind, entity, name, members, entities, headcount, country, wave',
    published_count: 'population, days, node, counts',
  };
  for (const [table, columns] of Object.entries(copies)) {
    const names = columns.replace('through - 7 * back', 'through');
    await owner.query(
      `insert into ${table} (organization_id, week_end, ${names})
       select organization_id, week_end - 7 * back, ${columns} from ${table}, generate_series(1, 51) as back
        where organization_id = $1 and week_end = $2 on conflict do nothing`,
      [id, lastSunday],
    );
  }
  await owner.query(`analyze published_week, published_node, published_count`);
}

/** Leaves nothing to be counted of a company: a worker of later parts would begin with it. */
export async function forgetMarks(owner: DataSource, { id }: Company): Promise<void> {
  for (const table of ['dirty_day', 'dirty_week'])
    await owner.query(`delete from ${table} where organization_id = $1`, [id]);
}
