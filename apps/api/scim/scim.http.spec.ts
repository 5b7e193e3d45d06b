import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '#domain/calendar/day.js';
import { createScimToken, revokeScimToken, TooManyScimTokens } from '#storage/scim/scim-tokens.js';
import { openAttributes } from '#storage/scim/sealed-content.js';
import { createKey } from '#storage/source/source-keys.js';
import { ensureSource } from '#storage/source/sources.js';
import { namesOf } from '#storage/vault/keyring.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const core = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** One server for everything that /scim/v2 answers; what becomes of it in the directory: apply-scim.db.spec. */
describe('/scim/v2', () => {
  let server: TestServer;
  let organization: string;
  let token: string;

  beforeAll(async () => {
    server = await createTestServer();
    organization = await server.organization('acme');
    token = (await createScimToken(server.database.owner, organization)).token;
  });
  afterAll(() => server.close());

  type Resource = Record<string, unknown>;
  interface Answer {
    status: number;
    headers: Record<string, unknown>;
    body: Resource & { id: string; totalResults: number; Resources: Resource[] };
  }

  async function ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await server.app.inject({
      method,
      url: `/scim/v2/${path}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json', ...headers },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = answer.body;
    return { status: answer.statusCode, headers: answer.headers, body: text === '' ? ({} as never) : JSON.parse(text) };
  }

  const user = (userName: string, more: object = {}) => ({ schemas: [core, enterprise], userName, ...more });
  const create = async (userName: string, more: object = {}) =>
    (await ask('POST', 'Users', user(userName, more))).body.id;
  const patch = (id: string, ...Operations: unknown[]) =>
    ask('PATCH', `Users/${id}`, { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations });

  it('is opened by its own token and by nothing else, and the token opens nothing else', async () => {
    const admin = await server.signedIn((await server.account('admin')).id);
    const source = await ensureSource(server.database.owner, organization, { name: 'live', kind: 'http' });
    const { key } = await createKey(server.database.owner, organization, source);
    for (const headers of [admin, { authorization: `Bearer ${key}` }, { authorization: '' }]) {
      const answer = await ask('GET', 'Users', undefined, { authorization: '', ...headers });
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401' });
    }
    const elsewhere = ['/v1/organizations/acme/sources', '/v1/accounts', '/v1/session'];
    for (const url of elsewhere) {
      const answer = await server.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
      expect(answer.statusCode).toBe(401);
    }
    const events = { method: 'POST', url: '/v1/events', headers: { authorization: `Bearer ${token}` } } as const;
    expect((await server.app.inject({ ...events, payload: {} })).statusCode).toBe(401);
  });

  it('lets no provider in too often', async () => {
    const { token: busy } = await createScimToken(server.database.owner, await server.organization('busy'));
    const headers = { authorization: `Bearer ${busy}` };
    const url = '/scim/v2/ServiceProviderConfig';
    const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    const all = Array.from({ length: 505 }, () => server.app.inject({ method: 'GET', url, headers }));
    const refused = (await Promise.all(all)).filter(({ statusCode }) => statusCode === 429);
    clock.mockRestore();
    expect(refused).toHaveLength(5);
    expect(refused[0]?.json()).toMatchObject({ status: '429' });
    expect((await ask('GET', 'Users')).status).toBe(200);
  });

  it('has tokens that end with their last day, which then count no longer among the two', async () => {
    const { owner } = server.database;
    const dated = await server.organization('dated');
    const today = new Date().toISOString().slice(0, 10);
    const made = await createScimToken(owner, dated, addDays(today, 2));
    await createScimToken(owner, dated);
    const asked = () => ask('GET', 'Users', undefined, { authorization: `Bearer ${made.token}` });
    expect((await asked()).status).toBe(200);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.parse(`${addDays(today, 4)}T00:00:00Z`));
    const over = await asked();
    clock.mockRestore();
    expect([over.status, over.body['detail']]).toEqual([401, 'The last day of the token is over.']);
    await expect(createScimToken(owner, dated)).rejects.toThrow(TooManyScimTokens);
    await owner.query(`update scim_token set expires_on = $2 where id = $1`, [made.id, addDays(today, -2)]);
    expect((await createScimToken(owner, dated)).prefix).not.toBe(made.prefix);
  });

  it('has two tokens at most, and none that was revoked', async () => {
    const { owner } = server.database;
    const other = await server.organization('other');
    const [one, two] = [await createScimToken(owner, other), await createScimToken(owner, other)];
    await expect(createScimToken(owner, other)).rejects.toThrow(TooManyScimTokens);
    const status = async (given: string) =>
      (await ask('GET', 'Users', undefined, { authorization: `Bearer ${given}` })).status;
    expect([await status(one.token), await status(two.token)]).toEqual([200, 200]);
    expect(await revokeScimToken(owner, organization, { prefix: one.prefix })).toBe(false);
    expect(await revokeScimToken(owner, other, { prefix: one.prefix })).toBe(true);
    expect([await status(one.token), await status(two.token)]).toEqual([401, 200]);
    const [stored] = await owner.query(`select count(*)::int as n from scim_token where hash = $1`, [two.token]);
    expect(stored).toEqual({ n: 0 });
  });

  it('keeps what it needs, gives that back, and forgets the rest', async () => {
    const { status, body, headers } = await ask('POST', 'Users', {
      ...user('Alice@acme.fr', { externalId: '501', name: { familyName: 'CANARY' }, title: 'CANARY', active: 'True' }),
      displayName: 'CANARY',
      roles: [{ value: 'admin' }],
      emails: [{ value: 'alice@acme.fr', type: 'work', primary: 'true' }],
      [enterprise]: { employeeNumber: '7', department: 'DSI', costCenter: 'CANARY', manager: 'm-1' },
    });
    expect([status, headers['content-type'], headers['etag']]).toEqual([
      201,
      'application/scim+json; charset=utf-8',
      'W/"1"',
    ]);
    expect(headers['location']).toBe(`/scim/v2/Users/${body.id}`);
    const kept = {
      ...{ userName: 'Alice@acme.fr', externalId: '501', active: true },
      emails: [{ value: 'alice@acme.fr', type: 'work', primary: true }],
      [enterprise]: { employeeNumber: '7', department: 'DSI', manager: { value: 'm-1' } },
    };
    const { schemas: _, id: _id, meta: _meta, ...given } = (await ask('GET', `Users/${body.id}`)).body;
    expect(given).toEqual(kept);
    const { owner } = server.database;
    const [stored] = await owner.query<{ sealed: Buffer }[]>(`select sealed from scim_resource where id = $1`, [
      body.id,
    ]);
    expect(openAttributes(await namesOf(owner, organization), stored!.sealed)).toEqual(kept);
    expect(JSON.stringify(await ask('GET', 'Schemas'))).not.toMatch(/costCenter|phoneNumbers|nickName/);
    const [accounts] = await server.database.owner.query(
      `select count(*)::int as n from account where email like 'alice%'`,
    );
    expect(accounts).toEqual({ n: 0 });
  });

  it('takes what Entra ID and Okta send', async () => {
    const id = await create('entra@acme.fr', { emails: [{ value: 'a@acme.fr', type: 'work' }] });
    const attributes = async () => (await ask('GET', `Users/${id}`)).body as Record<string, unknown>;
    expect((await patch(id, { op: 'Replace', path: 'active', value: 'False' })).body).toMatchObject({ active: false });
    expect((await patch(id, { op: 'replace', value: { active: 'true', displayName: 'X' } })).body).toMatchObject({
      active: true,
    });
    await patch(
      id,
      { op: 'Add', path: 'emails[type eq "work"].value', value: 'b@acme.fr' },
      { op: 'Add', path: 'emails[type eq "home"].value', value: 'home@x.fr' },
      { op: 'Add', path: 'emails[type eq "home"].primary', value: 'True' },
      { op: 'Add', path: `${enterprise}:department`, value: 'Production' },
      { op: 'Add', path: `${enterprise}:manager`, value: 'chief' },
      { op: 'Replace', path: 'name.givenName', value: 'Anne' },
      { op: 'Add', path: 'addresses[type eq "work"].country', value: 'FR' },
      { op: 'Replace', path: 'externalId', value: [{ $ref: null, value: '99' }] },
    );
    expect(await attributes()).toMatchObject({
      externalId: '99',
      emails: [
        { value: 'b@acme.fr', type: 'work' },
        { value: 'home@x.fr', type: 'home', primary: true },
      ],
      [enterprise]: { department: 'Production', manager: { value: 'chief' } },
    });
    await patch(id, {
      op: 'Replace',
      value: { [`${enterprise}:division`]: 'Lyon', [enterprise]: { organization: 'O' } },
    });
    await patch(id, { op: 'Add', path: enterprise, value: { employeeNumber: '12' } });
    await patch(id, { op: 'Replace', path: `${enterprise}:manager`, value: '' });
    const after = await attributes();
    expect(after[enterprise]).toEqual({
      department: 'Production',
      division: 'Lyon',
      organization: 'O',
      employeeNumber: '12',
    });
    await patch(id, { op: 'remove', path: 'emails[type eq "home"]' });
    expect((await attributes())['emails']).toHaveLength(1);
    const before = (await ask('GET', `Users/${id}`)).headers['etag'];
    const forgotten = await patch(id, { op: 'Replace', path: 'title', value: 'Chef' });
    expect([forgotten.status, forgotten.headers['etag']]).toEqual([200, before]);
  });

  it('says in the form of SCIM what it refuses', async () => {
    const id = await create('refused@acme.fr');
    const refusal = ({ status, body }: Answer) => [status, (body as { scimType?: string }).scimType];
    expect(refusal(await ask('POST', 'Users', user('REFUSED@acme.fr')))).toEqual([409, 'uniqueness']);
    expect(refusal(await ask('POST', 'Users', { schemas: [core] }))).toEqual([400, 'invalidValue']);
    for (const broken of ['a\u0000b', 'a\ud800'])
      expect(refusal(await ask('POST', 'Users', user(broken)))).toEqual([400, 'invalidValue']);
    expect(refusal(await ask('POST', 'Users', '{"a'))).toEqual([400, 'invalidSyntax']);
    expect(refusal(await ask('POST', 'Users', '{"__proto__": {}}'))).toEqual([400, 'invalidSyntax']);
    expect(refusal(await patch(id, { op: 'replace', path: 'nonsense', value: 1 }))).toEqual([400, 'invalidPath']);
    expect(refusal(await patch(id, { op: 'replace', path: 'active', value: 'perhaps' }))).toEqual([
      400,
      'invalidValue',
    ]);
    expect(refusal(await patch(id))).toEqual([400, 'invalidSyntax']);
    expect(refusal(await patch(id, { op: 'remove' }))).toEqual([400, 'noTarget']);
    expect(refusal(await ask('GET', 'Users?filter=title%20eq%20%22x%22'))).toEqual([400, 'invalidFilter']);
    expect(refusal(await ask('GET', 'Users?filter=userName%20xx%20%22x%22'))).toEqual([400, 'invalidFilter']);
    expect(refusal(await ask('GET', 'Users?startIndex=x'))).toEqual([400, 'invalidValue']);
    expect(refusal(await ask('GET', 'Users/2819c223-7f76-453a-919d-413861904646'))).toEqual([404, undefined]);
    expect(refusal(await ask('GET', "Users/'; drop table person"))).toEqual([404, undefined]);
    expect(refusal(await ask('GET', 'Nothing'))).toEqual([404, undefined]);
    expect(refusal(await ask('POST', 'Users', JSON.stringify(user('x'.repeat(1_100_000)))))).toEqual([413, undefined]);
  });

  it('finds and pages', async () => {
    for (let n = 0; n < 5; n++)
      await create(`page-${n}@acme.fr`, { externalId: `p${n}`, emails: [{ value: `P${n}@x.fr`, type: 'work' }] });
    const find = async (filter: string, more = '') =>
      (await ask('GET', `Users?filter=${encodeURIComponent(filter)}${more}`)).body;
    const names = async (filter: string) =>
      (await find(filter)).Resources.map(({ externalId }) => externalId as string);
    expect(await names('userName eq "PAGE-2@ACME.FR"')).toEqual(['p2']);
    expect(await names('externalId eq "p3"')).toEqual(['p3']);
    expect(await names('externalId eq "P3"')).toEqual([]);
    expect(await names('emails.value eq "p4@X.fr"')).toEqual(['p4']);
    expect(await names('emails[type eq "work" and value eq "p1@x.fr"]')).toEqual(['p1']);
    expect(await names('emails[type eq "home"].value eq "p1@x.fr"')).toEqual([]);
    expect(await names('externalId sw "p" and (externalId eq "p0" or externalId eq "p1")')).toEqual(['p0', 'p1']);
    expect(await names('active eq false and userName sw "page-"')).toEqual([]);
    expect(await names('meta.lastModified gt "2100-01-01T00:00:00Z"')).toEqual([]);
    expect(await find('userName sw "page-"', '&startIndex=4&count=2')).toMatchObject({
      ...{ totalResults: 5, startIndex: 4, itemsPerPage: 2, Resources: [{ externalId: 'p3' }, { externalId: 'p4' }] },
    });
    expect(await find('userName sw "page-"', '&count=0')).toMatchObject({ totalResults: 5, Resources: [] });
    expect((await find('userName eq "page-1@acme.fr"', '&attributes=userName')).Resources[0]).not.toHaveProperty(
      'emails',
    );
    const searched = await ask('POST', 'Users/.search', { filter: 'externalId eq "p2"', attributes: ['externalId'] });
    expect(searched.body.Resources).toMatchObject([{ externalId: 'p2' }]);
  });

  it('changes only the version that is meant', async () => {
    const id = await create('etag@acme.fr');
    const put = (tag: string) => ask('PUT', `Users/${id}`, user('etag2@acme.fr'), { 'if-match': tag });
    expect((await put('W/"7"')).status).toBe(412);
    expect((await put('W/"1"')).headers['etag']).toBe('W/"2"');
    expect((await put('W/"2"')).headers['etag']).toBe('W/"2"');
    expect((await ask('GET', `Users/${id}`, undefined, { 'if-none-match': 'W/"2"' })).status).toBe(304);
    expect(
      (await ask('DELETE', `Users/${id}`, undefined, { 'if-match': 'W/"1"', 'content-type': 'text/csv' })).status,
    ).toBe(412);
    const remove = () =>
      server.app.inject({
        method: 'DELETE',
        url: `/scim/v2/Users/${id}`,
        headers: { authorization: `Bearer ${token}` },
      });
    expect([(await remove()).statusCode, (await remove()).statusCode]).toEqual([204, 404]);
    expect(typeof (await create('etag2@acme.fr'))).toBe('string');
  });

  it('takes many operations at once, and no circle', async () => {
    const bulk = (...Operations: unknown[]) =>
      ask('POST', 'Bulk', { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], Operations });
    const post = (bulkId: string, data: object) => ({
      method: 'POST',
      path: '/Users',
      bulkId,
      data: user(bulkId, data),
    });
    const done = await bulk(
      post('chief', {}),
      post('clerk', { [enterprise]: { manager: { value: 'bulkId:chief' } } }),
      {
        method: 'POST',
        path: '/Groups',
        bulkId: 'g',
        data: { displayName: 'G', members: [{ value: 'bulkId:clerk' }] },
      },
      { method: 'DELETE', path: '/Users/none' },
    );
    const operations = (done.body as unknown as { Operations: { status: string; location?: string }[] }).Operations;
    expect(operations.map(({ status }) => status)).toEqual(['201', '201', '201', '404']);
    const [chief, clerk] = operations.map(({ location }) => location?.split('/').at(-1) ?? '');
    expect((await ask('GET', `Users/${clerk}`)).body).toMatchObject({ [enterprise]: { manager: { value: chief } } });
    const circle = await bulk(
      post('one', { [enterprise]: { manager: { value: 'bulkId:two' } } }),
      post('two', { [enterprise]: { manager: { value: 'bulkId:one' } } }),
    );
    expect(circle.status).toBe(409);
    expect((await bulk(...Array.from({ length: 501 }, (_, n) => post(`n${n}`, {})))).status).toBe(413);
  });

  it('adds and removes members of a group', async () => {
    const { id } = (await ask('POST', 'Groups', { displayName: 'Staff', members: [{ value: 'a', display: 'CANARY' }] }))
      .body;
    const change = (...Operations: unknown[]) =>
      ask('PATCH', `Groups/${id}`, { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations });
    await change({ op: 'Add', path: 'members', value: [{ value: 'b' }, { value: 'c' }] });
    await change({ op: 'Remove', path: 'members[value eq "a"]' });
    const after = (await change({ op: 'Remove', path: 'members', value: [{ value: 'c' }] })).body;
    expect(after).toMatchObject({ displayName: 'Staff', members: [{ value: 'b' }] });
    expect((await ask('GET', `Groups?filter=${encodeURIComponent('displayName eq "staff"')}`)).body.totalResults).toBe(
      1,
    );
  });

  const samples = join(process.env['ESSOR_SHARED'] ?? '', 'data/scim');
  const given = process.env['ESSOR_SHARED'] && existsSync(samples) ? it : it.skip;
  given('takes every user and group of RFC 7643 and 7644, and gives back what it keeps', async () => {
    const files = readdirSync(samples).filter(
      (name) => /(user|group).*json$/.test(name) && !/schema|resource_type/.test(name),
    );
    let taken = 0;
    for (const name of files) {
      const sample = JSON.parse(readFileSync(join(samples, name), 'utf8')) as Record<string, unknown>;
      const kind = 'userName' in sample ? 'Users' : 'displayName' in sample ? 'Groups' : null;
      if (kind === null) continue;
      const { id: _, meta: _meta, ...body } = sample;
      if (kind === 'Users') body['userName'] = `${taken}-${String(body['userName'])}`;
      const { status, body: created } = await ask('POST', kind, body);
      expect(`${name} ${status}`).toBe(`${name} 201`);
      const back = (await ask('GET', `${kind}/${created.id}`)).body as Record<string, unknown>;
      for (const kept of ['userName', 'externalId', 'active', 'displayName'].filter((key) => key in back))
        expect(back[kept]).toEqual(body[kept] ?? true);
      expect((await ask('PUT', `${kind}/${created.id}`, back)).headers['etag']).toBe('W/"1"');
      taken++;
    }
    expect(taken).toBeGreaterThan(6);
  });

  it('is seen to by administrators, who make tokens and approve what is held', async () => {
    await server.organization('desk');
    const [admin, manager, sponsor] = await Promise.all(
      (['admin', 'project_manager', 'sponsor'] as const).map(async (role) =>
        server.signedIn((await server.account(role, ['desk'])).id).then((cookie) => ({ role, cookie })),
      ),
    );
    const call = async (by: typeof admin, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path = '', payload?: object) => {
      const url = `/v1/organizations/desk/directory${path}`;
      const answer = await server.app.inject({ method, url, headers: { ...by!.cookie }, ...(payload && { payload }) });
      return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Resource>() };
    };
    expect((await call(manager, 'POST', '/tokens')).status).toBe(403);
    expect((await call(sponsor, 'GET')).status).toBe(403);
    const made = (await call(admin, 'POST', '/tokens')).body;
    const own = { authorization: `Bearer ${String(made['token'])}` };
    const { id } = (await ask('POST', 'Users', user('held@x.fr', { [enterprise]: { department: 'DSI' } }), own)).body;
    expect((await ask('GET', 'Users?filter=userName%20eq%20%22held@x.fr%22')).body.totalResults).toBe(0);
    expect((await ask('GET', `Users/${id}`)).status).toBe(404);
    await server.database.owner.query(`update scim_resource set held = 'move' where id = $1`, [id]);
    expect((await call(manager, 'GET')).body).toMatchObject({
      ...{ users: 1, waiting: 0, leaversAbove: 0.1, held: [{ change: 'move', place: 'DSI', people: 1 }] },
      tokens: [{ prefix: made['prefix'], revokedAt: null }],
    });
    expect((await call(manager, 'POST', '/approval')).body).toEqual({ people: 1 });
    expect((await call(manager, 'GET')).body).toMatchObject({ held: [] });
    expect((await call(manager, 'PATCH', '', { leaversAbove: 0.3 })).body).toMatchObject({ leaversAbove: 0.3 });
    expect((await call(manager, 'PATCH', '', { leaversAbove: 3 })).status).toBe(400);
    expect((await call(admin, 'DELETE', `/tokens/${String(made['id'])}`)).status).toBe(204);
    const noted = await server.database.owner.query<{ action: string; detail: object }[]>(
      `select action, detail from audit where action like 'scim_token%' or action like 'directory_%' order by id`,
    );
    expect(noted).toEqual([
      { action: 'scim_token_created', detail: { prefix: made['prefix'] } },
      { action: 'directory_approved', detail: { people: 1 } },
      { action: 'directory_limits_changed', detail: { leaversAbove: 0.3 } },
      { action: 'scim_token_revoked', detail: { token: made['id'] } },
    ]);
    expect((await ask('GET', `Users/${id}`, undefined, own)).status).toBe(401);
  });

  it('says what it can do', async () => {
    expect((await ask('GET', 'ServiceProviderConfig')).body).toMatchObject({
      ...{ patch: { supported: true }, bulk: { supported: true, maxOperations: 500 }, etag: { supported: true } },
      filter: { supported: true, maxResults: 200 },
    });
    const types = (await ask('GET', 'ResourceTypes')).body.Resources.map(({ name }) => name as string);
    expect(types).toEqual(['User', 'Group']);
    const schemas = (await ask('GET', 'Schemas')).body.Resources.map(({ id }) => id as string);
    expect(schemas).toEqual(expect.arrayContaining([core, enterprise, core.replace('User', 'Group')]));
    expect((await ask('GET', `Schemas/${enterprise}`)).body.id).toBe(enterprise);
  });
});
