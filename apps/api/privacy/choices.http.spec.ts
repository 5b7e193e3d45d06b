import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PublicRules } from '#contract/public-rules.js';
import { KeptRaw } from '#contract/retention.js';
import { createApiToken } from '#storage/access/api-token.js';
import { rowsOf } from '#storage/database.js';
import { createScimToken } from '#storage/scim/scim-tokens.js';
import { createKey } from '#storage/source/source-keys.js';
import { createSource } from '#storage/source/sources.js';
import { dumpOf } from '#storage/testing/dump.js';
import { askedElsewhere, notAsked, noted } from '../testing/noted-routes.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
const call = (
  method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  headers: Record<string, string>,
  payload?: object,
) => server.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
const code = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

describe('for how long raw events are kept', () => {
  it('is chosen by an administrator between one month and thirteen, read by all, and written down', async () => {
    const admin = await server.signedIn((await server.account('admin')).id);
    const of = (slug: string, kind: string) => ({ slug, name: slug, class: kind, timezone: 'Europe/Paris' });
    await call('POST', '/v1/organizations', admin, of('real', 'personal'));
    await call('POST', '/v1/organizations', admin, of('played', 'synthetic'));
    const sponsor = await server.signedIn((await server.account('sponsor', ['real'])).id);
    const manager = await server.signedIn((await server.account('project_manager', ['real'])).id);
    const real = '/v1/organizations/real/retention';
    const kept = { rawMonths: 6, sealedBefore: null, applies: true };
    expect(KeptRaw.parse((await call('GET', real, sponsor)).json())).toEqual(kept);
    expect(code(await call('PUT', real, manager, { rawMonths: 3 }))).toBe('forbidden');
    for (const rawMonths of [0, 14, 2.5, '3', null])
      expect(code(await call('PUT', real, admin, { rawMonths }))).toBe('invalid_request');
    expect((await call('PUT', real, admin, { rawMonths: 3 })).json()).toEqual({ ...kept, rawMonths: 3 });
    expect((await call('GET', real, manager)).json()).toMatchObject({ rawMonths: 3 });
    const dossier = await call('GET', `/v1/organizations/real/dossiers/works-council?format=pdf`, manager);
    expect(dossier.statusCode).toBe(200);
    const played = '/v1/organizations/played/retention';
    expect((await call('GET', played, admin)).json()).toMatchObject({ applies: false });
    const refused = await call('PUT', played, admin, { rawMonths: 3 });
    expect([refused.statusCode, code(refused)]).toEqual([422, 'retention_not_needed']);
    const noted = `select detail from audit where action = 'retention_chosen'`;
    expect(await rowsOf(server.database.owner, noted)).toEqual([{ detail: { before: 6, rawMonths: 3 } }]);
  });
});

describe('how many people a figure is about at least', () => {
  it('is raised by an administrator, never lowered, read by all, and written down', async () => {
    await server.organization('careful', { class: 'personal' });
    const admin = await server.signedIn((await server.account('admin')).id);
    const manager = await server.signedIn((await server.account('project_manager', ['careful'])).id);
    const path = '/v1/organizations/careful/smallest-group';
    expect((await call('GET', path, manager)).json()).toEqual({ k: 10, closedWith: null });
    expect(code(await call('PUT', path, manager, { k: 15 }))).toBe('forbidden');
    for (const k of [0, 201, 12.5, '15', null])
      expect(code(await call('PUT', path, admin, { k }))).toBe('invalid_request');
    const refused = await call('PUT', path, admin, { k: 9 });
    expect([refused.statusCode, code(refused)]).toEqual([422, 'k_only_rises']);
    for (const k of [15, 15])
      expect((await call('PUT', path, admin, { k })).json()).toEqual({ k: 15, closedWith: null });
    expect(code(await call('PUT', path, admin, { k: 14 }))).toBe('k_only_rises');
    const noted = `select detail from audit where action = 'smallest_group_raised'`;
    expect(await rowsOf(server.database.owner, noted)).toEqual([{ detail: { before: 10, k: 15 } }]);
    // Everybody reads it, and learns of no other name whether there is such an organisation.
    await server.organization('open', { class: 'public', k: 3 });
    const rules = async (query: string) =>
      PublicRules.parse((await call('GET', `/v1/public-rules${query}`, {})).json());
    expect(await rules('?of=careful')).toEqual({ k: 15, closedWith: null, bands: true, rawMonths: 6 });
    await server.database.owner.query(
      `insert into mask (organization_id, week_end, nodes, closed, k)
       select id, '2026-03-08', '[]', true, 10 from organization where slug = 'careful'`,
    );
    expect(await rules('?of=careful')).toMatchObject({ k: 15, closedWith: 10 });
    expect((await call('GET', path, manager)).json()).toEqual({ k: 15, closedWith: 10 });
    for (const query of ['', '?of=open', '?of=nobody'])
      expect(await rules(query)).toEqual({ k: 10, closedWith: null, bands: true, rawMonths: 6 });
  });
});

/** What stands in paths, by its name there. */
const made: Record<string, string> = {};

describe('a change and its note', () => {
  let admin: { cookie: string };
  let organizationId: string;
  beforeAll(async () => {
    const { owner } = server.database;
    organizationId = await server.organization('noting', { class: 'personal' });
    const { id } = await server.account('admin');
    admin = await server.signedIn(id);
    made.account = (await server.account('sponsor', ['noting'])).id;
    await server.signedIn(made.account);
    made.other = (await server.account('sponsor')).id;
    await owner.query(`update account set second_factor_at = now() where id = $1`, [made.account]);
    made.token = (await createApiToken(owner, id, { name: 'old', role: 'sponsor', days: 1 })).listed.id;
    made.scimToken = (await createScimToken(owner, organizationId)).id;
    made.source = String(await createSource(owner, organizationId, { name: 'live', kind: 'http' }));
    made.key = (await createKey(owner, organizationId, Number(made.source))).id;
    await owner.query(`insert into person (organization_id, ordinal, key, declared) values ($1, 1, 'a', false)`, [
      organizationId,
    ]);
    await owner.query(`insert into proposed_place (organization_id, ordinal, path) values ($1, 1, 'Lyon')`, [
      organizationId,
    ]);
    await owner.query(`insert into entity (organization_id, key, name) values ($1, 'lyon', 'Lyon')`, [organizationId]);
    made.committee = randomUUID();
    made.item = randomUUID();
    made.note = randomUUID();
    await owner.query(
      `insert into figure_note (organization_id, id, indicator, week_end, text) values ($1, $2, 'K20', '2026-05-03', 'x')`,
      [organizationId, made.note],
    );
    await owner.query(`insert into committee (organization_id, id, held_on) values ($1, $2, '2026-05-04')`, [
      organizationId,
      made.committee,
    ]);
    await owner.query(
      `insert into committee_item (organization_id, id, committee_id, kind, text, state)
       values ($1, $2, $3, 'decision', 'Open Lyon', 'open')`,
      [organizationId, made.item, made.committee],
    );
    // The key of the organisation is made when it is first needed: that is no change.
    const first = { request: 'objection', identifier: 'nobody' };
    await call('POST', '/v1/organizations/noting/rights/requests', admin, first);
    await owner.query(`create function refuse_note() returns trigger language plpgsql as
      $$ begin raise exception 'no note today'; end $$`);
  });

  const ask = (name: string) => {
    const [method = '', url = ''] = name.split(' ');
    const { body, path = {} } = noted[name]!;
    const filled = Object.entries(path).reduce(
      (at, [word, value]) => at.replace(`:${word}`, made[value] ?? value),
      url,
    );
    return call(method as 'PUT', filled.replace(':org', 'noting'), admin, body);
  };
  const everything = async () => {
    const dump = await dumpOf(server.database.owner);
    dump.delete('public.audit');
    return dump;
  };

  it('are asked of every route that writes, but for those that say why not', () => {
    const reads = new Set(['GET', 'HEAD', 'OPTIONS']);
    const writing = server.routes.flatMap(({ method, url }) => (reads.has(method) ? [] : [`${method} ${url}`]));
    const known = [...Object.keys(noted), ...Object.keys(askedElsewhere), ...Object.values(notAsked).flat()];
    expect(known.sort()).toEqual(writing.sort());
  });

  it.each(Object.entries(askedElsewhere))('are asked for elsewhere: %s', async (_route, [action, suite]) => {
    expect(await readFile(suite, 'utf8')).toContain(`'${action}'`);
  });

  it.each(Object.keys(noted))('are both there or neither: %s', async (name) => {
    const { owner } = server.database;
    const before = await everything();
    await owner.query(`create trigger broken before insert on audit for each row execute function refuse_note()`);
    const broken = await ask(name);
    await owner.query(`drop trigger broken on audit`);
    expect([name, broken.statusCode]).toEqual([name, 500]);
    expect(await everything()).toEqual(before);
    const last = `select coalesce(max(id), 0) as id from audit`;
    const [{ id }] = (await rowsOf<{ id: number }>(owner, last)) as [{ id: number }];
    expect((await ask(name)).statusCode).toBeLessThan(300);
    const actions = await rowsOf<{ action: string }>(owner, `select action from audit where id > $1`, [id]);
    expect(actions.map(({ action }) => action)).toContain(noted[name]!.noted);
  });
});
