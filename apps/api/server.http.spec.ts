import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Worker } from 'bullmq';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Live } from '#contract/live.js';
import { largestFile } from '#contract/imports.js';
import { type DeadJobs } from '#contract/jobs.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { measuresJob } from '#runtime/jobs/jobs.js';
import { JobFailed } from '#runtime/jobs/processing.js';
import { openPlace } from '#runtime/jobs/queue-backend.js';
import { metricNames } from '#runtime/metrics/metric-names.js';
import { roleName, roleUrl } from '#storage/roles/roles.js';
import { Allow } from './access/allow.js';
import { collectRoutes } from './access/routes.js';
import { LiveDesk } from './live/live-desk.js';
import { ordinaryPlaces } from './http/in-flight.js';
import { createTestServer, type TestServer } from './testing/test-server.js';

describe('the api', () => {
  let server: TestServer;
  let dashboard: string;
  beforeAll(async () => {
    dashboard = await mkdtemp(join(tmpdir(), 'essor-dashboard-'));
    await mkdir(join(dashboard, 'assets'));
    await writeFile(join(dashboard, 'index.html'), '<!doctype html><title>Essor</title>');
    await writeFile(join(dashboard, 'assets', 'app-abc123.js'), 'void 0;');
    await writeFile(join(dashboard, 'assets', 'app-abc123.js.gz'), gzipSync('void 0;'));
    await writeFile(join(dashboard, '.hidden'), 'secret');
    server = await createTestServer({ dashboard });
  });
  afterAll(async () => {
    await server.close();
    await rm(dashboard, { recursive: true });
  });

  const get = (url: string) => server.app.inject({ method: 'GET', url });

  it('is alive and ready, and says why', async () => {
    expect((await get('/healthz')).json()).toEqual({ status: 'alive' });
    const ready = await get('/readyz');
    expect(ready.statusCode).toBe(200);
    expect(ready.json<{ checks: { name: string }[] }>().checks.map(({ name }) => name)).toEqual([
      'database',
      'migrations',
      'jobs',
      'demo',
    ]);
  });

  it('tells operators what dashboards ask for, and nobody by name', async () => {
    const organization = await server.organization('watched');
    await server.database.owner.query(
      `insert into published_week (organization_id, week_end, through, provisional, published_at)
       values ($1, '2026-03-08', '2026-03-08', false, now() - interval '1 hour')`,
      [organization],
    );
    await server.app.inject({ method: 'GET', url: '/v1/organizations/watched/summary?canary=1' });
    const text = await server.metrics.registry.metrics();
    const names = (await server.metrics.registry.getMetricsAsJSON()).map(({ name }) => name);
    expect(names.sort()).toEqual([...metricNames.api].sort());
    const [, age] = /essor_publication_age_seconds\{organization="watched",role="api"\} ([\d.]+)/.exec(text) ?? [];
    expect(Math.round(Number(age) / 60)).toBe(60);
    expect(text).toMatch(/essor_shown_day_age_seconds\{organization="watched"/);
    expect(text).toMatch(/essor_jobs\{job="activity",state="failed",role="api"\} 0/);
    expect(text).toMatch(/essor_database_connections\{door="read",state="waiting",role="api"\} 0/);
    expect(text).toMatch(
      /essor_http_request_duration_seconds_count\{role="api",method="GET",route="\/v1\/organizations\/:org/,
    );
    expect(text).not.toMatch(/canary|@|unanswered_total\{/);
  });

  it('is not ready while a migration is missing', async () => {
    const other = await createTestServer();
    await other.database.owner.query(`delete from migration where id = (select max(id) from migration)`);
    const answer = await other.app.inject({ method: 'GET', url: '/readyz' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ status: 'not_ready' });
    expect(answer.body).toContain('1 migrations to apply');
    await other.close();
  });

  it.each(['/', '/deploiement', '/entites/site.lyon', '/index.html'])('shows the dashboard at %s', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(answer.headers['cache-control']).toBe('public, max-age=0');
  });

  it('lets hashed files be kept for ever', async () => {
    const answer = await get('/assets/app-abc123.js');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toMatch(/javascript/);
  });

  it('sends a file compressed to who reads it so', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const answer = await server.app.inject({ method: 'GET', url: '/assets/app-abc123.js', headers });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect(answer.headers['content-type']).toMatch(/javascript/);
    expect(gunzipSync(answer.rawPayload).toString()).toBe('void 0;');
    expect((await get('/assets/app-abc123.js')).headers['content-encoding']).toBeUndefined();
  });

  it.each(['/v1', '/v1/nothing', '/assets/gone.js', '/assets/..%2f..%2fpackage.json'])(
    'has nothing at %s',
    async (url) => {
      const answer = await get(url);
      expect(answer.statusCode).toBe(404);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(answer.json()).toMatchObject({ status: 404, code: 'not_found', type: 'urn:essor:problem:not_found' });
    },
  );

  it.each(['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/.hidden', '/.env'])('never serves %s', async (url) => {
    expect((await get(url)).body).toBe('<!doctype html><title>Essor</title>');
  });

  it.each(['/', '/healthz', '/v1/session', '/v1/nothing'])('guards its answer to %s with headers', async (url) => {
    const { headers } = await get(url);
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    if (url.startsWith('/v1')) expect(headers['cache-control']).toBe('no-store');
  });

  it.each([
    { body: '{"email":', type: 'application/json', status: 400, code: 'malformed_json' },
    {
      body: '{"email":"a","password":"b","__proto__":{"x":1}}',
      type: 'application/json',
      status: 400,
      code: 'malformed_json',
    },
    { body: '{"email":1}', type: 'application/json', status: 400, code: 'invalid_request' },
    { body: '[]', type: 'application/json', status: 400, code: 'invalid_request' },
    // Nothing is walked through before its form is known.
    {
      body: `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      type: 'application/json',
      status: 400,
      code: 'invalid_request',
    },
    { body: '<xml/>', type: 'application/xml', status: 415, code: 'unsupported_media_type' },
    { body: `{"email":"${'x'.repeat(6_000_000)}"}`, type: 'application/json', status: 413, code: 'body_too_large' },
  ])('names what is wrong: $code', async ({ body, type, status, code }) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/v1/session',
      payload: body,
      headers: { 'content-type': type },
    });
    expect({ status: answer.statusCode, code: answer.json<{ code: string }>().code }).toEqual({ status, code });
  });

  it('names dead jobs to administrators, and asks for them once more', async () => {
    const organizationId = await server.organization('poisoned');
    const headers = await server.signedIn((await server.account('admin')).id);
    const queue = server.app.get(JobQueue);
    const place = { postgresUrl: roleUrl(server.database.url, server.database.secret, 'jobs') };
    const worker = new Worker(
      measuresJob.name,
      () => Promise.reject(new JobFailed('QueryFailedError 22P02')),
      openPlace(place),
    );
    worker.on('error', () => undefined);
    const died = new Promise((resolve) => worker.once('failed', resolve));
    await queue.add({ ...measuresJob, options: { ...measuresJob.options, attempts: 1 } }, { organizationId });
    await died;
    await worker.close();
    const ask = async () => (await server.app.inject({ method: 'GET', url: '/v1/jobs', headers })).json<DeadJobs>();
    const [dead, ...others] = (await ask()).jobs;
    expect(dead).toMatchObject({ kind: 'measures', organization: 'poisoned', importId: null, attempts: 1 });
    expect([dead?.reason, others]).toEqual(['QueryFailedError 22P02', []]);
    expect(await server.metrics.registry.metrics()).toMatch(/essor_jobs\{job="measures",state="failed",role="api"\}/);
    const replay = await server.app.inject({ method: 'POST', url: '/v1/jobs/replay', headers });
    expect(replay.json()).toEqual({ asked: 1 });
    expect(await ask()).toEqual({ jobs: [] });
    expect((await queue.counts()).measures).toMatchObject({ waiting: 1, failed: 0 });
  });

  describe('tells what is new', () => {
    let now = Date.parse('2026-03-04T10:00:00Z');
    let org: string;
    let address: string;
    let desk: LiveDesk;
    beforeAll(async () => {
      org = await server.organization('news');
      await server.app.listen({ host: '127.0.0.1', port: 0 });
      address = `${await server.app.getUrl()}/v1/organizations/news/live`;
      desk = server.app.get(LiveDesk, { strict: false });
      desk.clock = { now: () => now, goesByItself: false };
      const { owner } = server.database;
      await owner.query(`insert into source (organization_id, id, name, kind) values ($1, 1, 'intranet', 'http')`, [
        org,
      ]);
      await owner.query(
        `insert into source_hour (organization_id, source_id, hour, received, accepted, rejected)
         select $1, id, '2026-03-04T10:00:00Z', 5, 4, 1 from source where organization_id = $1`,
        [org],
      );
    });
    const roundAfter = (seconds: number) => {
      now += seconds * 1000;
      return desk.round();
    };
    const publish = (weekEnd: string) =>
      server.database.owner.query(
        `insert into published_week (organization_id, week_end, through, provisional, published_at) values ($1, $2, $2, false, $3)`,
        [org, weekEnd, `${weekEnd}T23:00:00Z`],
      );

    /** An open page: what it was told so far, as `event {…}`. */
    async function page(role: 'project_manager' | 'sponsor', scope: string | null = null) {
      const account = await server.account(role, [], [{ organization: 'news', role, scope }]);
      const { cookie } = await server.signedIn(account.id);
      const gone = new AbortController();
      const answer = await fetch(address, {
        headers: { cookie, accept: 'text/event-stream' },
        signal: gone.signal,
      });
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      const told = async (until: RegExp) => {
        while (!until.test(text)) {
          const { value, done } = await reader.read();
          if (done) return `${text} ended`;
          text += value;
        }
        return text;
      };
      const leave = () => gone.abort();
      return { id: account.id, cookie, status: answer.status, type: answer.headers.get('content-type'), told, leave };
    }
    const empty = async () => {
      while (desk.listening > 0) await setTimeout(20);
    };

    it('in one answer to whoever does not listen', async () => {
      const { id } = await server.account('project_manager', ['news']);
      const headers = await server.signedIn(id);
      const answer = await server.app.inject({ method: 'GET', url: '/v1/organizations/news/live', headers });
      expect(Live.parse(answer.json())).toMatchObject({ publication: null, sources: [{ id: 1, received: 5 }] });
    });

    it('to open pages as it comes: counters of the hour, and weeks; a sponsor hears of weeks alone', async () => {
      const [manager, sponsor] = [await page('project_manager'), await page('sponsor')];
      expect([manager.status, manager.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
      expect(await manager.told(/"received":5/)).toMatch(/event: sources\ndata: \[\{.*"accepted":4.*"rejected":1/);
      await publish('2026-03-01');
      await roundAfter(5);
      expect(await manager.told(/event: publication/)).toContain('"weekEnd":"2026-03-01"');
      expect(await sponsor.told(/event: publication/)).not.toContain('sources');
      // Nothing new, nothing sent but a sign of life.
      await roundAfter(20);
      expect((await manager.told(/\n: \n/)).match(/event: publication/g)).toHaveLength(1);
      manager.leave();
      sponsor.leave();
      await empty();
    });

    it('until the session ends, the role changes or the page goes', async () => {
      const { owner } = server.database;
      const [out, changed, kept] = [await page('project_manager'), await page('sponsor'), await page('sponsor')];
      await owner.query(`delete from session where account_id = $1`, [out.id]);
      await owner.query(`update membership set role = 'animator' where account_id = $1`, [changed.id]);
      await roundAfter(31);
      expect(await out.told(/never/)).toMatch(/ended$/);
      expect(await changed.told(/never/)).toMatch(/ended$/);
      expect(desk.listening).toBe(1);
      kept.leave();
      await empty();
    });

    it('to a dozen pages of one account, and not to another', async () => {
      const first = await page('project_manager');
      const opened: AbortController[] = [];
      const ask = async () => {
        const gone = new AbortController();
        opened.push(gone);
        return fetch(address, { headers: { cookie: first.cookie, accept: 'text/event-stream' }, signal: gone.signal });
      };
      const answers = [];
      for (let one = 0; one < 12; one++) answers.push((await ask()).status);
      expect(answers).toEqual([...Array.from({ length: 11 }, () => 200), 429]);
      for (const gone of opened) gone.abort();
      first.leave();
      await empty();
    });
  });

  it('answers 503, not 500, when its database is away', async () => {
    const other = await createTestServer();
    const headers = await other.signedIn((await other.account('admin')).id);
    const [row] = await other.database.owner.query<{ name: string }[]>(`select current_database() as name`);
    const role = roleName(row?.name ?? '', 'app');
    await other.database.owner.query(`alter role "${role}" connection limit 0`);
    await other.database.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = $1`, [
      role,
    ]);
    const answer = await other.app.inject({ method: 'GET', url: '/v1/session', headers });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('2');
    expect((await other.app.inject({ method: 'GET', url: '/readyz' })).statusCode).toBe(503);
    expect((await other.app.inject({ method: 'GET', url: '/healthz' })).statusCode).toBe(200);
    await other.database.owner.query(`alter role "${role}" connection limit -1`);
    expect((await other.app.inject({ method: 'GET', url: '/v1/session', headers })).statusCode).toBe(200);
    await other.close();
  });
});

describe('a body that does not end', () => {
  let server: TestServer;
  let port: number;
  let manager: { cookie: string };
  beforeAll(async () => {
    server = await createTestServer({
      patience: { body: 300, file: 1200 },
      places: { ...ordinaryPlaces, pages: 8 },
    });
    await server.organization('slow');
    manager = await server.signedIn((await server.account('project_manager', ['slow'])).id);
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    port = Number(new URL(await server.app.getUrl()).port);
  });
  afterAll(() => server.close());

  /** What comes back on a connection that sends a byte now and then, and after how long it is closed. */
  async function trickle(path: string, headers: Record<string, string>) {
    const begun = performance.now();
    const socket = connect(port, '127.0.0.1');
    const sent = { host: 'essor', 'content-length': '1000', ...headers };
    const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`);
    socket.write([`POST ${path} HTTP/1.1`, ...lines, '', '{'].join('\r\n'));
    const byte = setInterval(() => socket.write(' '), 50);
    let answer = '';
    socket.on('data', (data: Buffer) => (answer += data.toString()));
    socket.on('error', () => undefined);
    await new Promise((closed) => socket.once('close', closed));
    clearInterval(byte);
    return { answer, after: performance.now() - begun };
  }

  it.each([
    ['of anybody', '/v1/session', 'application/json', 408, 'request_timeout'],
    ['with a key that is refused before it is read', '/v1/events', 'application/json', 401, 'missing_key'],
    ['of no page', '/v1/nothing', 'text/csv', 404, 'not_found'],
    [
      'of a file that nobody lets in',
      '/v1/organizations/slow/imports?kind=people&file=p.csv',
      'text/csv',
      401,
      'not_signed_in',
    ],
  ])('%s is given up', async (_, path, type, status, code) => {
    const { answer, after } = await trickle(path, { 'content-type': type });
    expect(answer).toContain(`HTTP/1.1 ${status}`);
    expect(answer).toContain(`"code":"${code}"`);
    expect(after).toBeGreaterThan(250);
    expect(after).toBeLessThan(2000);
  });

  it('is another thing than a database that does not answer: who comes then is turned away before all waits', async () => {
    const session = () => server.app.inject({ method: 'GET', url: '/v1/session', headers: manager });
    const held = server.database.owner.createQueryRunner();
    await held.startTransaction();
    await held.query(`lock table account in access exclusive mode`);
    const waiting = Array.from({ length: 4 }, session);
    await setTimeout(200);
    const begun = performance.now();
    const away = await session();
    expect(performance.now() - begun).toBeLessThan(1000);
    expect([away.statusCode, away.headers['retry-after'], away.json<{ code: string }>().code]).toEqual([
      ...[503, '1'],
      'overloaded',
    ]);
    expect((await server.app.inject({ method: 'GET', url: '/healthz' })).statusCode).toBe(200);
    expect(await server.metrics.registry.metrics()).toContain(
      'essor_http_requests_shed_total{part="pages",role="api"} 1',
    );
    await held.rollbackTransaction();
    await held.release();
    expect((await Promise.all(waiting)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect((await session()).statusCode).toBe(200);
  });

  it('of a file that says itself too large is not waited for', async () => {
    const { answer, after } = await trickle('/v1/organizations/slow/imports?kind=people&file=p.csv', {
      ...manager,
      ...{ 'content-type': 'text/csv', 'content-length': String(largestFile + 1) },
    });
    expect(answer).toContain('"code":"file_too_large"');
    expect(after).toBeLessThan(1000);
    expect(await server.database.owner.query(`select id from import`)).toEqual([]);
  });

  it('is waited for longer where a file is handed in', async () => {
    const { answer, after } = await trickle('/v1/organizations/slow/imports?kind=people&file=p.csv', {
      ...manager,
      'content-type': 'text/csv',
    });
    expect(answer).toContain('"code":"request_timeout"');
    expect(after).toBeGreaterThan(1000);
    const kept = () => server.database.owner.query<unknown[]>(`select id from import`);
    for (let asked = 0; asked < 50 && (await kept()).length > 0; asked++) await setTimeout(20);
    expect(await kept()).toEqual([]);
  });
});

describe('a route without a policy', () => {
  @Controller('forgotten')
  class Forgotten {
    @Get()
    read(): string {
      return 'open to everyone';
    }
  }
  @Controller('v1/organizations/:slug')
  class Misnamed {
    @Get()
    @Allow('reading')
    read(): string {
      return 'open to every organisation';
    }
  }

  it.each([
    { controller: Forgotten, complaint: 'GET /forgotten names no policy' },
    { controller: Misnamed, complaint: 'GET /v1/organizations/:slug must call its organisation :org' },
  ])('stops the boot: $complaint', async ({ controller, complaint }) => {
    @Module({ controllers: [controller] })
    class Careless {}
    const adapter = new FastifyAdapter();
    collectRoutes(adapter.getInstance());
    const boot = NestFactory.create(Careless, adapter, { logger: false, abortOnError: false }).then((app) =>
      app.init(),
    );
    await expect(boot).rejects.toThrow(complaint);
  });

  it('stops it as well when a plugin adds the route', () => {
    const fastify = new FastifyAdapter().getInstance();
    collectRoutes(fastify);
    expect(() => fastify.get('/by-the-side', () => 'open')).toThrow('GET /by-the-side names no policy');
  });
});
