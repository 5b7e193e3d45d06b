import { Session } from '#contract/access.js';
import { forgeries, resign } from '../../testing/forged-tokens.js';
import { startTestProvider, type TestProvider } from '../../testing/test-provider.js';
import { createTestServer, type TestServer } from '../../testing/test-server.js';

const publicUrl = 'http://essor.example';
const callback = (key: string) => `${publicUrl}/v1/identity-providers/${key}/callback`;

describe('signing in with an identity provider', () => {
  let server: TestServer;
  let one: TestProvider;
  let two: TestProvider;
  let admin: { cookie: string };

  beforeAll(async () => {
    one = await startTestProvider(callback('one'), `${publicUrl}/sign-in`);
    two = await startTestProvider(callback('two'), `${publicUrl}/sign-in`);
    const of = (key: string, { issuer, secret }: TestProvider) => ({
      ...{ key, name: `Provider ${key}`, issuer, clientId: 'essor', clientSecret: secret },
      adminGroups: key === 'one' ? ['root'] : [],
    });
    const gone = { key: 'gone', name: 'Gone', issuer: 'http://127.0.0.1:9', clientId: 'essor' };
    server = await createTestServer({
      environment: { PUBLIC_URL: publicUrl, OIDC_PROVIDERS: JSON.stringify([of('one', one), of('two', two), gone]) },
    });
    const acme = await server.organization('acme');
    await server.organization('zenith');
    await server.database.owner.query(`insert into entity (organization_id, key, name) values ($1, 'lyon', 'Lyon')`, [
      acme,
    ]);
    admin = await server.signedIn((await server.account('admin')).id);
    await map([
      { provider: 'one', group: 'steering', role: 'project_manager' },
      { provider: 'one', group: 'lyon', role: 'local_lead', scope: 'lyon' },
    ]);
    one.people.set('ines', { email: 'Ines@acme.example', name: 'Ines', locale: 'en-GB', groups: ['x', 'lyon'] });
  });
  afterAll(async () => {
    await server.close();
    await Promise.all([one.close(), two.close()]);
  });
  afterEach(() => (one.forge = null));

  const map = (groupRoles: object[]) =>
    server.app.inject({
      ...{ method: 'PUT', url: '/v1/organizations/acme/group-roles', headers: admin },
      payload: { groupRoles },
    });
  const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ method: 'GET', url, headers });
  const cookieOf = (answer: { headers: Record<string, unknown> }, name: string) =>
    [answer.headers['set-cookie']]
      .flat()
      .map(String)
      .find((set) => set.startsWith(`${name}=`))
      ?.split(';')[0] ?? '';

  /** As far as the provider lets the browser go. */
  async function toCallback(provider: TestProvider, key: string, as: string, next = '') {
    provider.as = as;
    const start = await get(`/v1/identity-providers/${key}/start${next && `?next=${encodeURIComponent(next)}`}`);
    const back = await provider.visit(String(start.headers.location));
    return { back, browser: { cookie: cookieOf(start, 'essor_sign_in') } };
  }
  const finish = async (address: URL, browser: { cookie: string }) => {
    const answer = await get(`${address.pathname}${address.search}`, browser);
    return { to: answer.headers.location, session: { cookie: cookieOf(answer, 'essor_session') } };
  };
  const signIn = async (as: string, next = '') => {
    const { back, browser } = await toCallback(one, 'one', as, next);
    return finish(back, browser);
  };
  const openTo = async (session: { cookie: string }) => Session.parse((await get('/v1/session', session)).json());
  const lastAudit = async () => {
    const [row] = await server.database.owner.query<{ action: string; detail: object }[]>(
      `select action, detail from audit where organization_id is null order by id desc limit 1`,
    );
    return row;
  };

  it('is offered to everybody, without its secrets', async () => {
    const offered = await get('/v1/identity-providers');
    expect(offered.json()).toEqual({
      sendsLinks: false,
      providers: ['one', 'two'].map((key) => ({ key, name: `Provider ${key}` })).concat({ key: 'gone', name: 'Gone' }),
    });
    expect((await get('/v1/identity-providers/none/start')).json()).toMatchObject({ code: 'unknown_provider' });
    expect((await get('/v1/identity-providers/one/start?next=https://elsewhere.example')).statusCode).toBe(400);
    const start = await get('/v1/identity-providers/one/start');
    const asked = new URL(String(start.headers.location)).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('redirect_uri')).toBe(callback('one'));
    expect(String(start.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it('makes an account of whomever a group gives something, with that and nothing else', async () => {
    const { to, session } = await signIn('ines', '/o/acme/overview');
    expect(to).toBe('/o/acme/overview');
    const { account, organizations } = await openTo(session);
    expect(account).toMatchObject({ email: 'ines@acme.example', name: 'Ines', role: 'sponsor', language: 'en' });
    expect(organizations.map(({ slug, role, scope }) => [slug, role, scope])).toEqual([['acme', 'local_lead', 'lyon']]);
    expect(await lastAudit()).toEqual({ action: 'signed_in', detail: { provider: 'one' } });
    expect((await openTo((await signIn('ines')).session)).account.id).toBe(account.id);
  });

  it('closes every way around the provider', async () => {
    const [row] = await server.database.owner.query<{ id: string }[]>(
      `select id from account where email = 'ines@acme.example'`,
    );
    const ask = async (method: 'POST' | 'PATCH', url: string, payload: object) =>
      (await server.app.inject({ method, url, payload, headers: admin })).json<{ code: string }>().code;
    expect(await ask('POST', `/v1/accounts/${row?.id}/link`, { purpose: 'reset' })).toBe('signs_in_elsewhere');
    expect(await ask('PATCH', `/v1/accounts/${row?.id}`, { resetPassword: true })).toBe('signs_in_elsewhere');
    expect(await ask('POST', '/v1/session', { email: 'ines@acme.example', password: 'null' })).toBe(
      'wrong_credentials',
    );
  });

  it('refuses whom no group gives anything, who has no address, and whose address is somebody else’s', async () => {
    const { email } = await server.account('admin');
    one.people.set('nobody', { email: 'nobody@acme.example', groups: ['x'] });
    one.people.set('mute', { groups: ['steering'] });
    one.people.set('unchecked', { email: 'u@acme.example', email_verified: false, groups: ['steering'] });
    one.people.set('namesake', { email, groups: ['steering', 'root'] });
    const refusals = [];
    for (const as of ['nobody', 'mute', 'unchecked', 'namesake']) refusals.push((await signIn(as)).to);
    expect(refusals).toEqual(
      ['no_role', 'no_email', 'no_email', 'email_taken'].map((why) => `/sign-in?refused=${why}`),
    );
    expect(await lastAudit()).toEqual({ action: 'sign_in_refused', detail: { provider: 'one', why: 'email_taken' } });
    const made = await server.database.owner.query(`select 1 from account where email like any('{nobody%,u@%}')`);
    expect(made).toEqual([]);
  });

  /** What became of somebody's rights, as it is noted of an organisation, or of the installation. */
  const logOf = (email: string) =>
    server.database.owner.query<
      { action: string; organization: string | null; role: string | null; provider: string | null; by: string }[]
    >(
      `select action, slug as organization, coalesce(detail->'to'->>'role', detail->>'role') as role,
              detail->'to'->>'provider' as provider, who.name as by
         from audit left join organization on organization.id = organization_id
         left join account as who on who.id = audit.account_id
        where action in ('access_changed', 'account_changed')
          and detail->>'account' = (select id::text from account where email = $1)
        order by audit.id`,
      [email],
    );

  it('follows the groups: the first that counts, then another, then none', async () => {
    one.people.set('omar', { email: 'omar@acme.example', groups: ['lyon', 'steering'] });
    const { session } = await signIn('omar');
    expect((await openTo(session)).organizations.map(({ role }) => role)).toEqual(['project_manager']);
    one.people.set('omar', { email: 'omar@acme.example', groups: ['lyon'] });
    await signIn('omar');
    expect((await openTo(session)).organizations.map(({ role }) => role)).toEqual(['local_lead']);
    one.people.set('omar', { email: 'omar@acme.example', groups: [] });
    expect((await signIn('omar')).to).toBe('/sign-in?refused=no_role');
    expect((await openTo(session)).organizations).toEqual([]);
    const log = await logOf('omar@acme.example');
    expect(log.map(({ role, provider }) => [role, provider])).toEqual([
      ...[
        ['project_manager', 'one'],
        ['local_lead', 'one'],
        [null, null],
      ],
    ]);
  });

  it('makes an administrator only by a group of the settings, and for as long as it names them', async () => {
    one.people.set('root', { email: 'root@acme.example', groups: ['root'] });
    const { session } = await signIn('root');
    expect((await openTo(session)).account.role).toBe('admin');
    one.people.set('root', { email: 'root@acme.example', groups: ['steering'] });
    await signIn('root');
    expect((await openTo(session)).account.role).toBe('sponsor');
    const log = (await logOf('root@acme.example')).filter(({ organization }) => organization !== 'zenith');
    expect(log.map(({ action, organization, role }) => [action, organization, role])).toEqual([
      ['account_changed', null, 'admin'],
      ['access_changed', 'acme', 'admin'],
      ['account_changed', null, 'sponsor'],
      ['access_changed', 'acme', 'project_manager'],
    ]);
    const asAdmin = await map([{ provider: 'one', group: 'steering', role: 'admin' }]);
    expect(asAdmin.json()).toMatchObject({ code: 'invalid_request' });
    two.people.set('root', { email: 'root2@acme.example', groups: ['root'] });
    const { back, browser } = await toCallback(two, 'two', 'root');
    expect((await finish(back, browser)).to).toBe('/sign-in?refused=no_role');
  });

  it('gives what its table of groups says from the next request on, and notes who changed it', async () => {
    one.people.set('nora', { email: 'nora@acme.example', groups: ['steering'] });
    const { session } = await signIn('nora');
    const before = (await get('/v1/organizations/acme/group-roles', admin)).json<{ groupRoles: object[] }>().groupRoles;
    await map([{ provider: 'one', group: 'steering', role: 'animator' }]);
    expect((await openTo(session)).organizations.map(({ role }) => role)).toEqual(['animator']);
    await map([]);
    expect((await openTo(session)).organizations).toEqual([]);
    const refused = [
      { provider: 'one', group: 'lyon', role: 'local_lead' },
      { provider: 'one', group: 'lyon', role: 'sponsor', scope: 'atlantis' },
    ];
    const codes = await Promise.all(refused.map(async (row) => (await map([row])).json<{ code: string }>().code));
    expect(codes).toEqual(['scope_required', 'unknown_entity']);
    expect((await map([refused[0]!, refused[0]!])).json()).toMatchObject({ code: 'same_group_twice' });
    // Half a character would be kept as another and could not be noted at all.
    expect((await map([{ provider: 'one', group: 'a\ud800', role: 'sponsor' }])).json()).toMatchObject({
      code: 'invalid_request',
      errors: [{ field: 'groupRoles.0.group', code: 'bad_encoding' }],
    });
    expect((await map(before)).json<{ groupRoles: object[] }>().groupRoles).toEqual(before);
    const noted = await server.database.owner.query<{ n: number }[]>(
      `select count(*) as n from audit where action = 'group_roles_changed'`,
    );
    expect(noted).toEqual([{ n: 4 }]);
    const log = await logOf('nora@acme.example');
    expect(log.map(({ role, by }) => [role, by])).toEqual([
      ['project_manager', 'nora@acme.example'],
      ['animator', 'A admin'],
      [null, 'A admin'],
    ]);
  });

  it('is signed out there too', async () => {
    const { session } = await signIn('ines');
    const out = await server.app.inject({ method: 'DELETE', url: '/v1/session', headers: session });
    const { continueAt } = out.json<{ continueAt: string }>();
    expect(continueAt).toContain(`${one.issuer}/session/end?id_token_hint=`);
    expect(new URL(continueAt).searchParams.get('post_logout_redirect_uri')).toBe(`${publicUrl}/sign-in`);
    expect((await get('/v1/session', session)).statusCode).toBe(401);
  });

  describe('is begun and finished once, by one browser, with one provider', () => {
    it.each([
      [
        'the address is opened again',
        async (back: URL, browser: { cookie: string }) => {
          await finish(back, browser);
          return finish(back, browser);
        },
      ],
      ['another browser opens it', (back: URL) => finish(back, { cookie: `essor_sign_in=${'x'.repeat(43)}` })],
      ['a browser without a cookie opens it', (back: URL) => finish(back, { cookie: '' })],
      [
        'its state is another’s',
        async (back: URL, browser: { cookie: string }) => {
          const other = await toCallback(one, 'one', 'ines');
          back.searchParams.set('state', other.back.searchParams.get('state') ?? '');
          return finish(back, browser);
        },
      ],
      [
        'it arrives at another provider’s address',
        (back: URL, browser: { cookie: string }) => {
          back.pathname = back.pathname.replace('/one/', '/two/');
          return finish(back, browser);
        },
      ],
      [
        'it took too long',
        async (back: URL, browser: { cookie: string }) => {
          await server.database.owner.query(`update sign_in_attempt set expires_at = now() - interval '1 second'`);
          return finish(back, browser);
        },
      ],
    ] as const)('refused where %s', async (_, misuse) => {
      const { back, browser } = await toCallback(one, 'one', 'ines');
      expect(await misuse(back, browser)).toEqual({ to: '/sign-in?refused=attempt_over', session: { cookie: '' } });
    });

    it('refused where the code was given for another sign-in', async () => {
      const [mine, other] = [await toCallback(one, 'one', 'ines'), await toCallback(one, 'one', 'ines')];
      mine.back.searchParams.set('code', other.back.searchParams.get('code') ?? '');
      expect((await finish(mine.back, mine.browser)).to).toBe('/sign-in?refused=provider_not_believed');
    });

    it('refused where another provider answers', async () => {
      const { back, browser } = await toCallback(one, 'one', 'ines');
      back.searchParams.set('iss', two.issuer);
      expect((await finish(back, browser)).to).toBe('/sign-in?refused=provider_not_believed');
    });

    it('says that the provider refused, or does not answer', async () => {
      const { back, browser } = await toCallback(one, 'one', 'ines');
      back.searchParams.delete('code');
      back.searchParams.set('error', 'access_denied');
      expect((await finish(back, browser)).to).toBe('/sign-in?refused=provider_refused');
      const start = await get('/v1/identity-providers/gone/start');
      expect(start.headers.location).toBe('/sign-in?refused=provider_unreachable');
    });
  });

  describe('believes no forged token', () => {
    it('and would believe one that is only signed again', async () => {
      one.forge = (token) => resign(token, one);
      expect((await signIn('ines')).to).toBe('/');
    });

    it.each(forgeries)('%s', async (_, forge) => {
      one.forge = (token) => forge(token, one, two);
      const { to, session } = await signIn('ines');
      expect({ to, session }).toEqual({
        to: '/sign-in?refused=provider_not_believed',
        session: { cookie: '' },
      });
    });
  });
});
