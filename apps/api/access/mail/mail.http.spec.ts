import { type AccountLink } from '#contract/access.js';
import { startTestMailServer, type TestMailServer } from '../../testing/test-mail-server.js';
import { createTestServer, type TestServer } from '../../testing/test-server.js';

const publicUrl = 'https://essor.example';
const linkIn = (content: string) => /https:\/\/essor\.example\/choose-password#([\w-]{43})/.exec(content)?.[1] ?? '';

describe('links by mail', () => {
  let server: TestServer;
  let mails: TestMailServer;
  let admin: { cookie: string };

  beforeAll(async () => {
    mails = await startTestMailServer();
    server = await createTestServer({
      environment: { PUBLIC_URL: publicUrl, SMTP_URL: mails.url, MAIL_FROM: 'Essor <essor@acme.example>' },
    });
    admin = await server.signedIn((await server.account('admin')).id);
  });
  afterAll(async () => {
    await server.close();
    await mails.close();
  });

  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    server.app.inject({ method: 'POST', url, payload, headers });
  const set = (id: string, column: 'language' | 'name' | 'email' | 'password_hash', value: string | null) =>
    server.database.owner.query(`update account set ${column} = $2 where id = $1`, [id, value]);

  it('reach whoever was invited, in their language, and are shown to nobody else', async () => {
    const { id, email } = await server.account('consultant');
    await set(id, 'language', 'en');
    await set(id, 'name', 'Ines "x" <other@elsewhere.example>\r\nBcc: all@elsewhere.example');
    const before = mails.received.length;
    const answer = await post(`/v1/accounts/${id}/link`, { purpose: 'invitation' }, admin);
    expect(answer.json<AccountLink>()).toMatchObject({ url: null, mail: 'sent' });
    const [mail] = mails.received.slice(before);
    expect(mail?.to).toBe(email);
    expect(mail?.content).toContain('From: Essor <essor@acme.example>');
    expect(mail?.content).toContain('Subject: Your access to Essor');
    expect(mail?.content).toMatch(/Content-Type: text\/plain[^]*Content-Type: text\/html/);
    expect(mail?.content).not.toMatch(/^Bcc:/m);
    const token = linkIn(mail?.content ?? '');
    expect(answer.body).not.toContain(token);
    const chosen = await post('/v1/password', { token, password: 'a passphrase of her own' });
    expect(chosen.statusCode).toBe(204);
    const noted = `select account_id from audit where action = 'password_chosen' order by id desc limit 1`;
    expect(await server.database.owner.query(noted)).toEqual([{ account_id: id }]);
  });

  it('are shown to the administrator where they cannot be sent', async () => {
    const { id } = await server.account('consultant');
    await set(id, 'email', 'refused@acme.example');
    const answer = await post(`/v1/accounts/${id}/link`, { purpose: 'reset' }, admin);
    expect(answer.json<AccountLink>()).toMatchObject({ mail: 'failed' });
    expect(linkIn(answer.json<AccountLink>().url ?? '')).not.toBe('');
  });

  it('are sent to whoever forgot a password, and only to them, wherever the request says that Essor is', async () => {
    const [one, elsewhere] = [await server.account('consultant'), await server.account('sponsor')];
    await set(elsewhere.id, 'password_hash', null);
    const ask = (email: string) => post('/v1/password/forgotten', { email }, { host: 'elsewhere.example' });
    const before = mails.received.length;
    const answers = [await ask('nobody@acme.example'), await ask(elsewhere.email), await ask(one.email)];
    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual(answers.map(() => [204, '']));
    await mails.until(before + 1);
    const [mail] = mails.received.slice(before);
    expect(mail?.to).toBe(one.email);
    expect(linkIn(mail?.content ?? '')).not.toBe('');
    expect(mail?.content).not.toContain('elsewhere.example');
    expect(mail?.content).toContain('Bonjour A consultant,');
    await ask(one.email);
    await ask(one.email);
    expect((await ask(one.email)).statusCode).toBe(429);
    await mails.until(before + 3);
    expect(mails.received.length).toBe(before + 3);
    const noted = `select from audit where action = 'password_reset_asked' and detail->>'account' = $1`;
    expect(await server.database.owner.query(noted, [one.id])).toHaveLength(3);
  });

  it('are offered on the sign-in page', async () => {
    const offered = await server.app.inject({ method: 'GET', url: '/v1/identity-providers' });
    expect(offered.json()).toEqual({ providers: [], sendsLinks: true });
  });
});
