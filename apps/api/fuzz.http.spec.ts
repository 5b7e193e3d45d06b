import pg from 'pg';
import { roles } from '#domain/access/roles.js';
import { drawsFrom } from '#domain/statistics/random.js';
import { createSource } from '#storage/source/sources.js';
import { createKey } from '#storage/source/source-keys.js';
import { type OpenApi } from './http/openapi.js';
import { fill } from './testing/published-company.js';
import { requestsOf } from './testing/requests.js';
import { createTestServer, type TestServer } from './testing/test-server.js';

// `npm run prove` sends a million others; the test sends the same ones every time.
const wanted = process.env.ESSOR_FUZZ_REQUESTS;
const requests = Number(wanted ?? 10_000);
const seed = Number(process.env.ESSOR_FUZZ_SEED ?? (wanted === undefined ? 1 : Date.now() % 1_000_000));
jest.setTimeout(180_000 + requests * 60);

// What an answer must not tell: where the program lies, how it failed, what it asked the database.
const leak =
  /\bat \S+ \(|\.(ts|js|mjs):\d+|node_modules|\/(home|root|usr|var|work|tmp)\/|syntax error at|violates \w+ constraint|relation "/;

/** Of what is drawn, what stands in no statement of ours, and may stand in none: values go beside it. */
const drawn = /or 1=1|pg_sleep\(9\)|drop table event;|7\*7|alert\(1\)|etc\/passwd|=cmd\(\)|名前|🙂|a{50}/;

describe('requests drawn from the description of every route', () => {
  let server: TestServer;
  let theirs: string;
  let key: string;
  const callers: { id: string; role: string }[] = [];

  beforeAll(async () => {
    server = await createTestServer({ environment: { LOG_LEVEL: 'debug', LOG_REQUESTS: 'true' } });
    const { owner } = server.database;
    const { id } = await fill(owner);
    theirs = await server.organization('theirs');
    const source = await createSource(owner, id, { name: 'fuzz', kind: 'http' });
    ({ key } = await createKey(owner, id, source));
    for (const role of roles) {
      const given = { organization: 'acme', role, scope: role === 'local_lead' ? 'paris' : null };
      callers.push({ role, id: (await server.account(role, [], role === 'admin' ? [] : [given])).id });
    }
  });
  afterAll(() => server.close());

  it('are drawn from what every route says of itself', async () => {
    const { paths } = (await server.app.inject({ method: 'GET', url: '/v1/openapi.json' })).json<OpenApi>();
    const routes = server.routes.filter(({ method }) => !['HEAD', 'OPTIONS'].includes(method));
    const silent = routes.filter(({ method, url }) => !paths[url.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]);
    expect(silent).toEqual([]);
    expect(paths['/v1/session']?.post?.requestBody?.content['application/json']?.schema).toMatchObject({
      required: ['email', 'password'],
    });
    const indicators = paths['/v1/organizations/{org}/indicators']?.get;
    expect(indicators?.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(['org', 'keys', 'window']));
  });

  it('answer without a failure, a stack, a path or another organisation', async () => {
    const draw = drawsFrom(seed);
    const described = (await server.app.inject({ method: 'GET', url: '/v1/openapi.json' })).json<OpenApi>();
    const next = requestsOf(described, draw);
    const cookies = new Map<string, { cookie: string }>();
    const wrong: string[] = [];
    let lines = 0;
    const statuses = new Map<number, number>();
    const statements = new Set<string>();
    const values = new Set<string>();
    // Not a spy of Jest's: it would keep every call of a million requests.
    const query = pg.Client.prototype.query;
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      const [text, beside] = given as [string | { text: string }, unknown];
      statements.add(typeof text === 'string' ? text : text.text);
      for (const value of Array.isArray(beside) ? beside : []) if (drawn.test(String(value))) values.add(String(value));
      return query.apply(this, given as never);
    } as typeof query;
    const secret = (logged: string) =>
      [
        key,
        'example.org',
        ...[...cookies.values()].map(({ cookie }) => decodeURIComponent(cookie.split('=')[1]!)),
      ].some((one) => logged.includes(one));
    for (let sent = 0; sent < requests && wrong.length < 5; sent++) {
      const { method, url, payload, headers } = next();
      const caller = draw(6) === 0 ? null : callers[draw(3) === 0 ? draw(callers.length) : 0]!;
      // Signing out is one of the routes: sessions are short.
      if (caller && (sent % 50 === 0 || !cookies.has(caller.id)))
        cookies.set(caller.id, await server.signedIn(caller.id));
      const answer = await server.app.inject({
        method: method as 'GET',
        url,
        ...(payload === undefined ? {} : { payload }),
        headers: { ...headers, ...(caller ? cookies.get(caller.id) : { authorization: `Bearer ${key}` }) },
      });
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
      const logged = server.log.splice(0).join('');
      lines += logged.split('"msg":"answered"').length - 1;
      if (drawn.test(logged) || secret(logged)) wrong.push(`ESSOR_FUZZ_SEED=${seed} ${sent}: logged ${logged}`);
      const isOurs = caller !== null && caller.role !== 'admin';
      if (answer.statusCode >= 500 || leak.test(answer.body) || (isOurs && answer.body.includes(theirs))) {
        wrong.push(
          `ESSOR_FUZZ_SEED=${seed} ${sent}: ${method} ${url} as ${caller?.role ?? 'a source'}: ${answer.statusCode} ${answer.body.slice(0, 200)} of ${payload?.slice(0, 300)}`,
        );
      }
    }
    pg.Client.prototype.query = query;
    expect(wrong).toEqual([]);
    // The database was asked about it, and never in the words of whoever asked.
    expect([statements.size > 100, values.size > 3, lines > requests / 2]).toEqual([true, true, true]);
    expect([...statements].filter((text) => drawn.test(text))).toEqual([]);
    // It went in somewhere, and was refused for many reasons.
    expect([200, 400, 401, 403, 404].filter((status) => !statuses.has(status))).toEqual([]);
  });
});
