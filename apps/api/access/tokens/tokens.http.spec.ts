import { Secret, TOTP } from 'otpauth';
import { type Role } from '#contract/access.js';
import { type MadeApiToken } from '#contract/api-tokens.js';
import { dumpOf } from '#storage/testing/dump.js';
import { createTestServer, type TestServer } from '../../testing/test-server.js';

describe('tokens of people', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer({ environment: { LOG_LEVEL: 'debug', LOG_REQUESTS: 'true' } });
    await server.organization('acme');
    await server.organization('zenith');
  });
  afterAll(() => server.close());

  async function someone(role: Role) {
    const { id } = await server.account(role, ['acme']);
    return { id, session: await server.signedIn(id) };
  }
  type Someone = Awaited<ReturnType<typeof someone>>;

  const call = (method: 'GET' | 'POST' | 'DELETE', url: string, headers: Record<string, string>, payload?: object) =>
    server.app.inject({ method, url, headers, ...(payload && { payload }) });
  const make = (one: Someone, wanted: object) =>
    call('POST', '/v1/account/tokens', one.session, { name: 'BI', role: 'sponsor', ...wanted });
  const made = async (one: Someone, wanted: object = {}) => (await make(one, wanted)).json<MadeApiToken>();
  const as = (token: string) => ({ authorization: `Bearer ${token}` });
  const codeOf = async (url: string, headers: Record<string, string>) => {
    const answer = await call('GET', url, headers);
    return answer.statusCode === 200 ? 'opened' : answer.json<{ code: string }>().code;
  };
  const ours = '/v1/organizations/acme';

  it('are shown once, kept as a hash, and listed with the day of their last use', async () => {
    const one = await someone('project_manager');
    const { token, listed } = await made(one, { days: 30 });
    expect(token).toMatch(new RegExp(`^essor_api_${listed.prefix}_[\\w-]{43}$`));
    const stored = await server.database.owner.query(`select *, encode(hash, 'escape') from api_token`);
    expect(JSON.stringify(stored)).not.toContain(token.slice(-43));
    expect(await codeOf(ours, as(token))).toBe('opened');
    const { tokens } = (await call('GET', '/v1/account/tokens', one.session)).json<{ tokens: object[] }>();
    expect(tokens).toEqual([{ ...listed, lastUsedOn: new Date().toISOString().slice(0, 10) }]);
    const lasts = Date.parse(listed.expiresAt) - Date.parse(listed.createdAt);
    expect(Math.round(lasts / 86_400_000)).toBe(30);
  });

  it('open what their role and their owner may open, where the owner may, and nothing that only people decide', async () => {
    const one = await someone('project_manager');
    const { token } = await made(one);
    expect(await codeOf(`${ours}/sources`, one.session)).toBe('opened');
    expect(await codeOf(`${ours}/sources`, as(token))).toBe('forbidden');
    expect(await codeOf('/v1/organizations/zenith', as(token))).toBe('unknown_organization');
    for (const url of ['/v1/session', '/v1/sessions', '/v1/account/tokens'])
      expect(await codeOf(url, as(token))).toBe('forbidden');
    const roles = (await call('GET', '/v1/account/tokens', one.session)).json<{ roles: Role[] }>().roles;
    expect(roles).toEqual(expect.arrayContaining(['project_manager', 'sponsor']));
    expect(roles).not.toContain('admin');
    expect((await make(one, { role: 'admin' })).json()).toMatchObject({ code: 'role_too_wide' });
    // What the owner loses, the token loses at once.
    const { token: wide } = await made(one, { role: 'project_manager' });
    expect(await codeOf(`${ours}/sources`, as(wide))).toBe('opened');
    await server.database.owner.query(`update account set role = 'sponsor' where id = $1`, [one.id]);
    expect(await codeOf(`${ours}/sources`, as(wide))).toBe('forbidden');
  });

  it('let nobody in too often, each by itself', async () => {
    const one = await someone('sponsor');
    const [busy, other] = [await made(one), await made(one)];
    const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    const answers = await Promise.all(Array.from({ length: 205 }, () => call('GET', '/v1/session', as(busy.token))));
    clock.mockRestore();
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect(refused).toHaveLength(5);
    expect(refused[0]?.json()).toMatchObject({ code: 'rate_limited' });
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect(await codeOf(ours, as(other.token))).toBe('opened');
  });

  it('end by being revoked, by their day, and with their owner', async () => {
    const one = await someone('sponsor');
    const admin = await someone('admin');
    const tokens = [await made(one), await made(one), await made(one)] as const;
    const revoke = (id: string, { session }: Someone) => call('DELETE', `/v1/account/tokens/${id}`, session);
    expect((await revoke(tokens[0].listed.id, admin)).statusCode).toBe(404);
    expect((await revoke(tokens[0].listed.id, one)).statusCode).toBe(204);
    await server.database.owner.query(`update api_token set expires_at = now() - interval '1 second' where id = $1`, [
      tokens[1].listed.id,
    ]);
    const codes = () => Promise.all(tokens.map(({ token }) => codeOf(ours, as(token))));
    expect(await codes()).toEqual(['unknown_token', 'expired_token', 'opened']);
    await server.database.owner.query(`update account set disabled_at = now() where id = $1`, [one.id]);
    expect((await codes())[2]).toBe('not_signed_in');
    await server.database.owner.query(`update account set disabled_at = null where id = $1`, [one.id]);
    expect((await call('DELETE', `/v1/accounts/${one.id}/sessions`, admin.session)).statusCode).toBe(204);
    expect((await codes())[2]).toBe('unknown_token');
    expect(await codeOf('/v1/session', one.session)).toBe('not_signed_in');
  });

  it('do not fall back on a session when they are wrong', async () => {
    const one = await someone('sponsor');
    expect(await codeOf(ours, { ...one.session, ...as(`essor_api_00000000_${'x'.repeat(43)}`) })).toBe('unknown_token');
    expect(await codeOf(ours, as('essor_api_'))).toBe('unknown_token');
    const many = await Promise.all(Array.from({ length: 21 }, () => make(one, {})));
    expect(many.filter((answer) => answer.statusCode === 409)).toHaveLength(1);
  });

  it('go with an account that is removed, which the log still knows, and never the last administrator', async () => {
    const [one, admin] = [await someone('sponsor'), await someone('admin')];
    const { token } = await made(one);
    expect((await call('DELETE', `/v1/accounts/${one.id}`, admin.session)).statusCode).toBe(204);
    expect(await codeOf(ours, as(token))).toBe('unknown_token');
    expect((await call('DELETE', `/v1/accounts/${one.id}`, admin.session)).statusCode).toBe(404);
    const noted = await server.database.owner.query<{ action: string }[]>(
      `select action from audit where account_id = $1 or detail->>'account' = $1::text order by id`,
      [one.id],
    );
    // In the log of the organisation that it could open, then in that of the installation.
    expect(noted.map(({ action }) => action)).toEqual(['token_created', 'access_changed', 'account_removed']);
    await server.database.owner.query(`update account set disabled_at = now() where role = 'admin' and id <> $1`, [
      admin.id,
    ]);
    const last = await call('DELETE', `/v1/accounts/${admin.id}`, admin.session);
    expect(last.json()).toMatchObject({ code: 'last_admin' });
  });

  it('like every other secret, stand in no table and in no line of the log', async () => {
    const [admin, account] = [await someone('admin'), await server.account('consultant', ['acme'])];
    const told = async (url: string, payload: object = {}, headers = admin.session) => {
      const answer = await call('POST', url, headers, payload);
      if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`);
      return answer;
    };
    const said = async <Told>(url: string, payload?: object, headers?: { cookie: string }) =>
      (await told(url, payload, headers)).json<Told>();
    const source = await said<{ id: number }>(`${ours}/sources`, { name: 'Intranet' });
    const { key } = await said<{ key: string }>(`${ours}/sources/${source.id}/keys`);
    const provider = await said<{ token: string }>(`${ours}/directory/tokens`);
    const network = 'p4ss-word-of-the-network';
    const humhub = { name: 'HumHub', kind: 'humhub', address: 'https://x.example', since: '2026-05-01', zone: 'UTC' };
    await told(`${ours}/pulls`, { ...humhub, secret: network });
    const link = await said<{ url: string }>(`/v1/accounts/${account.id}/link`, { purpose: 'invitation' });
    const chosen = 'a passphrase of her own';
    await told('/v1/password', { token: link.url.split('#')[1], password: chosen });
    const entered = await told('/v1/session', { email: account.email, password: chosen });
    const cookie = entered.cookies.find(({ name }) => name === 'essor_session')?.value ?? '';
    const session = { cookie: `essor_session=${encodeURIComponent(cookie)}` };
    const { secret } = await said<{ secret: string }>('/v1/account/second-factor', { password: chosen }, session);
    const confirmed = { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() };
    const { recoveryCodes } = await said<{ recoveryCodes: string[] }>(
      ...(['/v1/account/second-factor/confirmation', confirmed, session] as const),
    );
    const { token } = await made({ ...account, session });
    // Each is used, or tried in vain, so that whatever writes down who came has its turn.
    for (const bearer of [key, provider.token, token, `${token}x`])
      for (const url of ['/v1/session', '/v1/events', '/scim/v2/Users']) await call('GET', url, as(bearer));
    await call('POST', '/v1/events', as(key), { id: 'a', kind: 'post', actor: 'ada', occurred_at: '2026-03-02' });
    await call('POST', '/v1/session', {}, { email: account.email, password: chosen, code: recoveryCodes[0] });

    const secrets = [
      ...[key, provider.token, token, link.url.split('#')[1]!, cookie, chosen, network, secret, ...recoveryCodes],
      // What follows the prefix by which it is found, and what the cookie holds before its signature.
      ...[key, provider.token, token].map((one) => one.slice(-43)),
      cookie.split('.')[0]!,
    ];
    expect(secrets.filter((one) => one.length < 15)).toEqual([]);
    const forms = secrets.flatMap((one) => [
      one,
      Buffer.from(one).toString('hex'),
      Buffer.from(one).toString('base64'),
    ]);
    const [tables, log] = [await dumpOf(server.database.owner), server.log.join('')];
    expect(tables.get('public.session')).toBeTruthy();
    expect(log).toContain('"route":"/v1/events"');
    expect([...tables].filter(([, text]) => forms.some((one) => text.includes(one))).map(([name]) => name)).toEqual([]);
    expect(forms.filter((one) => log.includes(one))).toEqual([]);
    expect(log).not.toContain(account.email);
  });
});
