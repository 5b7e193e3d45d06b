import { KeptRaw } from '#contract/retention.js';
import { rowsOf } from '#storage/database.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
const call = (method: 'GET' | 'PUT' | 'POST', url: string, headers: Record<string, string>, payload?: object) =>
  server.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
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
  });
});
