import { Quality } from '#contract/quality.js';
import { KeyCreated, SourceCreated } from '#contract/sources.js';
import { addDays, mondayOf } from '#domain/calendar/day.js';
import { kindIndex } from '#domain/events/kind.js';
import { buildActivity } from '#pipeline/activity/build-activity.js';
import { checkIds } from '#pipeline/quality/check-ids.js';
import { namesOf } from '#storage/vault/keyring.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';

/** Twelve people whom the directory does not name, one whom it does, eight weeks of a live source with one day lost. */
describe('the quality of the data', () => {
  let server: TestServer;
  let id: string;
  let source: number;
  let key: string;
  let strangers: string[];
  const today = new Date().toISOString().slice(0, 10);
  const lost = addDays(mondayOf(addDays(today, -28)), 2);

  const owner = (sql: string, parameters: unknown[] = []): Promise<unknown> =>
    server.database.owner.query(sql, parameters);
  const base = '/v1/organizations/acme';

  async function get(role: 'consultant' | 'sponsor') {
    const headers = await server.signedIn((await server.account(role, ['acme'])).id);
    return server.app.inject({ method: 'GET', url: `${base}/quality`, headers });
  }
  const read = async () => {
    const answer = await get('consultant');
    return { text: answer.body, quality: Quality.parse(answer.json()) };
  };
  const send = (event: object) =>
    server.app.inject({
      method: 'POST',
      url: '/v1/events',
      headers: { authorization: `Bearer ${key}` },
      payload: event,
    });

  beforeAll(async () => {
    server = await createTestServer();
    id = await server.organization('acme', { class: 'personal' });
    const headers = await server.signedIn((await server.account('admin')).id);
    const made = await server.app.inject({
      method: 'POST',
      url: `${base}/sources`,
      headers,
      payload: { name: 'Intranet' },
    });
    source = SourceCreated.parse(made.json()).id;
    const given = await server.app.inject({ method: 'POST', url: `${base}/sources/${source}/keys`, headers });
    key = KeyCreated.parse(given.json()).key;
    const names = await namesOf(server.database.owner, id);
    const ada = names.token('ada@acme.example');
    strangers = Array.from({ length: 12 }, (_, n) => names.token(`stranger${n + 1}@other.example`));
    await owner(`insert into person (organization_id, ordinal, key, declared) values ($1, 0, $2, true)`, [id, ada]);
    await owner(`update organization set next_ordinal = 1 where id = $1`, [id]);
    await owner(`insert into person_alias (organization_id, alias, ordinal) values ($1, $2, 0)`, [id, ada]);
    for (let n = 1; n <= 57; n++) await owner(`select ensure_event_partition($1)`, [addDays(today, -n)]);
    await owner(
      `
      insert into event (organization_id, day, source_id, id, digest, occurred_at, kind, quantity, actor)
      select $1, day::date, $2, md5(day::text || n)::uuid, 0, day + interval '9 hours', 2, case n when 0 then 3 else 1 end,
             case n when 0 then $5 else ($6::text[])[n] end
        from generate_series($3::date - 56, $3::date - 1, interval '1 day') as day, generate_series(0, 12) as n
       where extract(isodow from day) <= 5 and day <> $4::date
      `,
      [id, source, today, lost, ada, strangers],
    );
    await owner(
      `insert into event (organization_id, day, source_id, id, digest, occurred_at, kind, quantity, actor)
       select organization_id, $2::date, source_id, id, 0, $2::date + interval '9 hours', kind, quantity, actor
         from event where organization_id = $1 and day > $2::date order by day, id limit 1`,
      [id, addDays(lost, -1)],
    );
    await owner(
      `insert into source (organization_id, id, name, kind) values ($1, 8, 'Archive', 'file'), ($1, 9, 'Relevé', 'file'),
              ($1, 10, 'Engage', 'pull')`,
      [id],
    );
    await owner(
      `insert into import (organization_id, id, source_id, kind, file_name, state, options, finished_at)
       values ($1, 1, 8, 'slack', 'a.zip', 'done', '{}', now()), ($1, 2, 9, 'events', 'r.csv', 'done', '{"grain":"day"}', now())`,
      [id],
    );
    await owner(
      `insert into pull_source (organization_id, source_id, kind, address, settings, secret, every_minutes, cursor)
       values ($1, 10, 'm365', 'https://graph.example', '{}', '', 60, '{}')`,
      [id],
    );
    // A post and a reaction of an archive that dates no reaction, and two acts of which only the day is known.
    await owner(
      `insert into event (organization_id, day, source_id, id, digest, import_id, occurred_at, kind, quantity, actor)
       select $1, $2::date, source, gen_random_uuid(), 0, import, $2::date + interval '9 hours', kind, 1, $3
         from (values (8, 1, 2), (8, 1, 4), (9, 2, 2), (10, null, 2)) as brought(source, import, kind)`,
      [id, addDays(lost, -1), ada],
    );
    await owner(
      `insert into import_reject (organization_id, import_id, position, line, code, message)
       values ($1, 1, 0, 3, 'unknown_entity', ''), ($1, 1, 1, 4, 'unknown_entity', ''), ($1, 1, 2, 5, 'naive_timestamp', '')`,
      [id],
    );
    await owner(`insert into dirty_day (organization_id, day) select distinct organization_id, day from event`);
    await buildActivity(server.database.owner, id);
    await checkIds(server.database.owner, id);
  });
  afterAll(() => server.close());

  it('is told in counts: silences, approximate times, ids of several days, and about how many nobody knows', async () => {
    const { text, quality } = await read();
    expect(quality.unassigned).toMatchObject({ people: { low: 10, high: 19 }, mostly: 'other_domain', share: 0.9 });
    expect(quality.sources).toMatchObject([
      { name: 'Intranet', gaps: [{ from: lost, to: lost, days: 1, usual: 13 }], repeatedIds: 1, conflicts: 0 },
      { name: 'Archive', gaps: [], approximate: 0.5, membersUnread: true },
      { name: 'Engage', kind: 'pull', gaps: [], approximate: 1 },
      { name: 'Relevé', gaps: [], approximate: 1, cannot: [], membersUnread: false },
    ]);
    expect(quality.sources[1]?.cannot).toContain('login');
    expect(quality.sources[2]?.cannot).toContain('comment');
    expect(quality.sources[1]?.unheard).toContain('comment');
    expect(quality.refused).toMatchObject([{ import: 1, kind: 'slack', code: 'unknown_entity', lines: 2 }]);
    expect(quality.sources[0]?.approximate).toBeCloseTo(1 / 13, 2);
    expect(quality.sources[0]).toMatchObject({ cannot: [] });
    expect(quality.silenced?.find(({ indicator }) => indicator === 'K03')).toMatchObject({
      how: 'not',
      kinds: ['login'],
    });
    expect(text).not.toMatch(/stranger|ada/);
  });

  it('counts what comes with a clock that is fast, and an id that was taken', async () => {
    const at = new Date(Date.now() + 600_000).toISOString();
    expect((await send({ id: 'e', occurred_at: at, kind: 'post', actor: 'ada@acme.example' })).statusCode).toBe(202);
    expect((await send({ id: 'e', occurred_at: at, kind: 'view', actor: 'ada@acme.example' })).statusCode).toBe(422);
    const [intranet] = (await read()).quality.sources;
    expect(intranet).toMatchObject({ conflicts: 1, ahead: 2 });
    expect(intranet?.aheadSeconds).toBeGreaterThan(590);
    expect(intranet?.lastConflict).not.toBeNull();
  });

  it('knows the address that an account bears beside the number of its source', async () => {
    await owner(`update person set key = 'n' || ordinal where organization_id = $1 and key = any($2)`, [
      id,
      strangers.slice(4),
    ]);
    await owner(`insert into dirty_day (organization_id, day) select distinct organization_id, day from event`);
    await buildActivity(server.database.owner, id);
    expect((await read()).quality.unassigned).toMatchObject({ mostly: 'other_domain' });
  });

  it('says only that there are some, once they are fewer than ten', async () => {
    await owner(`update person set declared = true where organization_id = $1 and key = any($2)`, [
      id,
      strangers.slice(0, 4),
    ]);
    await owner(`insert into dirty_day (organization_id, day) select distinct organization_id, day from event`);
    await buildActivity(server.database.owner, id);
    const { quality } = await read();
    expect(quality.unassigned).toMatchObject({ people: { low: 1, high: 9 }, mostly: null, share: null });
  });

  it('counts on no source of which every event was undone, though closed weeks remember what it told', async () => {
    await owner(`insert into source (organization_id, id, name, kind) values ($1, 11, 'Undone', 'file')`, [id]);
    await owner(
      `insert into source_evidence (organization_id, source_id, kind, targets, parents, groups) values ($1, 11, $2, false, false, false)`,
      [id, kindIndex('login')],
    );
    const { quality } = await read();
    expect(quality.silenced?.find(({ indicator }) => indicator === 'K03')).toMatchObject({ how: 'not' });
  });

  it('knows the holidays of every country, that of the seat first, and of which source a date ahead was refused', async () => {
    await owner(
      `insert into entity (organization_id, key, name, country) values ($1, 'top', 'Top', null), ($1, 'be', 'Belgique', 'BE'),
              ($1, 'liege', 'Liège', null), ($1, 'lu', 'Luxembourg', 'LU')`,
      [id],
    );
    await owner(
      `insert into entity_parent (organization_id, entity_key, parent_key)
       values ($1, 'top', null), ($1, 'be', 'top'), ($1, 'liege', 'be'), ($1, 'lu', 'top')`,
      [id],
    );
    await owner(
      `insert into import_reject (organization_id, import_id, position, line, code, message) values ($1, 2, 0, 3, 'future_timestamp', '')`,
      [id],
    );
    const { quality } = await read();
    expect(quality.countries).toEqual(['FR', 'BE', 'LU']);
    await owner(`update organization set country = null where id = $1`, [id]);
    expect((await read()).quality.countries).toEqual(['BE', 'LU']);
    expect(quality.refused).toContainEqual(expect.objectContaining({ code: 'future_timestamp', source: 9, lines: 1 }));
  });

  it('is not for a sponsor', async () => {
    expect((await get('sponsor')).statusCode).toBe(403);
  });
});
