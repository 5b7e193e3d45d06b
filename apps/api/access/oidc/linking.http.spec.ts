import { Session } from '#contract/access.js';
import { type OwnIdentities } from '#contract/identity.js';
import { startTestProvider, type TestProvider } from '../../testing/test-provider.js';
import { createTestServer, type TestServer } from '../../testing/test-server.js';

const publicUrl = 'http://essor.example';
const next = '/o/acme/account';
type Cookies = { cookie: string };

describe('an account that is linked to an identity', () => {
  let server: TestServer;
  let provider: TestProvider;

  beforeAll(async () => {
    provider = await startTestProvider(`${publicUrl}/v1/identity-providers/one/callback`, `${publicUrl}/sign-in`);
    const { issuer, secret } = provider;
    const one = { key: 'one', name: 'Acme', issuer, clientId: 'essor', clientSecret: secret, adminGroups: ['root'] };
    server = await createTestServer({
      environment: { PUBLIC_URL: publicUrl, OIDC_PROVIDERS: JSON.stringify([one]) },
    });
    await server.organization('acme');
  });
  afterAll(async () => {
    await server.close();
    await provider.close();
  });

  const send = (method: 'GET' | 'POST', url: string, headers: Partial<Cookies> = {}, payload?: object) =>
    server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const codeOf = (answer: { json: <T>() => T }) => answer.json<{ code: string }>().code;
  const cookieOf = (answer: { headers: Record<string, unknown> }, name: string) =>
    [answer.headers['set-cookie']]
      .flat()
      .map(String)
      .find((set) => set.startsWith(`${name}=`))
      ?.split(';')[0] ?? '';

  /** Signed in as with a password. */
  async function somebody() {
    const account = await server.account('sponsor', ['acme']);
    return { ...account, session: await server.signedIn(account.id) };
  }
  const begin = (session: Cookies, password = 'password') =>
    send('POST', '/v1/account/identities/one', session, { password, next });

  /** As far as the address with which the provider sends the browser back. */
  async function toCallback(session: Cookies, as: string) {
    const answer = await begin(session);
    provider.as = as;
    const back = await provider.visit(answer.json<{ continueAt: string }>().continueAt);
    return { at: `${back.pathname}${back.search}`, browser: cookieOf(answer, 'essor_sign_in') };
  }
  const finish = async ({ at, browser }: { at: string; browser: string }, session?: Cookies) => {
    const cookie = session ? `${browser}; ${session.cookie}` : browser;
    return (await send('GET', at, { cookie })).headers.location;
  };
  const link = async (session: Cookies, as: string) => finish(await toCallback(session, as), session);

  /** Signs in with the provider alone. */
  async function throughProvider(as: string) {
    const start = await send('GET', '/v1/identity-providers/one/start');
    provider.as = as;
    const back = await provider.visit(String(start.headers.location));
    const answer = await send('GET', `${back.pathname}${back.search}`, { cookie: cookieOf(start, 'essor_sign_in') });
    return { to: answer.headers.location, session: { cookie: cookieOf(answer, 'essor_session') } };
  }
  const accountOf = async (session: Cookies) =>
    Session.parse((await send('GET', '/v1/session', session)).json()).account;
  const identities = async (session: Cookies) =>
    (await send('GET', '/v1/account/identities', session)).json<OwnIdentities>();

  it('opens for whoever signed in with both, and is what it was before', async () => {
    const { id, email, session } = await somebody();
    provider.people.set('ines', { email: 'ines@elsewhere.example', groups: ['root'] });
    expect(await identities(session)).toEqual({
      identities: [{ provider: 'one', name: 'Acme', since: null }],
      mayChange: true,
    });
    expect(await link(session, 'ines')).toBe(`${next}#linked`);
    expect(await link(session, 'ines')).toBe(`${next}#linked`);
    const { to, session: other } = await throughProvider('ines');
    expect(to).toBe('/');
    // Its name, and its role though the group would make an administrator.
    expect(await accountOf(other)).toMatchObject({ id, email, role: 'sponsor' });
    expect((await identities(other)).mayChange).toBe(false);
    const [row] = await server.database.owner.query<{ account_id: string; detail: object }[]>(
      `select account_id, detail from audit where action = 'identity_linked' order by id desc limit 1`,
    );
    expect(row).toEqual({ account_id: id, detail: { provider: 'one' } });
  });

  it('is never linked by an address', async () => {
    const { email } = await somebody();
    provider.people.set('namesake', { email, groups: ['root'] });
    expect((await throughProvider('namesake')).to).toBe('/sign-in?refused=email_taken');
  });

  it('asks for the password again, and for a session that began with it', async () => {
    const { session } = await somebody();
    expect(codeOf(await begin(session, 'guess'))).toBe('wrong_password');
    expect((await send('POST', '/v1/account/identities/one', {}, { password: 'password', next })).statusCode).toBe(401);
    const elsewhere = { password: 'password', next: 'https://elsewhere.example' };
    expect((await send('POST', '/v1/account/identities/one', session, elsewhere)).statusCode).toBe(400);
    provider.people.set('olga', { email: 'olga@acme.example', groups: ['root'] });
    const { session: through } = await throughProvider('olga');
    expect(codeOf(await begin(through))).toBe('signs_in_elsewhere');
    for (let guess = 0; guess < 9; guess++) await begin(session, 'guess');
    expect(codeOf(await begin(session))).toBe('too_many_attempts');
  });

  it('is linked by nobody else’s browser or session, and not twice with one answer', async () => {
    const [ours, theirs] = [await somebody(), await somebody()];
    provider.people.set('zoe', { email: 'zoe@acme.example', groups: [] });
    const over = `${next}#attempt_over`;
    expect(await finish(await toCallback(ours.session, 'zoe'))).toBe(over);
    expect(await finish(await toCallback(ours.session, 'zoe'), theirs.session)).toBe(over);
    const { at } = await toCallback(ours.session, 'zoe');
    const { browser } = await toCallback(theirs.session, 'zoe');
    expect(await finish({ at, browser }, ours.session)).toBe('/sign-in?refused=attempt_over');
    const answered = await toCallback(ours.session, 'zoe');
    expect(await finish(answered, ours.session)).toBe(`${next}#linked`);
    expect(await finish(answered, ours.session)).toBe('/sign-in?refused=attempt_over');
    expect(await link(theirs.session, 'zoe')).toBe(`${next}#identity_taken`);
    provider.people.set('zoe2', { email: 'zoe2@acme.example', groups: [] });
    expect(await link(ours.session, 'zoe2')).toBe(`${next}#already_linked`);
    expect((await identities(theirs.session)).identities[0]?.since).toBeNull();
  });

  it('goes back to its password alone, and what began with the provider ends', async () => {
    const { id, session } = await somebody();
    provider.people.set('paul', { email: 'paul@acme.example', groups: [] });
    await link(session, 'paul');
    const { session: through } = await throughProvider('paul');
    expect(await accountOf(through)).toBeDefined();
    const unlink = (password: string, by = session) =>
      send('POST', '/v1/account/identities/one/removal', by, { password });
    expect(codeOf(await unlink('guess'))).toBe('wrong_password');
    expect(codeOf(await unlink('password', through))).toBe('signs_in_elsewhere');
    expect((await unlink('password')).statusCode).toBe(204);
    expect(codeOf(await unlink('password'))).toBe('not_linked');
    expect((await send('GET', '/v1/session', through)).statusCode).toBe(401);
    expect((await send('GET', '/v1/session', session)).statusCode).toBe(200);
    expect((await throughProvider('paul')).to).toBe('/sign-in?refused=no_role');
    const noted = await server.database.owner.query<{ detail: object }[]>(
      `select detail from audit where action = 'identity_unlinked' and account_id = $1`,
      [id],
    );
    expect(noted).toEqual([{ detail: { provider: 'one' } }]);
  });
});
