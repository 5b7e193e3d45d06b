import { decodeJwt, importJWK, type JWTPayload, SignJWT } from 'jose';
import { forgeries, resign } from '../../testing/forged-tokens.js';
import { startTestProvider, type TestProvider } from '../../testing/test-provider.js';
import { createTestServer, type TestServer } from '../../testing/test-server.js';

const publicUrl = 'http://essor.example';
const event = 'http://schemas.openid.net/event/backchannel-logout';
const callback = (key: string) => `${publicUrl}/v1/identity-providers/${key}/callback`;

describe('a provider that says from server to server who left', () => {
  let server: TestServer;
  let one: TestProvider;
  let two: TestProvider;
  let sent: { token: string; status: number; code: string | null }[];

  beforeAll(async () => {
    one = await startTestProvider(callback('one'), `${publicUrl}/sign-in`);
    two = await startTestProvider(callback('two'), `${publicUrl}/sign-in`);
    const of = (key: string, { issuer, secret }: TestProvider) => ({
      ...{ key, name: key, issuer, clientId: 'essor', clientSecret: secret, adminGroups: ['root'] },
    });
    server = await createTestServer({
      environment: { PUBLIC_URL: publicUrl, OIDC_PROVIDERS: JSON.stringify([of('one', one), of('two', two)]) },
    });
    one.backChannel = async (form) => (await tell('one', form)).status;
    for (const who of ['ines', 'omar'])
      for (const provider of [one, two])
        provider.people.set(who, { email: `${who}@${provider === one ? 'one' : 'two'}.example`, groups: ['root'] });
  });
  afterAll(async () => {
    await server.close();
    await Promise.all([one.close(), two.close()]);
  });
  beforeEach(() => (sent = []));

  async function tell(key: string, form: string): Promise<{ status: number; code: string | null }> {
    const answer = await server.app.inject({
      ...{ method: 'POST', url: `/v1/identity-providers/${key}/logout`, payload: form },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const code = answer.statusCode === 200 ? null : answer.json<{ code: string }>().code;
    const told = { token: new URLSearchParams(form).get('logout_token') ?? '', status: answer.statusCode, code };
    sent.push(told);
    return told;
  }
  const formOf = (token: string) => new URLSearchParams({ logout_token: token }).toString();
  const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ method: 'GET', url, headers });
  const cookieOf = (answer: { headers: Record<string, unknown> }, name: string) =>
    [answer.headers['set-cookie']]
      .flat()
      .map(String)
      .find((set) => set.startsWith(`${name}=`))
      ?.split(';')[0] ?? '';

  /** A session here, and the number that the provider gave its own. */
  async function signIn(as: string, provider = one, key = 'one') {
    provider.as = as;
    let sid = '';
    provider.forge = (token) => {
      sid = String(decodeJwt(token).sid);
      return token;
    };
    const start = await get(`/v1/identity-providers/${key}/start`);
    const back = await provider.visit(String(start.headers.location));
    const answer = await get(`${back.pathname}${back.search}`, { cookie: cookieOf(start, 'essor_sign_in') });
    provider.forge = null;
    const cookie = { cookie: cookieOf(answer, 'essor_session') };
    return { sid, isOpen: async () => (await get('/v1/session', cookie)).statusCode === 200 };
  }
  const open = async (...sessions: { isOpen: () => Promise<boolean> }[]) =>
    Promise.all(sessions.map((session) => session.isOpen()));

  /** As the provider writes it. */
  async function honest(sub: string, sid: string): Promise<string> {
    const take = one.backChannel;
    let token = '';
    one.backChannel = (form) => {
      token = new URLSearchParams(form).get('logout_token') ?? '';
      return Promise.resolve(200);
    };
    await one.leave(sub, sid);
    one.backChannel = take;
    return token;
  }

  it('ends the session that ended there, and no other', async () => {
    const [first, second, other] = [await signIn('ines'), await signIn('ines'), await signIn('omar')];
    expect(await open(first, second, other)).toEqual([true, true, true]);
    await one.leave('ines', first.sid);
    expect(sent.map(({ status }) => status)).toEqual([200]);
    expect(await open(first, second, other)).toEqual([false, true, true]);
    const [row] = await server.database.owner.query<{ action: string; detail: object }[]>(
      `select action, detail from audit where organization_id is null order by id desc limit 1`,
    );
    expect(row).toEqual({ action: 'signed_out', detail: { provider: 'one' } });
  });

  it('ends all of a person where it names no session, at that provider only', async () => {
    const [first, second] = [await signIn('ines'), await signIn('ines')];
    const [elsewhere, other] = [await signIn('ines', two, 'two'), await signIn('omar')];
    const { sid: _, ...claims } = decodeJwt(await honest('ines', first.sid));
    const key = await importJWK(one.key, 'RS256');
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'logout+jwt' })
      .sign(key);
    expect((await tell('one', formOf(token))).status).toBe(200);
    expect(await open(first, second, elsewhere, other)).toEqual([false, false, true, true]);
  });

  it('is believed once', async () => {
    const token = await honest('ines', (await signIn('ines')).sid);
    const again = await signIn('ines');
    const both = await Promise.all([tell('one', formOf(token)), tell('one', formOf(token))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await tell('one', formOf(token))).toMatchObject({ status: 400, code: 'logout_token_refused' });
    expect(await open(again)).toEqual([true]);
  });

  const past = () => Math.floor(Date.now() / 1000) - 400;
  const wrong: [string, (claims: JWTPayload) => JWTPayload][] = [
    ['that is an ID token', ({ events: _, ...claims }) => ({ ...claims, nonce: 'n', exp: past() + 1000 })],
    ['with a nonce', (claims) => ({ ...claims, nonce: 'n' })],
    ['of another event', (claims) => ({ ...claims, events: { 'http://schemas.openid.net/event/other': {} } })],
    ['whose event is a word', (claims) => ({ ...claims, events: { [event]: 'yes' } })],
    ['without its number', ({ jti: _, ...claims }) => claims],
    ['without its time', ({ iat: _, ...claims }) => claims],
    ['that is too old', (claims) => ({ ...claims, iat: past(), exp: past() + 10_000 })],
    ['of tomorrow', (claims) => ({ ...claims, iat: past() + 86_400 })],
    ['about nobody', ({ sub: _, sid: __, ...claims }) => claims],
    ['about everybody', ({ sid: _, ...claims }) => ({ ...claims, sub: ['ines'] as never })],
  ];
  // What is forged of an ID token, as far as a logout token has it.
  const shared = forgeries.filter(([name]) => !/sign-in|^about|expires|not valid yet|asked for by/.test(name));

  it('is not believed when anything about it is wrong', async () => {
    expect(shared.length).toBeGreaterThan(8);
    const session = await signIn('ines');
    for (const [, change] of wrong) {
      const claims = change(decodeJwt(await honest('ines', session.sid)));
      const key = await importJWK(one.key, 'RS256');
      await tell('one', formOf(await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key)));
    }
    for (const [, forge] of shared) await tell('one', formOf(await forge(await honest('ines', session.sid), one, two)));
    // Rightly signed, by the wrong one of two; for the type of another token; and nothing at all.
    await tell('two', formOf(await honest('ines', session.sid)));
    const key = await importJWK(one.key, 'RS256');
    const typed = new SignJWT(decodeJwt(await honest('ines', session.sid)));
    await tell('one', formOf(await typed.setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'at+jwt' }).sign(key)));
    const names = [...wrong, ...shared].map(([name]) => name);
    expect(sent.map(({ status, code }, n) => [names[n], status, code])).toEqual(
      sent.map((_, n) => [names[n], 400, 'logout_token_refused']),
    );
    expect(sent).toHaveLength(wrong.length + shared.length + 2);
    expect((await tell('one', '')).status).toBe(400);
    expect((await tell('one', `logout_token=${'x'.repeat(70_000)}`)).status).toBe(413);
    expect((await tell('none', formOf('x'))).code).toBe('unknown_provider');
    expect(await open(session)).toEqual([true]);
    // The same, rightly signed again, is believed: nothing but the changes was refused.
    expect((await tell('one', formOf(await resign(await honest('ines', session.sid), one)))).status).toBe(200);
    expect(await open(session)).toEqual([false]);
  });
});
