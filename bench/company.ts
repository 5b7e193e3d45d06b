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
  await owner.query(`update organization set next_ordinal = $2, declared_through = $3 where id = $1`, [
    ...[id, people, lastSunday],
  ]);
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
  await owner.query(
    `insert into milestone (organization_id, ordinal, kind, at, day)
     select $1, ordinal, 'invited', $2::date - 7, $2::date - 7 from person where organization_id = $1`,
    [id, addDays(start, -21)],
  );
  return { id, slug, people };
}

/** So many events over the last days, in the order of time and each of its own, with the marks that ask for their work. */
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
  await owner.query(`select setseed(0.42)`);
  await owner.query(
    `insert into event (organization_id, day, source_id, id, digest, occurred_at, kind, quantity, actor, object)
     select $1, at::date, 1, gen_random_uuid(), n, at,
            case when dice < 0.4 then $5::smallint when dice < 0.75 then $6 when dice < 0.87 then $7 when dice < 0.95 then $8 else $9 end,
            1, 'p' || who, 'o' || n % 5000
       from (select n, $2::date + n * ($3::integer * interval '1 day') / $4::integer as at, random() as dice,
                    floor(power(random(), 1.5) * $10::integer)::integer as who
               from generate_series(0, $4::integer - 1) as n) as e`,
    [id, first, days, count, ...(['login', 'view', 'reaction', 'comment', 'post'] as const).map(code), people],
  );
  await owner.query(
    `insert into dirty_day (organization_id, day) select distinct organization_id, day from event where organization_id = $1`,
    [id],
  );
  await owner.query(`analyze event`);
}

/** Fills the year before the first of the last `weeks` with copies of them: what the worker reads is as long as a real year's. */
export async function repeatActivity(owner: DataSource, { id }: Company, weeks: number): Promise<void> {
  await owner.query(
    `insert into activity_day (organization_id, day, act, segment, people)
     select organization_id, day - back * $2::integer, act, segment, people
       from activity_day, generate_series(1, 364 / $2::integer) as back
      where organization_id = $1 and day > $3::date - $2::integer`,
    [id, weeks * 7, lastSunday],
  );
  // The weeks of the copies count as counted, or the first run would count them all.
  await owner.query(
    `insert into mask (organization_id, week_end, nodes, counted_at)
     select $1, $2::date - 7 * back, '[]', now() from generate_series(1, 60) as back on conflict do nothing`,
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
