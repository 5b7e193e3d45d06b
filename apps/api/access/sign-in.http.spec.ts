import { Session } from '#contract/access.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';
import { sessionCookie } from './session-store.js';

describe('signing in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer({ environment: { TRUST_PROXY: 'true' } });
    await server.organization('acme');
    await server.organization('zenith');
  });
  afterAll(() => server.close());

  const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
    server.app.inject({ method: 'POST', url: '/v1/session', payload: { email, password }, headers });
  const read = (headers: Record<string, string>) => server.app.inject({ method: 'GET', url: '/v1/session', headers });
  const cookieOf = (answer: { headers: Record<string, unknown> }) => {
    const set = [answer.headers['set-cookie']]
      .flat()
      .map(String)
      .find((one) => one.startsWith(`${sessionCookie}=`));
    return { cookie: set?.split(';')[0] ?? '', attributes: set ?? '' };
  };

  it('gives the account, its organisations and a cookie that scripts cannot read', async () => {
    const { email } = await server.account('consultant', ['zenith']);
    const answer = await signIn(` ${email.toUpperCase()} `, 'password');
    expect(answer.statusCode).toBe(200);
    const session = Session.parse(answer.json());
    expect(session.account).toMatchObject({ email, role: 'consultant', language: 'fr' });
    expect(session.organizations.map(({ slug }) => slug)).toEqual(['zenith']);
    expect(JSON.stringify(session)).not.toContain('scrypt');
    const { attributes } = cookieOf(answer);
    expect(attributes).toMatch(/HttpOnly/);
    expect(attributes).toMatch(/SameSite=Lax/i);
    expect(attributes).toMatch(/Path=\//);
    expect(attributes).not.toMatch(/Secure/);
  });

  it('keeps the cookie to https where the visitor came by https', async () => {
    const { email } = await server.account('sponsor');
    const https = { 'x-forwarded-proto': 'https' };
    const answer = await signIn(email, 'password', https);
    const set = String(answer.headers['set-cookie']);
    expect(set).toMatch(/^__Host-essor_session=[^;]+;(?!.*Domain).*Path=\/;.*Secure/);
    const lasts = Date.parse(/Expires=([^;]+)/.exec(set)?.[1] ?? '') - Date.now();
    expect(Math.round(lasts / 3_600_000)).toBe(12);
    expect(answer.headers['strict-transport-security']).toBeDefined();
    const cookie = set.split(';')[0] ?? '';
    expect((await read({ ...https, cookie })).statusCode).toBe(200);
    // A neighbouring host can plant the short name, over http nobody has the long one.
    expect((await read({ ...https, cookie: cookie.replace('__Host-', '') })).statusCode).toBe(401);
    expect((await read({ cookie })).statusCode).toBe(401);
    await server.app.inject({ method: 'DELETE', url: '/v1/session', headers: { ...https, cookie } });
    const over = await read({ ...https, cookie });
    expect(over.statusCode).toBe(401);
    expect(String(over.headers['set-cookie'])).toMatch(/^__Host-essor_session=;.*Path=\/.*Secure/);
  });

  it.each(['wrong password', 'unknown account', 'disabled account'])('answers %s in the same words', async (why) => {
    const { id, email } = await server.account('consultant');
    if (why === 'disabled account')
      await server.database.owner.query(`update account set disabled_at = now() where id = $1`, [id]);
    const answer = await signIn(
      why === 'unknown account' ? 'nobody@example.org' : email,
      why === 'disabled account' ? 'password' : 'guess',
    );
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({
      code: 'wrong_credentials',
      title: 'The e-mail address or the password is wrong.',
    });
    expect(cookieOf(answer).cookie).toBe('');
  });

  it('starts a new session: one planted before is worth nothing', async () => {
    const { id, email } = await server.account('consultant');
    const planted = await server.signedIn(id);
    const { cookie } = cookieOf(await signIn(email, 'password', planted));
    expect(cookie).not.toBe(planted.cookie);
    expect((await read(planted)).statusCode).toBe(401);
    expect((await read({ cookie })).statusCode).toBe(200);
  });

  it('ends with signing out, even for a copy of the cookie', async () => {
    const headers = await server.signedIn((await server.account('consultant')).id);
    const out = await server.app.inject({ method: 'DELETE', url: '/v1/session', headers });
    expect(out.json()).toEqual({ continueAt: null });
    expect((await read(headers)).statusCode).toBe(401);
    expect((await server.app.inject({ method: 'DELETE', url: '/v1/session', headers })).statusCode).toBe(200);
  });

  it('tells which sessions are open, and ends all of them, and nobody else’s', async () => {
    const [mine, other] = [await server.account('consultant'), await server.account('consultant')];
    const [here, there, elsewhere] = [
      await server.signedIn(mine.id),
      await server.signedIn(mine.id),
      await server.signedIn(other.id),
    ];
    const listed = await server.app.inject({ method: 'GET', url: '/v1/sessions', headers: here });
    const { sessions } = listed.json<{ sessions: { current: boolean }[] }>();
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const out = await server.app.inject({ method: 'DELETE', url: '/v1/sessions', headers: here });
    expect(out.statusCode).toBe(204);
    expect((await Promise.all([here, there, elsewhere].map(read))).map((answer) => answer.statusCode)).toEqual([
      401, 401, 200,
    ]);
  });

  it('is over twelve hours after signing in, however much it is used and whatever the browser keeps', async () => {
    const { id, email } = await server.account('consultant');
    const answer = await signIn(email, 'password');
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    const end = () =>
      server.database.owner.query<{ at: string }[]>(
        `select data->'cookie'->>'expires' as at from session where account_id = $1`,
        [id],
      );
    const [first] = await end();
    expect(Math.round((Date.parse(first?.at ?? '') - Date.now()) / 3_600_000)).toBe(12);
    await server.database.owner.query(`update session set expires_at = now() + interval '1 minute'`);
    expect((await read({ cookie })).statusCode).toBe(200);
    expect(await end()).toEqual([first]);
    await server.database.owner.query(
      `update session set data = jsonb_set(data, '{cookie,expires}', to_jsonb($2::text)) where account_id = $1`,
      [id, new Date(Date.now() - 1000).toISOString()],
    );
    expect((await read({ cookie })).statusCode).toBe(401);
    expect(await end()).toEqual([]);
  });

  it('refuses a cookie that was tampered with', async () => {
    const { cookie } = await server.signedIn((await server.account('admin')).id);
    expect((await read({ cookie: `${cookie.slice(0, -2)}xx` })).statusCode).toBe(401);
    expect((await read({ cookie: `${sessionCookie}=` })).statusCode).toBe(401);
    expect((await read({ cookie: `${sessionCookie}=${'%00'.repeat(50)}` })).statusCode).toBe(401);
  });

  it('loses a right from the next request on', async () => {
    const { id } = await server.account('admin');
    const headers = await server.signedIn(id);
    const accounts = () => server.app.inject({ method: 'GET', url: '/v1/accounts', headers });
    expect((await accounts()).statusCode).toBe(200);
    await server.database.owner.query(`update account set role = 'sponsor' where id = $1`, [id]);
    expect((await accounts()).statusCode).toBe(403);
    await server.database.owner.query(`update account set disabled_at = now() where id = $1`, [id]);
    expect((await accounts()).statusCode).toBe(401);
  });

  it('remembers the language', async () => {
    const headers = await server.signedIn((await server.account('consultant')).id);
    const change = await server.app.inject({
      method: 'PATCH',
      url: '/v1/session',
      payload: { language: 'en' },
      headers,
    });
    expect(change.json<Session>().account.language).toBe('en');
    expect((await read(headers)).json<Session>().account.language).toBe('en');
    const other = await server.app.inject({
      method: 'PATCH',
      url: '/v1/session',
      payload: { language: 'de' },
      headers,
    });
    expect(other.json()).toMatchObject({ code: 'invalid_request', errors: [{ field: 'language' }] });
  });

  it('makes guessing slow, per account and per address, without locking out other people', async () => {
    const [victim, other] = [await server.account('consultant'), await server.account('consultant')];
    const from = (address: string) => ({ 'x-forwarded-for': address });
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await signIn(victim.email, 'guess', from('192.0.2.1'))).statusCode).toBe(401);
    }
    const refused = await signIn(victim.email, 'password', from('192.0.2.2'));
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn(other.email, 'password', from('192.0.2.1'))).statusCode).toBe(200);
  });
});

describe('accounts', () => {
  let server: TestServer;
  let headers: { cookie: string };
  beforeAll(async () => {
    server = await createTestServer();
    await server.organization('acme');
    headers = await server.signedIn((await server.account('admin')).id);
  });
  afterAll(() => server.close());

  const send = (method: 'POST' | 'PATCH', url: string, payload: object) =>
    server.app.inject({ method, url, payload, headers });
  const nora = { email: 'Nora@Example.org', name: 'Nora', role: 'project_manager', organizations: ['acme'] };

  it('are made with a password that is shown once, changed, and given a new one', async () => {
    const made = (await send('POST', '/v1/accounts', nora)).json<{ account: { id: string }; password: string }>();
    expect(made).toMatchObject({
      account: { email: 'nora@example.org', disabled: false, organizations: ['acme'], language: 'fr' },
    });
    const signIn = (password: string) =>
      server.app.inject({ method: 'POST', url: '/v1/session', payload: { email: 'nora@example.org', password } });
    expect((await signIn(made.password)).statusCode).toBe(200);
    const reset = await send('PATCH', `/v1/accounts/${made.account.id}`, { resetPassword: true });
    const { password } = reset.json<{ password: string }>();
    expect((await signIn(made.password)).statusCode).toBe(401);
    expect((await signIn(password)).statusCode).toBe(200);
    const changed = await send('PATCH', `/v1/accounts/${made.account.id}`, { disabled: true, organizations: [] });
    expect(changed.json()).toMatchObject({ account: { disabled: true, organizations: [] }, password: null });
    expect((await signIn(password)).statusCode).toBe(401);
    const all = await server.app.inject({ method: 'GET', url: '/v1/accounts', headers });
    expect(all.body).not.toContain('scrypt');
    expect(all.json<{ accounts: unknown[] }>().accounts).toHaveLength(2);
  });

  it.each([
    { sent: { ...nora, email: 'no address' }, status: 400, code: 'invalid_request' },
    { sent: { ...nora, role: 'owner' }, status: 400, code: 'invalid_request' },
    { sent: { ...nora, isAdmin: true }, status: 400, code: 'invalid_request' },
    {
      sent: { ...nora, email: 'a@example.org', organizations: ['nowhere'] },
      status: 422,
      code: 'unknown_organization',
    },
    { sent: { ...nora, email: 'NORA@example.org' }, status: 409, code: 'email_taken' },
  ])('$code for $sent', async ({ sent, status, code }) => {
    const answer = await send('POST', '/v1/accounts', sent);
    expect({ status: answer.statusCode, code: answer.json<{ code: string }>().code }).toEqual({ status, code });
  });

  it('hand over a link with which somebody chooses a password, once', async () => {
    const { id, email } = await server.account('consultant');
    const own = await server.signedIn(id);
    const link = async (purpose: string) => {
      const { url } = (await send('POST', `/v1/accounts/${id}/link`, { purpose })).json<{ url: string }>();
      return { url, token: new URL(url).hash.slice(1) };
    };
    const choose = async (token: string, password: string) => {
      const answer = await server.app.inject({ method: 'POST', url: '/v1/password', payload: { token, password } });
      return answer.statusCode === 204 ? 'chosen' : answer.json<{ code: string }>().code;
    };
    const signIn = async (password: string) =>
      (await server.app.inject({ method: 'POST', url: '/v1/session', payload: { email, password } })).statusCode;
    const replaced = await link('invitation');
    const { url, token } = await link('reset');
    expect(url).toMatch(/^http:\/\/[^/]+\/choose-password#[\w-]{43}$/);
    const stored = await server.database.owner.query<{ hash: string }[]>(`select * from account_link`);
    expect(JSON.stringify(stored)).not.toContain(token);
    const long = 'a passphrase of her own';
    expect(await choose(replaced.token, long)).toBe('link_not_valid');
    expect(await choose(stored[0]?.hash ?? '', long)).toBe('link_not_valid');
    expect(await choose(token, 'short')).toBe('invalid_request');
    // Two at once: one of them.
    const both = await Promise.all([choose(token, long), choose(token, long)]);
    expect(both.sort()).toEqual(['chosen', 'link_not_valid']);
    expect([await signIn(long), await signIn('password')]).toEqual([200, 401]);
    expect((await server.app.inject({ method: 'GET', url: '/v1/session', headers: own })).statusCode).toBe(401);
    const late = await link('reset');
    await server.database.owner.query(`update account_link set expires_at = now() - interval '1 second'`);
    expect(await choose(late.token, long)).toBe('link_not_valid');
    const vain = await link('reset');
    await server.database.owner.query(`update account set disabled_at = now() where id = $1`, [id]);
    expect(await choose(vain.token, long)).toBe('link_not_valid');
  });

  it('keep one administrator', async () => {
    const [admin] = (await server.app.inject({ method: 'GET', url: '/v1/accounts', headers })).json<{
      accounts: { id: string }[];
    }>().accounts;
    const answer = await send('PATCH', `/v1/accounts/${admin?.id}`, { role: 'sponsor' });
    expect(answer.json()).toMatchObject({ status: 409, code: 'last_admin' });
    expect((await send('PATCH', '/v1/accounts/none', { name: 'X' })).statusCode).toBe(400);
    expect((await send('PATCH', '/v1/accounts/0198b0b6-6d4e-4000-8000-000000000001', { name: 'X' })).statusCode).toBe(
      404,
    );
  });

  it('found organisations, each of its own name, never with smaller groups', async () => {
    const lyon = { name: 'Lyon', slug: 'lyon', class: 'personal', timezone: 'Europe/Paris' };
    const founded = await send('POST', '/v1/organizations', lyon);
    const { organizations } = founded.json<{ organizations: { slug: string }[] }>();
    expect(organizations).toHaveLength(2);
    expect(organizations).toContainEqual(expect.objectContaining({ ...lyon, k: 10, bands: true }));
    const noted = await server.database.owner.query(
      `select action from audit where organization_id = (select id from organization where slug = 'lyon')`,
    );
    expect(noted).toEqual([{ action: 'organization_created' }]);
    const refusals = [lyon, { ...lyon, slug: 'Lyon' }, { ...lyon, slug: 'x', timezone: 'Lyon' }, { ...lyon, k: 1 }];
    const answers = await Promise.all(refusals.map((sent) => send('POST', '/v1/organizations', sent)));
    expect(answers.map((answer) => [answer.statusCode, answer.json<{ code: string }>().code])).toEqual([
      [409, 'slug_taken'],
      [422, 'bad_slug'],
      [422, 'bad_timezone'],
      [400, 'invalid_request'],
    ]);
  });
});
