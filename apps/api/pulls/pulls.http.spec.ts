import { Pulls, PullTest } from '#contract/pulls.js';
import { replay, type Replayed, type ReplayServer } from '#connectors/pull/testing/replay-server.js';
import { createTestServer, type TestServer } from '../testing/test-server.js';

const secret = 'p4ss-word-of-the-network';
const slug = 'acme';

let server: TestServer;
let network: ReplayServer;
let answer: Replayed = {};
let manager: { cookie: string };

beforeAll(async () => {
  server = await createTestServer({ environment: { PULL_ADDRESSES: 'private' } });
  network = await replay(() => answer);
  await server.organization(slug);
  manager = await server.signedIn((await server.account('project_manager', [slug])).id);
});
afterAll(async () => {
  await network.close();
  await server.close();
});

/** Whatever is asked, the secret is in no answer. */
async function call(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const url = `/v1/organizations/${slug}/pulls${path}`;
  const told = await server.app.inject({ method, url, headers: manager, ...(payload ? { payload } : {}) });
  expect(told.body).not.toContain(secret);
  const json = told.body === '' ? null : told.json<{ code?: string; source?: number; errors?: { field: string }[] }>();
  return { status: told.statusCode, code: json?.code, json };
}

const draft = () => ({ address: `${network.address}/api/v1/`, since: '2026-05-01', zone: 'Europe/Paris' });
const page = { body: JSON.stringify({ total: 0, page: 1, pages: 0, results: [] }) };

it('a source that is fetched is tried, made, changed, paused, fetched at once and deleted', async () => {
  answer = page;
  const asked = { kind: 'humhub', secret, ...draft() };
  const tried = await call('POST', '/test', asked);
  expect(PullTest.parse(tried.json)).toEqual({ code: null });
  expect(network.asked.map(({ path }) => path)).toEqual([
    ...['user', 'space', 'activity'].map((part) => `/api/v1/${part}?page=1&limit=100`),
  ]);
  expect(network.asked[0]?.headers.authorization).toBe(`Bearer ${secret}`);

  const made = await call('POST', '', { name: 'HumHub', ...asked });
  expect(made.status).toBe(201);
  const source = made.json?.source ?? 0;
  expect((await call('POST', '', { name: 'HumHub', ...asked })).code).toBe('source_name_taken');
  const list = async () => Pulls.parse((await call('GET', '')).json).pulls;
  expect(await list()).toMatchObject([
    {
      source,
      name: 'HumHub',
      address: network.address,
      everyMinutes: 60,
      paused: false,
      through: null,
      errorCode: null,
    },
  ]);

  // The secret that is there serves for the same recipient, and goes nowhere else.
  expect((await call('POST', '/test', { kind: 'humhub', source, ...draft() })).json).toEqual({ code: null });
  const elsewhere = { ...draft(), address: 'https://elsewhere.example' };
  expect((await call('POST', '/test', { kind: 'humhub', source, ...elsewhere })).code).toBe('secret_needed');
  expect((await call('PUT', `/${source}`, elsewhere)).code).toBe('secret_needed');
  expect((await call('PUT', `/${source}`, { ...draft(), user: 'bot' })).code).toBe('secret_needed');
  expect((await call('PUT', `/${source}`, { ...draft(), zone: null })).code).toBe('invalid_request');
  expect((await call('PUT', `/${source}`, { ...draft(), everyMinutes: 360 })).status).toBe(204);
  expect((await call('PUT', `/${source}`, { ...elsewhere, secret: 'other' })).status).toBe(204);
  expect(await list()).toMatchObject([{ address: 'https://elsewhere.example', everyMinutes: 60 }]);

  expect((await call('PATCH', `/${source}`, { paused: true })).status).toBe(204);
  expect((await call('POST', `/${source}/fetch`)).code).toBe('source_paused');
  expect((await call('PATCH', `/${source}`, { paused: false })).status).toBe(204);
  expect((await call('POST', `/${source}/fetch`)).status).toBe(202);
  expect((await call('DELETE', `/${source}`)).status).toBe(204);
  for (const [method, path] of [
    ['DELETE', ''],
    ['PUT', ''],
    ['PATCH', ''],
    ['POST', '/fetch'],
  ] as const) {
    const body = method === 'PUT' ? draft() : method === 'PATCH' ? { paused: true } : undefined;
    expect((await call(method, `/${source}${path}`, body)).code).toBe('unknown_source');
  }
  const noted = await server.database.owner.query<{ action: string }[]>(
    `select action from audit where (detail->>'source')::integer = $1 order by id`,
    [source],
  );
  expect(noted.map(({ action }) => action)).toEqual([
    ...['pull_connected', 'pull_changed', 'pull_changed', 'pull_changed', 'pull_changed', 'pull_disconnected'],
  ]);
  // What it brought stays under its name, and the name goes on.
  expect((await call('POST', '', { name: 'HumHub', ...asked })).json?.source).toBe(source);
});

it.each<[Replayed, string]>([
  [{ status: 401 }, 'credentials_refused'],
  [{ status: 403 }, 'right_missing'],
  [{ status: 404 }, 'not_found'],
  [{ status: 302, headers: { location: 'https://elsewhere.example/' } }, 'redirected'],
  [{ headers: { 'content-type': 'text/html' }, body: '<p>Sign in' }, 'not_data'],
  [{ body: '{}' }, 'unexpected_answer'],
])('a test says what is wrong: %j', async (given, code) => {
  answer = given;
  expect((await call('POST', '/test', { kind: 'humhub', secret, ...draft() })).json).toEqual({ code });
});

it('asks for what a network needs, and nothing it does not know', async () => {
  const asked = { name: 'M365', kind: 'm365', secret, address: 'https://graph.microsoft.com', since: '2026-05-01' };
  const missing = await call('POST', '', asked);
  expect(missing.json?.errors?.map(({ field }) => field)).toEqual(['tenant', 'clientId']);
  expect((await call('POST', '', { ...asked, since: 'soon' })).code).toBe('invalid_request');
  expect((await call('POST', '', { ...asked, address: 'file:///etc/passwd' })).code).toBe('invalid_request');
});
