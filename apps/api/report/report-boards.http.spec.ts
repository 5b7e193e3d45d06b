import { type OpenedIssue, type Reports } from '#contract/reports.js';
import { say } from '#domain/sentences/say.js';
import { type Sentence } from '#domain/sentences/sentence.js';
import { sendReports } from '#pages/send-reports.js';
import { pdfText } from '#report/testing/pdf-text.js';
import { Mailer } from '#runtime/mailer.js';
import { createHouseServer, type HouseServer } from '../testing/cases/house-server.js';
import { startTestMailServer, type TestMailServer } from '../testing/test-mail-server.js';

const publicUrl = 'https://essor.example';
const settings = {
  ...{ name: 'Le mois', cadence: 'week', hour: 8, timezone: 'Europe/Paris', language: 'fr', linkDays: 40 },
  recipients: ['board@acme.example'],
};

let mails: TestMailServer;
let house: HouseServer;

beforeAll(async () => {
  mails = await startTestMailServer();
  house = await createHouseServer({
    PUBLIC_URL: publicUrl,
    SMTP_URL: mails.url,
    MAIL_FROM: 'Essor <essor@acme.example>',
  });
}, 60_000);
afterAll(async () => {
  await house.server.close();
  await mails.close();
});

const ask = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, headers = house.headers) => {
  const url = `/v1/organizations/house/${path}`;
  return house.server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
};
const open = (token: string, what: 'open' | 'pdf') =>
  house.server.app.inject({ method: 'POST', url: `/v1/report-issues/${what}`, payload: { token } });
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

async function send(): Promise<string> {
  const { server, organizationId } = house;
  const before = mails.received.length;
  const doors = { app: await server.database.as('app'), read: await server.database.as('read') };
  const sending = { mailer: server.app.get(Mailer), publicUrl, now: () => new Date(Date.now() + 60_000) };
  await sendReports(doors, organizationId, sending);
  const [{ content = '' } = {}, ...more] = mails.received.slice(before);
  expect(more).toEqual([]);
  return /issue#([\w-]{43})/.exec(content)?.[1] ?? '';
}

const findings: Record<string, (page: Record<string, Sentence>) => Sentence | undefined> = {
  rollout: ({ sentence }) => sentence,
  exemplarity: ({ sentence }) => sentence,
  comparison: ({ observed }) => observed,
};

test.each(['summary', 'rollout', 'entities', 'exemplarity', 'comparison'])(
  '%s goes by mail, and its link shows what its page says',
  async (board) => {
    const made = await ask('POST', 'reports', { ...settings, board });
    expect(made.statusCode).toBe(201);
    const { id } = made.json<{ id: string }>();
    const { reports } = (await ask('GET', 'reports')).json<Reports>();
    expect(reports.find((report) => report.id === id)).toMatchObject({ board });
    expect((await ask('POST', `reports/${id}/trial`)).statusCode).toBe(204);
    const token = await send();
    const issue = (await open(token, 'open')).json<OpenedIssue>();
    const found = findings[board]?.((await ask('GET', board)).json());
    if (found) expect(issue.finding).toBe(say(found, 'fr'));
    // The file that it hangs on is that of the page.
    const [sent, printed] = [await open(token, 'pdf'), await ask('GET', `${board}.pdf?language=fr`)];
    const [mailed, own] = [sent, printed].map(({ rawPayload }) => plain(pdfText(rawPayload).join(' ')));
    for (const { rows } of issue.tables)
      for (const row of rows) for (const cell of row) expect(mailed).toContain(plain(cell));
    // Of a first issue nothing changed yet but what the board itself says of four weeks.
    if (board !== 'summary' && board !== 'rollout') expect(mailed).toBe(own);
    else expect(mailed).toContain(plain(issue.finding));
  },
);

test('a page of the whole organisation goes for no single entity, whoever asks', async () => {
  const asked = await ask('POST', 'reports', { ...settings, board: 'exemplarity', scope: 'air_paris' });
  expect([asked.statusCode, asked.json<{ code: string }>().code]).toEqual([422, 'board_of_whole']);
  const { id } = await house.server.account('project_manager', ['house']);
  await house.server.database.owner.query(`update membership set scope_entity = 'air_paris' where account_id = $1`, [
    id,
  ]);
  const headers = await house.server.signedIn(id);
  const board = 'comparison';
  const local = await ask('POST', 'reports', { ...settings, board }, headers);
  expect([local.statusCode, local.json<{ code: string }>().code]).toEqual([422, 'board_of_whole']);
  expect((await ask('POST', 'reports', { ...settings, board: 'entities' }, headers)).statusCode).toBe(201);
});

test('a report of one entity lists the places in it and no other', async () => {
  const made = await ask('POST', 'reports', { ...settings, board: 'entities', scope: 'air' });
  await ask('POST', `reports/${made.json<{ id: string }>().id}/trial`);
  const issue = (await open(await send(), 'open')).json<OpenedIssue>();
  const names = issue.tables.flatMap(({ rows }) => rows.map(([name]) => name));
  expect(names).toEqual(expect.arrayContaining(['Air', 'air_paris', 'air_lyon']));
  expect(JSON.stringify(issue)).not.toMatch(/sea_|Sea/);
});
