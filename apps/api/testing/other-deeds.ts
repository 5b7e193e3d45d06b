import { type DataSource } from 'typeorm';
import { addDays, type Day } from '#domain/calendar/day.js';
import { refresh } from '#pipeline/refresh.js';
import { rowsOf } from '#storage/database.js';

interface Company {
  owner: DataSource;
  work: DataSource;
  organizationId: string;
  now: Date;
}

/**
 * People whom nothing declared tells apart, by what their events call them: of one entity and the same lists of people,
 * without a mandate, a group of their own or anybody to manage.
 */
async function alike(owner: DataSource, organizationId: string): Promise<string[][]> {
  const rows = await rowsOf<{ names: string[] }>(
    owner,
    `select array_agg(p.key order by p.ordinal) as names
       from person p
       join assignment a using (organization_id, ordinal)
       left join lateral (select string_agg(m.wave_key, ',' order by m.wave_key) as lists from wave_member m
                           where m.organization_id = p.organization_id and m.ordinal = p.ordinal) as member on true
      where p.organization_id = $1 and not p.bot
        and not exists (select from mandate m where m.organization_id = $1 and m.ordinal = p.ordinal)
        and not exists (select from assignment below where below.organization_id = $1 and below.manager_ordinal = p.ordinal)
        and not exists (select from network_group g where g.organization_id = $1 and p.key = any(g.owner_keys || g.creator_key))
      group by a.entity_key, member.lists having count(*) > 1`,
    [organizationId],
  );
  return rows.map(({ names }) => names);
}

/** What is published, but for the moment at which it was. */
export async function publicationOf(owner: DataSource, organizationId: string): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    owner,
    `select tablename as name from pg_tables where tablename like 'published\\_%' order by 1`,
  );
  const lines: string[] = [];
  for (const { name } of tables) {
    const rows = await rowsOf<{ line: string }>(
      owner,
      `select (to_jsonb(t) - 'published_at')::text as line from ${name} t where organization_id = $1 order by 1`,
      [organizationId],
    );
    lines.push(...rows.map(({ line }) => `${name} ${line}`));
  }
  return lines;
}

/** From that day on: nothing was told of the days before. */
async function countAgain({ owner, work, organizationId, now }: Company, from: Day | null = null): Promise<void> {
  await owner.query(
    `insert into dirty_day (organization_id, day) select distinct organization_id, day from event
      where organization_id = $1 and ($2::date is null or day >= $2)`,
    [organizationId, from],
  );
  await refresh(work, organizationId, now);
}

async function measuresOf(owner: DataSource, organizationId: string): Promise<string> {
  const sql = `select t::text as line from measure_people t where organization_id = $1 order by 1`;
  const rows = await rowsOf<{ line: string }>(owner, sql, [organizationId]);
  return rows.map(({ line }) => line).join('\n');
}

/** Everybody did what the next of those like them did. The number of events that somebody else has now. */
export async function exchangeDeeds({ owner, work, organizationId, now }: Company): Promise<number> {
  const groups = await alike(owner, organizationId);
  const turned = groups.flatMap((names) => names.map((name, place) => [name, names[(place + 1) % names.length]!]));
  const [{ changed } = { changed: 0 }] = await rowsOf<{ changed: number }>(
    owner,
    `with changed as (
       update event set actor = other.name from unnest($2::text[], $3::text[]) as other (was, name)
        where organization_id = $1 and actor = other.was returning 1)
     select count(*)::int as changed from changed`,
    [organizationId, turned.map(([was]) => was), turned.map(([, name]) => name)],
  );
  await countAgain({ owner, work, organizationId, now });
  return changed;
}

/**
 * Somebody does what somebody like them did in the week of that Sunday, beside what they did themselves: other counts, of which the same is
 * published. Looks for two of whom that holds. What is published then.
 */
export async function takeOver({ owner, work, organizationId, now }: Company, sunday: Day): Promise<string[]> {
  const [before, measures] = [await publicationOf(owner, organizationId), await measuresOf(owner, organizationId)];
  const give = (from: string, to: string, ids: readonly string[]) =>
    owner.query(`update event set actor = $3 where organization_id = $1 and actor = $2 and id = any($4::uuid[])`, [
      ...[organizationId, from, to, ids],
    ]);
  for (const names of await alike(owner, organizationId))
    for (const [place, from] of names.slice(1, 9).entries()) {
      const to = names[place]!;
      const acts = await rowsOf<{ id: string }>(
        owner,
        `select id from event where organization_id = $1 and actor = $2 and day > $3::date - 7`,
        [organizationId, from, sunday],
      );
      if (acts.length === 0) continue;
      const ids = acts.map(({ id }) => id);
      await give(from, to, ids);
      await countAgain({ owner, work, organizationId, now }, addDays(sunday, -6));
      const after = await publicationOf(owner, organizationId);
      const isOther = (await measuresOf(owner, organizationId)) !== measures;
      if (isOther && after.join('\n') === before.join('\n')) return after;
      await give(to, from, ids);
    }
  throw new Error('Nobody could do what somebody else did without its being published.');
}
