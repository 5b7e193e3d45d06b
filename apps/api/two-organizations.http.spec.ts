import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileInMemory } from '#connectors/file-input.js';
import { type Role } from '#contract/access.js';
import { declarableKinds } from '#contract/declared.js';
import { roles } from '#domain/access/roles.js';
import { dossiers } from '#domain/dossier/dossier.js';
import { runImport } from '#pipeline/import/run-import.js';
import { refresh } from '#pipeline/refresh.js';
import { createLogger } from '#runtime/logger.js';
import { readSettings } from '#runtime/settings.js';
import { createApiToken } from '#storage/access/api-token.js';
import { replaceGroupRoles } from '#storage/access/group-role.js';
import { leaveOut } from '#storage/rights/leave-out.js';
import { RightsLedger } from '#storage/rights/rights-ledger.js';
import { createScimToken } from '#storage/scim/scim-tokens.js';
import { DashboardFiles } from './dashboard/dashboard.files.js';
import { type OpenApi } from './http/openapi.js';
import { createServer } from './server.js';
import { houseFiles, lastSunday } from './testing/cases/house.js';
import { addressesOf } from './testing/crawl.js';
import { partOf } from './testing/part-of-zip.js';
import { createTestServer, type TestServer } from './testing/test-server.js';

jest.setTimeout(400_000);

const now = new Date('2026-05-13T12:00:00Z');
type Headers = Record<string, string>;
type App = TestServer['app'];

/** Administrators see every organisation: everybody else sees the same, whatever else is on the server. */
const callers = roles.filter((role) => role !== 'admin');

let server: TestServer;
let ours: string;
let admin: Headers;
const headersOf = new Map<string, Headers>();
const own: { source: string; imports: string[]; user: string } = { source: '', imports: [], user: '' };

/** A company told by its files, what its people declared and set, and what was refused. */
async function tell(slug: string, size: number, wording: string): Promise<{ id: string; scim: Headers }> {
  const id = await server.organization(slug, { timezone: 'Europe/Paris' });
  const work = await server.database.as('work');
  for (const [kind, text] of houseFiles) {
    const lines = text.trimEnd().split('\n');
    // The other company has the same keys throughout, of fewer people and events.
    const kept = kind === 'events' ? lines.slice(0, Math.ceil(lines.length * size)) : lines;
    const settings = kind === 'events' ? { completeThrough: lastSunday, source: 'Réseau' } : {};
    const input = fileInMemory(Buffer.from(`${kept.join('\n')}\n`));
    await runImport(work, { organizationId: id, kind, fileName: `${wording} ${kind}.csv`, now, input, settings });
  }
  await refresh(work, id, now);
  const { owner } = server.database;
  const scim = { authorization: `Bearer ${(await createScimToken(owner, id)).token}` };
  await replaceGroupRoles(owner, id, [{ provider: 'entra', group: 'Comms', role: 'animator', scope: null }]);
  const ask = async (method: 'POST' | 'PUT' | 'PATCH', path: string, payload: object | string, more: Headers = {}) => {
    const url = path.startsWith('/scim') ? path : `/v1/organizations/${slug}${path}`;
    const answer = await server.app.inject({ method, url, headers: { ...admin, ...more }, payload });
    expect([path, answer.statusCode < 300 ? 'done' : answer.body]).toEqual([path, 'done']);
    return answer.json<{ id: string | number }>();
  };
  const { id: source } = await ask('POST', '/sources', { name: `${wording} live` });
  const refused = `id,occurred_at,kind,actor\nz,2026-05-05T10:00:00Z,poke,${wording}\n`;
  const taken = await ask('POST', `/imports?kind=events&file=${wording}.csv`, refused, { 'content-type': 'text/csv' });
  await ask('POST', '/declared/shocks', {
    rows: [{ shock_id: 'one', name: wording, from: '2026-04-20', to: '2026-05-10' }],
  });
  await ask('PATCH', '/settings', { houseWords: { network: wording } });
  const user = await ask(
    'POST',
    '/scim/v2/Users',
    JSON.stringify({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'ada', displayName: wording }),
    { ...scim, 'content-type': 'application/scim+json', cookie: '' },
  );
  if (slug === 'ours') {
    own.source = String(source);
    // Theirs, once there, has numbers near by.
    own.imports = [taken.id, Number(taken.id) + 1, Number(taken.id) + 2].map(String);
    own.user = String(user.id);
  }
  return { id, scim };
}

beforeAll(async () => {
  server = await createTestServer();
  // One for both: whoever administers the installation opens every organisation, and dossiers count them.
  admin = await server.signedIn((await server.account('admin')).id);
  const { id, scim } = await tell('ours', 1, 'Liam');
  ours = id;
  for (const role of callers) {
    const given = { organization: 'ours', role, scope: role === 'local_lead' ? 'air_paris' : null };
    const account = await server.account(role, [], [given]);
    headersOf.set(role, await server.signedIn(account.id));
    const token = await createApiToken(server.database.owner, account.id, { name: 'crawl', role, days: 9 });
    if (role === 'sponsor') headersOf.set('sponsor by token', { authorization: `Bearer ${token.token}` });
  }
  headersOf.set('directory', scim);
  headersOf.set('nobody', {});
});
afterAll(() => server.close());

/** Every answer of every GET route to every caller. */
async function everythingSaid(app: App): Promise<Map<string, string>> {
  const openApi = (await app.inject({ method: 'GET', url: '/v1/openapi.json' })).json<OpenApi>();
  const { plain, varied } = addressesOf(openApi, {
    org: ['ours'],
    provider: ['entra'],
    kind: [...declarableKinds, ...['activation', 'first_login', 'adoption']],
    source: [own.source],
    import: own.imports,
    name: ['Liam'],
    dossier: dossiers,
    'scim id': [own.user, 'User'],
    // Which indicator it is changes nothing of whose it is.
    keys: ['K20,K04.login,M08.activated', 'K12'],
    indicator: ['K20', 'M08.activated', 'K12'],
    week: [lastSunday, '2026-04-19'],
    since: ['2026-04-12'],
    from: ['2026-04-06'],
    to: ['2026-05-03'],
    scope: ['wave:pilot', 'entity:air'],
    node: ['air', 'sea'],
    nodes: ['air,sea'],
    compare: ['wave:pilot,wave:rollout', 'organisation:ours,wave:pilot', 'organisation:theirs,wave:pilot'],
    places: ['air,sea'],
    population: ['managers', 'others', 'wave-choice'],
    latest: ['1'],
    before: ['1000000'],
    state: ['none'],
    next: ['/o/ours'],
  });
  const said = new Map<string, string>();
  const isLog = (url: string) => /audit|disclosures/.test(url);
  const asked = [...headersOf].flatMap(([caller, headers]) =>
    (caller === ('project_manager' satisfies Role) ? [...plain, ...varied] : plain).map((url) => ({
      caller,
      headers,
      url,
    })),
  );
  // What tells who read what comes first: it would tell when.
  for (const { caller, headers, url } of asked.sort((a, b) => Number(isLog(b.url)) - Number(isLog(a.url)))) {
    const answer = await app.inject({ method: 'GET', url, headers });
    const { 'content-type': type = '', 'content-disposition': file = '' } = answer.headers;
    said.set(`${caller} ${url}`, [answer.statusCode, type, file, await asWritten(String(type), answer)].join('\n'));
  }
  return said;
}

/**
 * What is not of the organisation: a refusal carries the number of its request, by which it is found in the log; a PDF the
 * second in which it was written, and an id made from that; a DOCX the dates of the files in it, so its text is compared.
 */
async function asWritten(type: string, { body, rawPayload }: { body: string; rawPayload: Buffer }): Promise<string> {
  if (/json|text|csv/.test(type)) return body.replace(/"instance":"[^"]*"/, '"instance":"…"');
  const bytes = type.includes('wordprocessing') ? await partOf(rawPayload, 'word/document.xml') : rawPayload;
  const text = bytes.toString('latin1').replace(/\/(CreationDate \([^)]*\)|ID \[[^\]]*\])/g, '');
  return createHash('sha256').update(text).digest('hex');
}

/** The log of who read what also tells of the first reading: it is taken back, which no role of the database could. */
async function forgetReadings(since: number): Promise<void> {
  await server.database.owner.transaction(async (tx) => {
    await tx.query(`alter table audit disable trigger user`);
    await tx.query(`delete from audit where id > $1`, [since]);
    await tx.query(`alter table audit enable trigger user`);
    await tx.query(
      `update audit_chain c set last_position = a.position, last_hash = a.hash from audit a
        where a.organization_id = c.organization_id
          and a.position = (select max(position) from audit b where b.organization_id = c.organization_id)`,
    );
  });
}

const everyTimer = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];

it('say the same to the last byte, whether the other is there or not', async () => {
  const started = Date.now();
  /** At the same moment: documents carry it, to the second. */
  const standing = async <T>(reading: () => Promise<T>): Promise<T> => {
    jest.useFakeTimers({ doNotFake: everyTimer, now: started });
    try {
      return await reading();
    } finally {
      jest.useRealTimers();
    }
  };
  // The first request of a token notes the day; the first sight of a key is remembered.
  await server.app.inject({ method: 'GET', url: '/v1/session', headers: headersOf.get('sponsor by token')! });
  const [{ last }] = await server.database.owner.query<[{ last: number }]>(`select max(id) as last from audit`);
  const alone = await standing(() => everythingSaid(server.app));
  await forgetReadings(last);

  const { id: theirs } = await tell('theirs', 0.6, 'Voisin');
  const work = await server.database.as('work');
  const path = join(tmpdir(), `essor-ledger-${theirs}.ndjson`);
  const request = { identifier: 'air_paris-2', reason: 'erasure' as const, accountId: null };
  const erased = await leaveOut(await server.database.as('rights'), theirs, request, new RightsLedger(path));
  expect(erased.known).toBe(true);
  await rm(path, { force: true });
  await server.database.owner.query(
    `insert into dirty_day (organization_id, day) select distinct organization_id, day from event where organization_id = $1`,
    [theirs],
  );
  await refresh(work, theirs, now);

  // Another process: nothing is answered from what the first remembers.
  const settings = readSettings({
    ...{ DATABASE_URL: server.database.url, APP_SECRET: server.database.secret, LOG_LEVEL: 'fatal' },
  });
  const surroundings = { settings, logger: createLogger(settings, 'test') };
  const { app } = await createServer({ ...surroundings, dashboard: await DashboardFiles.in('no dashboard') });
  const together = await standing(() => everythingSaid(app)).finally(() => app.close());

  const different = [...alone].flatMap(([asked, said]) => (together.get(asked) === said ? [] : [asked]));
  expect(different.slice(0, 20).map((asked) => [asked, alone.get(asked), together.get(asked)])).toEqual([]);
  expect([...together.keys()]).toEqual([...alone.keys()]);
  // They were let in, and it was about something.
  const answered = [...alone.values()].filter((said) => said.startsWith('200'));
  expect(answered.length).toBeGreaterThan(300);
  expect(answered.join('\n')).toContain('Liam');
  expect([...together.values()].join('\n')).not.toContain('Voisin');
  expect(JSON.stringify([...together.values()])).not.toContain(theirs);
  expect(ours).not.toBe(theirs);
});
