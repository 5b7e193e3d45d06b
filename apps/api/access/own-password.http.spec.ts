import { rowsOf } from '#storage/database.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';

const next = 'a better one, longer';

describe('changing one’s own password', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer();
  });
  afterAll(() => server.close());

  const change = (headers: Record<string, string>, payload: object) =>
    server.app.inject({ method: 'POST', url: '/v1/account/password', headers, payload });
  const code = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code;
  const signIn = async (email: string, password: string) =>
    (await server.app.inject({ method: 'POST', url: '/v1/session', payload: { email, password } })).statusCode;
  const isIn = async (headers: Record<string, string>) =>
    (await server.app.inject({ method: 'GET', url: '/v1/session', headers })).statusCode === 200;

  it('needs the old one, ends every other session and the links that wait, and is written down', async () => {
    const { id, email } = await server.account('sponsor');
    const [here, there] = [await server.signedIn(id), await server.signedIn(id)];
    const other = await server.signedIn((await server.account('sponsor')).id);
    await server.database.owner.query(
      `insert into account_link (account_id, hash, purpose, expires_at) values ($1, 'h', 'reset', now() + interval '1 h')`,
      [id],
    );
    expect((await change({}, { password: 'password', newPassword: next })).statusCode).toBe(401);
    const refused = await change(here, { password: 'guess', newPassword: next });
    expect([refused.statusCode, code(refused)]).toEqual([403, 'wrong_password']);
    for (const newPassword of ['short', 'p'.repeat(1025), undefined])
      expect(code(await change(here, { password: 'password', newPassword }))).toBe('invalid_request');
    expect([await isIn(there), await signIn(email, 'password')]).toEqual([true, 200]);

    expect((await change(here, { password: 'password', newPassword: next })).statusCode).toBe(204);
    expect([await isIn(here), await isIn(there), await isIn(other)]).toEqual([true, false, true]);
    expect([await signIn(email, 'password'), await signIn(email, next)]).toEqual([401, 200]);
    expect(code(await change(here, { password: next, newPassword: next }))).toBe('same_password');
    const kept = `select (select count(*) from account_link where account_id = $1) as links,
                         (select count(*) from audit where account_id = $1 and action = 'password_changed') as noted`;
    expect(await rowsOf(server.database.owner, kept, [id])).toEqual([{ links: 0, noted: 1 }]);
  });

  it('lets nobody guess the old one', async () => {
    const { id } = await server.account('sponsor');
    const here = await server.signedIn(id);
    await server.database.owner.query(
      `update account set password_hash = regexp_replace(password_hash, '^scrypt\\$\\d+', 'scrypt$10') where id = $1`,
      [id],
    );
    for (let guess = 0; guess < 10; guess++)
      expect((await change(here, { password: `guess ${guess}`, newPassword: next })).statusCode).toBe(403);
    expect((await change(here, { password: 'password', newPassword: next })).statusCode).toBe(429);
  });

  it('is not for whoever signs in with a provider', async () => {
    const { id } = await server.account('sponsor');
    await server.database.owner.query(`update account set password_hash = null where id = $1`, [id]);
    const answer = await change(await server.signedIn(id), { password: 'password', newPassword: next });
    expect([answer.statusCode, code(answer)]).toEqual([409, 'signs_in_elsewhere']);
  });
});
