import { type DataSource } from 'typeorm';
import { type OpenedIssue, type Reports } from '#contract/reports.js';
import { type Summary } from '#contract/summary.js';
import { say } from '#domain/sentences/say.js';
import { sendReports } from '#pages/send-reports.js';
import { Mailer } from '#runtime/mailer.js';
import { accessTables } from '#storage/access/tables.js';
import { openDatabase } from '#storage/database.js';
import { pdfText } from '#report/testing/pdf-text.js';
import { roleUrl } from '#storage/roles/roles.js';
import { fill } from '../testing/published-company.js';
import { startTestMailServer, type TestMailServer } from '../testing/test-mail-server.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';

const publicUrl = 'https://essor.example';

describe('reports by mail', () => {
  const monday = new Date(Date.now() + 26 * 3_600_000);
  const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);
  const settings = {
    ...{ name: 'Le mois', cadence: 'week', hour: 8, timezone: 'Europe/Paris', language: 'fr', linkDays: 40 },
    recipients: ['Board@acme.example', 'refused@acme.example', 'board@acme.example'],
  };
  let server: TestServer;
  let mails: TestMailServer;
  let admin: { cookie: string };
  let organizationId: string;
  let doors: { app: DataSource; read: DataSource };
  let maker: { cookie: string };
  let makerId: string;
  let report: string;

  beforeAll(async () => {
    mails = await startTestMailServer();
    server = await createTestServer({
      environment: { PUBLIC_URL: publicUrl, SMTP_URL: mails.url, MAIL_FROM: 'Essor <essor@acme.example>' },
    });
    admin = await server.signedIn((await server.account('admin')).id);
    organizationId = (await fill(server.database.owner)).id;
    const app = await openDatabase(roleUrl(server.database.url, server.database.secret, 'app'), {
      secret: server.database.secret,
      tables: accessTables,
      poolSize: 3,
    });
    doors = { app, read: await server.database.as('read') };
    makerId = (await server.account('project_manager', ['acme'])).id;
    maker = await server.signedIn(makerId);
    await provisional(true);
  });
  afterAll(async () => {
    await doors.app.destroy();
    await server.close();
    await mails.close();
  });

  /** Of the last week; without it the one before is the newest that is told. */
  const provisional = (is: boolean) =>
    server.database.owner.query(`update published_week set provisional = $1 where week_end = '2021-03-21'`, [is]);
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, headers = maker) => {
    const url = `/v1/organizations/acme/${path}`;
    return server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  };
  const mailer = () => server.app.get(Mailer);
  const run = (at: Date, postman: Parameters<typeof sendReports>[2]['mailer'] = mailer()) =>
    sendReports(doors, organizationId, { mailer: postman, publicUrl, now: () => at });
  const list = async (headers = maker) => (await ask('GET', 'reports', undefined, headers)).json<Reports>();
  const tokensSince = (count: number) =>
    mails.received
      .slice(count)
      .flatMap(({ content }) => [
        ...new Set([...content.matchAll(/issue#([\w-]{43})/g)].map(([, token]) => token ?? '')),
      ]);
  const open = (token: string, what = 'open') =>
    server.app.inject({ method: 'POST', url: `/v1/report-issues/${what}`, payload: { token } });

  it('tell one week to each address, however many workers send', async () => {
    report = (await ask('POST', 'reports', settings)).json<{ id: string }>().id;
    const before = mails.received.length;
    await run(monday);
    // What was published when it was set up is no news.
    expect(mails.received.length).toBe(before);
    await server.database.owner.query(`update report set last_week = '2021-02-14' where id = $1`, [report]);
    await Promise.all([run(monday), run(monday)]);
    expect(mails.received.slice(before).map(({ to }) => to)).toEqual(['board@acme.example']);
    await run(later(24 * 60));
    expect(mails.received.length).toBe(before + 1);
    const { reports } = await list();
    expect(reports[0]).toMatchObject({ lastWeek: '2021-03-14', isHeld: false });
    expect(reports[0]?.issues).toMatchObject([{ weekEnd: '2021-03-14', mails: { sent: 1, failed: 1, waiting: 0 } }]);
    const { content = '' } = mails.received[before] ?? {};
    const summary = (await ask('GET', 'summary?week=2021-03-14')).json<Summary>();
    const plain = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');
    expect(plain(content)).toContain(plain(say(summary.sentence, 'fr')));
    expect(plain(content)).toMatch(/Ce qui a changé depuis le 14 févr\./i);
    expect(content).toMatch(/Content-Type: text\/plain[^]*Content-Type: text\/html/);
    expect(content).not.toMatch(/<img|src=|url\(|http:\/\//);
  });

  it('are opened by their link alone, as they were sent', async () => {
    const [token = ''] = tokensSince(0);
    const opened = (await open(token)).json<OpenedIssue>();
    const summary = (await ask('GET', 'summary?week=2021-03-14')).json<Summary>();
    expect(opened).toMatchObject({ organization: 'Acme', language: 'fr', finding: say(summary.sentence, 'fr') });
    expect(opened.figures).toHaveLength(4);
    const { issues } = (await list()).reports[0]!;
    const kept = await ask('GET', `reports/${report}/issues/${issues[0]!.id}/pdf`);
    const sent = await open(token, 'pdf');
    expect(sent.headers['content-type']).toBe('application/pdf');
    expect(sent.rawPayload.equals(kept.rawPayload)).toBe(true);
    const [hash] = await server.database.owner.query<{ kept: string }[]>(
      `select string_agg(t::text, ' ') as kept from report_mail t`,
    );
    expect(hash?.kept).not.toContain(token);
  });

  it('print what a committee is asked of the newest complete week, and of none before', async () => {
    const committee = await ask('POST', 'committees', { heldOn: '2099-01-05', participants: [] });
    const item = { kind: 'decision', text: 'Ouvrir Lyon', owner: null, dueOn: null, state: 'asked' };
    await ask('POST', `committees/${committee.json<{ id: string }>().id}/items`, item);
    const print = async (week: string) => pdfText((await ask('GET', `summary.pdf${week}`)).rawPayload).join(' ');
    for (const week of ['', '?week=2021-03-14']) expect(await print(week)).toContain('Ouvrir Lyon');
    expect(await print('?week=2021-03-07')).not.toContain('Ouvrir Lyon');
  });

  it('end their links when the next issue has been sent, and tell a guess and an ended link alike', async () => {
    await provisional(false);
    const before = mails.received.length;
    let fails = 1;
    const failing = {
      isOn: true,
      deliver: async (...given: Parameters<Mailer['deliver']>) =>
        given[0].email.startsWith('board') && fails-- > 0
          ? ({ state: 'later', problem: 'etimedout' } as const)
          : mailer().deliver(...given),
    };
    const [first = ''] = tokensSince(0);
    await run(later(0), failing);
    expect((await list()).reports[0]!.issues[0]!.mails).toEqual({ waiting: 1, sent: 0, failed: 1, unsure: 0 });
    expect((await open(first)).statusCode).toBe(200);
    await run(later(1), failing);
    await run(later(3), failing);
    expect(mails.received.slice(before).map(({ to }) => to)).toEqual(['board@acme.example']);
    const [second = ''] = tokensSince(before);
    expect((await open(second)).statusCode).toBe(200);
    await server.database.owner.query(
      `update report_mail set ends_at = ends_at - interval '2 days' where ends_at < now() + interval '2 days'`,
    );
    const [ended, guessed] = [await open(first), await open('x'.repeat(43))];
    const told = ({ statusCode, body }: typeof ended) => [statusCode, body.replace(/"instance":"[^"]*"/, '')];
    expect(told(ended)).toEqual(told(guessed));
    expect(ended.statusCode).toBe(404);
    const { issues } = (await list()).reports[0]!;
    expect((await ask('DELETE', `reports/${report}/issues/${issues[0]!.id}/links`)).statusCode).toBe(204);
    expect((await open(second)).statusCode).toBe(404);
  });

  it('go to whoever tries them, in place of a send, and are noted without an address', async () => {
    const before = mails.received.length;
    expect((await ask('POST', `reports/${report}/trial`)).statusCode).toBe(204);
    await run(later(10));
    expect(mails.received.slice(before)).toHaveLength(1);
    expect(mails.received[before]?.content).toMatch(/Subject: .*Essai/);
    const notes = await server.database.owner.query<{ action: string; line: string }[]>(
      `select distinct action, string_agg(detail::text, ' ') as line from audit where action like 'report%' group by 1`,
    );
    expect(notes.map(({ action }) => action).sort()).toEqual([
      'report_changed',
      'report_issued',
      'report_opened',
      'report_sent',
    ]);
    expect(notes.map(({ line }) => line).join()).not.toMatch(/@|board/);
  });

  it('tell no more than their maker may see, and nothing once their maker sees nothing', async () => {
    expect((await ask('PUT', `reports/${report}`, { ...settings, scope: 'atlantis' })).statusCode).toBe(404);
    expect((await ask('PUT', `reports/${report}`, { ...settings, scope: 'paris' })).statusCode).toBe(200);
    const before = mails.received.length;
    await ask('POST', `reports/${report}/trial`);
    await run(later(20));
    const { content = '' } = mails.received[before] ?? {};
    expect(content).toContain('Acme · Paris');
    expect(content).not.toMatch(/rome|lyon|italie|volontaires/i);
    const become = (role: string) =>
      server.database.owner.query(`update membership set role = $2 where account_id = $1`, [makerId, role]);
    await become('data_protection_officer');
    expect((await list(admin)).reports).toMatchObject([{ isHeld: true }]);
    await server.database.owner.query(`with told as (delete from report_issue) update report set last_week = null`);
    await run(later(30));
    expect(mails.received).toHaveLength(before + 1);
    await become('project_manager');
    await server.database.owner.query(`update membership set scope_entity = 'rome' where account_id = $1`, [makerId]);
    expect((await list()).reports).toEqual([]);
    expect((await list(admin)).reports).toMatchObject([{ scope: 'paris', isHeld: true }]);
    expect((await ask('POST', 'reports', { ...settings, scope: 'paris' })).statusCode).toBe(403);
    expect((await ask('DELETE', `reports/${report}`)).statusCode).toBe(404);
    expect((await ask('DELETE', `reports/${report}`, undefined, admin)).statusCode).toBe(204);
  });
});
