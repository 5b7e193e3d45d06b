import { type DataSource } from 'typeorm';
import { rowsOf } from '#storage/database.js';
import { namesOf } from '#storage/vault/keyring.js';
import { type PersonWeek } from './recount.js';

const tables = [
  'activity_day',
  'activity_week',
  'activity_hour',
  'milestone',
  'activity_group_week',
  'activity_group_day',
  'group_change',
  'thread',
  'thread_response',
  'message_seen',
  'source_day',
  'mask',
  'measure_people',
  'measure_state',
  'measure_volume',
  'measure_cohort',
  'measure_lag',
  'measure_exchange',
  'measure_community',
  'measure_own_group',
  'measure_habit',
  'measure_persona',
  'measure_usage',
  'measure_rhythm',
  'measure_concentration',
  'published_week',
  'published_node',
  'published_count',
  'published_cohort',
  'published_lag',
  'published_community',
];

/** A digest of each derived table, but for the instants at which its rows were written. */
export async function digests(owner: DataSource): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of tables) {
    const [row] = await rowsOf<{ rows: number; digest: string }>(
      owner,
      `select count(*) as rows, md5(coalesce(string_agg(line, ' ' order by line), '')) as digest
         from (select (to_jsonb(t) - 'published_at' - 'counted_at')::text as line from ${table} t) as lines`,
    );
    found[table] = `${row?.rows} rows ${row?.digest}`;
  }
  return found;
}

/** `week/person` → what weekly activity holds of them; the database knows of a person nothing but the token of one of these names. */
export async function storedWeeks(
  owner: DataSource,
  organizationId: string,
  actors: Iterable<string>,
): Promise<Record<string, PersonWeek>> {
  const rows = await rowsOf<PersonWeek & { week: string; token: string }>(
    owner,
    `select w.week, p.key as token, login_days as "loginDays", active_days as "activeDays", posts, comments, reactions, acts
       from activity_week w join person p using (organization_id, ordinal)
      where w.organization_id = $1`,
    [organizationId],
  );
  const names = await namesOf(owner, organizationId);
  const spelling = new Map([...actors].map((actor) => [names.token(actor), actor]));
  return Object.fromEntries(
    rows.map(({ week, token, ...counts }) => [`${week}/${spelling.get(token) ?? token}`, counts]),
  );
}

/** `week end/window/cell` → people who signed in, acted, did either. */
export async function measuredPeople(owner: DataSource, organizationId: string): Promise<Record<string, number[]>> {
  const rows = await rowsOf<{ key: string; counts: number[] }>(
    owner,
    `select week_end || '/' || days || '/' || cell as key, array[login, act, active] as counts
       from measure_people
      where organization_id = $1 and population = 'everyone' and days in (7, 28) and (login, act, active) <> (0, 0, 0)`,
    [organizationId],
  );
  return Object.fromEntries(rows.map(({ key, counts }) => [key, counts]));
}
