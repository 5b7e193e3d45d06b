import { Secret, TOTP } from 'otpauth';
import { type Role, Session } from '#contract/access.js';
import { hashPassword } from '#storage/access/password.js';
import { createTestServer, type TestServer } from '../../testing/test-server.js';

const password = 'password';

/** The code of an app; those of later steps are taken as early as the clocks of people differ. */
const codeOf = (secret: string, later = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 });

describe('a second factor', () => {
  let server: TestServer;
  let admin: { cookie: string };
  let cheap: string;

  beforeAll(async () => {
    cheap = await hashPassword(password, { log2N: 4, r: 8, p: 1 });
    server = await createTestServer({ environment: { SECOND_FACTOR_FOR: 'project_manager' } });
    await server.organization('acme');
    admin = await server.signedIn((await server.account('admin')).id);
  });
  afterAll(() => server.close());

  async function someone(role: Role, organizationRole: Role | null = null) {
    const given = { organization: 'acme', role: organizationRole, scope: null };
    const account = await server.account(role, [], [given]);
    return { ...account, session: await server.signedIn(account.id) };
  }
  type Someone = Awaited<ReturnType<typeof someone>>;

  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    server.app.inject({ method: 'POST', url, payload, headers });
  const own = (route: string, payload: object, { session }: Someone) => post(`/v1/account/${route}`, payload, session);
  const codeFrom = (answer: { json: () => unknown }) => (answer.json() as { code: string }).code;
  const signIn = async ({ email }: Someone, code?: string) => {
    const answer = await post('/v1/session', { email, password, ...(code && { code }) });
    if (answer.statusCode !== 200) return codeFrom(answer);
    // Signing in makes the hash dear again, and each of many sign-ins here slow.
    await server.database.owner.query(`update account set password_hash = $1`, [cheap]);
    return 'in';
  };
  async function enrol(one: Someone) {
    const { secret } = (await own('second-factor', { password }, one)).json<{ secret: string }>();
    const confirmed = await own('second-factor/confirmation', { code: codeOf(secret) }, one);
    return { secret, ...confirmed.json<{ recoveryCodes: string[] }>() };
  }
  const audited = async (id: string) =>
    (
      await server.database.owner.query<{ action: string }[]>(
        `select action from audit where account_id = $1 or detail->>'account' = $1::text order by id`,
        [id],
      )
    ).map(({ action }) => action);

  it('counts once a code of the app has come, for whoever knows the password', async () => {
    const one = await someone('consultant');
    expect(codeFrom(await own('second-factor', { password: 'guess' }, one))).toBe('wrong_password');
    const begun = (await own('second-factor', { password }, one)).json<{ secret: string; address: string }>();
    expect(begun.address).toContain(`secret=${begun.secret}`);
    const [stored] = await server.database.owner.query<{ sealed: Buffer }[]>(`select sealed from second_factor`);
    expect(stored?.sealed.includes(begun.secret)).toBe(false);
    expect(codeFrom(await own('second-factor/confirmation', { code: '000000' }, one))).toBe('wrong_code');
    expect(await signIn(one)).toBe('in');
    const { secret, recoveryCodes } = await enrol(one);
    expect(new Set(recoveryCodes).size).toBe(8);
    expect(codeFrom(await own('second-factor', { password }, one))).toBe('second_factor_on');
    expect(await signIn(one)).toBe('second_factor_required');
    expect(await signIn(one, codeOf(begun.secret, 1))).toBe('wrong_code');
    expect(await signIn(one, codeOf(secret, 1))).toBe('in');
    expect(
      (await post('/v1/session', { email: one.email, password: 'guess', code: codeOf(secret, 1) })).json(),
    ).toEqual(expect.objectContaining({ code: 'wrong_credentials' }));
  });

  it('takes no code twice, none older than the last, and of two at once one', async () => {
    const one = await someone('consultant');
    const { secret } = await enrol(one);
    expect(await signIn(one, codeOf(secret))).toBe('wrong_code');
    const both = await Promise.all([signIn(one, codeOf(secret, 1)), signIn(one, codeOf(secret, 1))]);
    expect(both.sort()).toEqual(['in', 'wrong_code']);
    expect(await signIn(one, codeOf(secret))).toBe('wrong_code');
  });

  it('has recovery codes, each taken once, however they are typed, and replaced together', async () => {
    const one = await someone('consultant');
    const { secret, recoveryCodes } = await enrol(one);
    const [first = '', second = '', third = ''] = recoveryCodes;
    expect(await signIn(one, first.toUpperCase().replaceAll('-', ' '))).toBe('in');
    expect(await signIn(one, first)).toBe('wrong_code');
    const stored = await server.database.owner.query(`select hash from recovery_code where account_id = $1`, [one.id]);
    expect(JSON.stringify(stored)).not.toContain(second);
    const other = (await own('recovery-codes', { code: codeOf(secret, 1) }, one)).json<{ recoveryCodes: string[] }>();
    expect(await signIn(one, second)).toBe('wrong_code');
    expect(await signIn(one, other.recoveryCodes[0])).toBe('in');
    expect((await own('second-factor/removal', { code: third }, one)).statusCode).toBe(403);
    expect((await own('second-factor/removal', { code: other.recoveryCodes[1] }, one)).statusCode).toBe(204);
    expect(await signIn(one)).toBe('in');
    expect(await audited(one.id)).toEqual(
      expect.arrayContaining([
        'second_factor_set_up',
        'recovery_code_used',
        'recovery_codes_made',
        'second_factor_removed',
      ]),
    );
  });

  it('makes guessing slow, for whoever knows the password too', async () => {
    const one = await someone('consultant');
    const { secret } = await enrol(one);
    const guesses = [];
    for (let guess = 0; guess < 11; guess++) guesses.push(await signIn(one, '000000'));
    expect(guesses.filter((answer) => answer === 'wrong_code')).toHaveLength(10);
    expect(await signIn(one, codeOf(secret, 1))).toBe('too_many_attempts');
    expect(codeFrom(await own('recovery-codes', { code: codeOf(secret, 1) }, one))).toBe('too_many_attempts');
  });

  it('is taken away by an administrator, who signs the account out by it', async () => {
    const one = await someone('consultant');
    await enrol(one);
    const listed = await server.app.inject({ method: 'GET', url: '/v1/accounts', headers: admin });
    const { accounts } = listed.json<{ accounts: { id: string; secondFactor: boolean }[] }>();
    expect(accounts.find(({ id }) => id === one.id)?.secondFactor).toBe(true);
    const url = `/v1/accounts/${one.id}/second-factor`;
    const reset = await server.app.inject({ method: 'DELETE', url, headers: admin });
    expect(reset.json()).toMatchObject({ account: { secondFactor: false } });
    const read = await server.app.inject({ method: 'GET', url: '/v1/session', headers: one.session });
    expect(read.statusCode).toBe(401);
    expect(await signIn(one)).toBe('in');
    expect(await audited(one.id)).toContain('second_factor_reset');
  });

  it('comes before everything else for the roles that the setting names, in any organisation', async () => {
    const read = async (url: string, { session }: Someone) => {
      const answer = await server.app.inject({ method: 'GET', url, headers: session });
      return answer.statusCode === 200 ? answer : codeFrom(answer);
    };
    const state = async (one: Someone) => {
      const answer = await server.app.inject({ method: 'GET', url: '/v1/session', headers: one.session });
      return Session.parse(answer.json()).account.secondFactor;
    };
    const [named, other] = [await someone('sponsor', 'project_manager'), await someone('consultant')];
    expect([await state(named), await state(other)]).toEqual(['required', 'off']);
    expect(await read('/v1/organizations/acme', named)).toBe('second_factor_needed');
    expect(await read('/v1/organizations/acme', other)).not.toBe('second_factor_needed');
    const { recoveryCodes } = await enrol(named);
    expect(await state(named)).toBe('on');
    expect(await read('/v1/organizations/acme', named)).not.toBe('second_factor_needed');
    expect(codeFrom(await own('second-factor/removal', { code: recoveryCodes[0] }, named))).toBe(
      'second_factor_needed',
    );
  });
});
