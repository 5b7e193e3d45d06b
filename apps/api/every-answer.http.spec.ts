import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { declarableKinds } from '#contract/declared.js';
import { roles } from '#domain/access/roles.js';
import { dossiers } from '#domain/dossier/dossier.js';
import { refresh } from '#pipeline/refresh.js';
import { createLogger } from '#runtime/logger.js';
import { readSettings } from '#runtime/settings.js';
import { createApiToken } from '#storage/access/api-token.js';
import { leaveOut } from '#storage/rights/leave-out.js';
import { RightsLedger } from '#storage/rights/rights-ledger.js';
import { DashboardFiles } from './dashboard/dashboard.files.js';
import { ApiMetrics } from './http/api-metrics.js';
import { createServer } from './server.js';
import { lastSunday } from './testing/cases/house.js';
import { type Values } from './testing/crawl.js';
import { type Caller, differences, everyAnswer, forgetReadings, standingAt, untimed } from './testing/every-answer.js';
import { exchangeDeeds, publicationOf, takeOver } from './testing/other-deeds.js';
import { createTestServer, type TestServer } from './testing/test-server.js';
import { tellCompany, type ToldCompany } from './testing/told-company.js';

jest.setTimeout(400_000);

const now = new Date('2026-05-13T12:00:00Z');
const started = Date.now();

let server: TestServer;
let work: DataSource;
let admin: Record<string, string>;
let ours: ToldCompany;
let values: Values;
const callers: Caller[] = [];
/** What was said of our company last. */
let said: Map<string, string>;

beforeAll(async () => {
  server = await createTestServer();
  work = await server.database.as('work');
  // One for both: whoever administers the installation opens every organisation, and dossiers count them.
  admin = await server.signedIn((await server.account('admin')).id);
  ours = await tellCompany(server, { slug: 'ours', size: 1, wording: 'Liam', admin, now });
  callers.push({ name: 'admin', headers: admin });
  for (const role of roles.filter((one) => one !== 'admin')) {
    const given = { organization: 'ours', role, scope: role === 'local_lead' ? 'air_paris' : null };
    const account = await server.account(role, [], [given]);
    const headers = await server.signedIn(account.id);
    callers.push({ name: role, headers, asksAll: role === 'project_manager' });
    if (role !== 'sponsor') continue;
    const { token } = await createApiToken(server.database.owner, account.id, { name: 'crawl', role, days: 9 });
    callers.push({ name: 'sponsor by token', headers: { authorization: `Bearer ${token}` } });
    // The first request of a token notes the day; the first sight of a key is remembered.
    await server.app.inject({ method: 'GET', url: '/v1/session', headers: callers.at(-1)!.headers });
  }
  callers.push({ name: 'directory', headers: ours.directory }, { name: 'nobody', headers: {} });
  values = {
    of: ['ours'],
    ...{ org: ['ours'], provider: ['entra'], source: [ours.source], name: ['Liam'], dossier: dossiers },
    ...{ committee: [ours.committee], report: [ours.report], issue: [ours.report] },
    kind: [...declarableKinds, ...['activation', 'first_login', 'adoption']],
    // Theirs, once there, has numbers near by.
    import: [0, 1, 2].map((more) => String(ours.refusedImport + more)),
    'scim id': [ours.user, 'User'],
    // Which indicator it is changes nothing of whose it is.
    ...{ keys: ['K20,K04.login,M08.activated', 'K12'], indicator: ['K20', 'M08.activated', 'K12'] },
    ...{ week: [lastSunday, '2026-04-19'], since: ['2026-04-12'], from: ['2026-04-06'], to: ['2026-05-03'] },
    ...{ scope: ['wave:pilot', 'entity:air'], node: ['air', 'sea'], nodes: ['air,sea'], places: ['air,sea'] },
    compare: ['wave:pilot,wave:rollout', 'organisation:ours,wave:pilot', 'organisation:theirs,wave:pilot'],
    population: ['managers', 'others', 'wave-choice'],
    ...{ latest: ['1'], before: ['1000000'], state: ['none'], next: ['/o/ours'] },
  };
  said = await everythingSaid();
});
afterAll(() => server.close());

const company = () => ({ owner: server.database.owner, work, organizationId: ours.id, now });

/** In another process each time: nothing is answered from what the last one remembers. */
async function everythingSaid(): Promise<Map<string, string>> {
  const { database } = server;
  const environment = {
    DATABASE_URL: database.url,
    APP_SECRET: database.secret,
    LOG_LEVEL: 'fatal',
    SESSION_RATE: '0',
  };
  const settings = readSettings(environment);
  const surroundings = { settings, logger: createLogger(settings, 'test'), metrics: new ApiMetrics() };
  const { app } = await createServer({ ...surroundings, dashboard: await DashboardFiles.in('no dashboard') });
  const [{ last }] = await database.owner.query<[{ last: number }]>(`select max(id) as last from audit`);
  try {
    return await standingAt(started, () => everyAnswer(app, callers, values));
  } finally {
    await app.close();
    await forgetReadings(database.owner, last);
  }
}

/** What is said now and was not before, or the other way round, but for what is left out of both. */
async function saidOtherwise(without: (all: typeof said) => typeof said): Promise<string[][]> {
  const before = said;
  said = await everythingSaid();
  return differences(without(before), without(said));
}

const withoutAdmin = (all: typeof said) => new Map([...all].filter(([asked]) => !asked.startsWith('admin ')));

it('is about something, for those who were let in', () => {
  const answered = [...said.values()].filter((answer) => answer.startsWith('200'));
  expect(answered.length).toBeGreaterThan(300);
  expect(answered.join('\n')).toContain('Liam');
});

describe('to the last byte, and to whoever asks, every answer is the same', () => {
  it('whoever of one cell did what', async () => {
    expect(await exchangeDeeds(company())).toBeGreaterThan(1000);
    expect(await saidOtherwise(untimed)).toEqual([]);
  });

  it('where others did less or more, and the same is published', async () => {
    const published = await publicationOf(server.database.owner, ours.id);
    expect(await takeOver(company(), lastSunday)).toEqual(published);
    expect(await saidOtherwise(untimed)).toEqual([]);
  });

  it('whether another organisation is there or not', async () => {
    const theirs = await tellCompany(server, { slug: 'theirs', size: 0.6, wording: 'Voisin', admin, now });
    const path = join(tmpdir(), `essor-ledger-${theirs.id}.ndjson`);
    const request = { identifier: 'air_paris-2', reason: 'erasure' as const, accountId: null };
    const erased = await leaveOut(await server.database.as('rights'), theirs.id, request, new RightsLedger(path));
    expect(erased.known).toBe(true);
    await rm(path, { force: true });
    await server.database.owner.query(
      `insert into dirty_day (organization_id, day) select distinct organization_id, day from event where organization_id = $1`,
      [theirs.id],
    );
    await refresh(work, theirs.id, now);

    // Administrators see every organisation: everybody else sees the same, whatever else is on the server.
    expect(await saidOtherwise(withoutAdmin)).toEqual([]);
    const all = [...withoutAdmin(said).values()].join('\n');
    expect(all).not.toContain('Voisin');
    expect(all).not.toContain(theirs.id);
  });
});
