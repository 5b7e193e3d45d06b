import { Analytics } from '@segment/analytics-node';
import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { CloudEvent, emitterFor, HTTP, httpTransport, Mode } from 'cloudevents';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type DataSource } from 'typeorm';
import { type SegmentAnswer } from '#contract/events.js';
import { eventKinds } from '#domain/events/kind.js';
import { openDatabase, rowsOf } from '#storage/database.js';
import { roleUrl } from '#storage/roles/roles.js';
import { createKey } from '#storage/source/source-keys.js';
import { saveSourceName } from '#storage/source/source-names.js';
import { createSource } from '#storage/source/sources.js';
import { spelled } from '#storage/testing/spelled.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { BreakableLine } from './testing/breakable-line.js';
import { startIngestApp } from './testing/ingest-app.js';

const burst = 12;
const at = '2026-03-02T08:14:07.000Z';

let db: TestDatabase;
let line: BreakableLine;
let database: DataSource;
let app: NestFastifyApplication;
let org: string;
let address: string;
/** Of every request over the network since the test began, in order. */
let statuses: number[] = [];
let onStatus: (status: number) => void = () => undefined;
let source: number;
let key: string;

beforeAll(async () => {
  db = await createTestDatabase();
  line = await BreakableLine.to(roleUrl(db.url, db.secret, 'ingest'));
  database = await openDatabase(line.url, { secret: db.secret });
  app = await startIngestApp(
    database,
    { keyMemory: 0, requestEvery: 0, rate: { perSecond: 2, burst } },
    { request: () => Promise.resolve(true) },
  );
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer();
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.prependListener('request', (_request, response) => {
    response.once('finish', () => {
      statuses.push(response.statusCode);
      onStatus(response.statusCode);
    });
  });
  const [row] = await rowsOf<{ id: string }>(
    db.owner,
    `insert into organization (slug, name, class, timezone) values ('acme', 'Acme', 'public', 'UTC') returning id`,
  );
  org = row?.id ?? '';
});
afterAll(async () => {
  await app.close();
  await database.destroy();
  await line.close();
  await db.drop();
});
beforeEach(async () => {
  source = await createSource(db.owner, org, { name: randomUUID(), kind: 'http' });
  ({ key } = await createKey(db.owner, org, source));
  statuses = [];
  onStatus = () => undefined;
});

interface Sending {
  method?: 'POST' | 'PUT';
  headers?: Record<string, string>;
}
const basic = (user: string, password = '') => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

async function send(url: string, body: unknown, { method = 'POST', headers = {} }: Sending = {}) {
  const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const authorization = { authorization: `Bearer ${key}` };
  const type = { 'content-type': 'application/json' };
  const answer = await app.inject({ method, url, payload, headers: { ...type, ...authorization, ...headers } });
  const read = () => answer.json<SegmentAnswer & { code: string }>();
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, read };
}

/** What the ledger holds of this source: kind and actor, in the order of their kinds. */
async function kept(): Promise<string[]> {
  const rows = await rowsOf<{ kind: number; actor: string }>(
    db.owner,
    `select kind, actor from event where organization_id = $1 and source_id = $2 order by kind`,
    [org, source],
  );
  const named = await spelled(database, org, rows, { spokenOnly: true });
  return named
    .sort((one, other) => one.kind - other.kind || (one.actor < other.actor ? -1 : 1))
    .map(({ kind, actor }) => `${eventKinds[kind]} ${actor}`);
}

const hours = () =>
  rowsOf(
    db.owner,
    `select sum(received) as received, sum(accepted) as accepted, sum(duplicates) as duplicates, sum(rejected) as rejected,
            sum(skipped) as skipped from source_hour where organization_id = $1 and source_id = $2`,
    [org, source],
  );

describe('a client as it is published', () => {
  it('of Segment is counted once, although the database was away when it first sent', async () => {
    const client = new Analytics({ writeKey: key, host: address, flushAt: 20, flushInterval: 50 });
    line.cut();
    onStatus = () => line.mend();
    client.identify({ userId: '501', traits: { email: 'alice@acme.fr' } });
    client.track({ userId: '501', event: 'Post Created', properties: { groupId: '77' } });
    client.page({ userId: '502', name: 'Accueil' });
    client.group({ userId: '502', groupId: '77' });
    client.track({ anonymousId: 'visitor', event: 'Post Created' });
    await client.closeAndFlush();
    expect(statuses).toEqual([503, 200]);
    expect(await kept()).toEqual(['view 502', 'post 501', 'group_joined 502']);
    expect(await hours()).toEqual([{ received: '5', accepted: '3', duplicates: '0', rejected: '0', skipped: '2' }]);
  });

  it('of RudderStack is counted once, although it was told to wait', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const client = new RudderAnalytics(key, { dataPlaneUrl: address, flushAt: 20 });
    // Nothing is refilled until the client has been refused.
    const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    onStatus = () => clock.mockRestore();
    for (let turn = 0; turn < 4; turn++) await Promise.all(Array.from({ length: burst }, () => send('/v1/batch', {})));
    client.track({ userId: '501', event: 'Comment Created', properties: { commentId: 'c', postId: 'p' } });
    client.screen({ userId: '502', name: 'Accueil' });
    await client.flush();
    told.mockRestore();
    expect([statuses[0], statuses.at(-1)]).toEqual([429, 200]);
    expect(await kept()).toEqual(['view 502', 'comment 501']);
  });

  it('of CloudEvents is read in every mode, and known again', async () => {
    const emit = emitterFor(httpTransport(`${address}/v1/events`), { mode: Mode.BINARY });
    const authorized = { headers: { authorization: `Bearer ${key}` } };
    const event = (id: string) => {
      const attributes = { id, source: '/rse', type: 'esn.post.created', subject: 'élise@acme.fr', time: at };
      return new CloudEvent({ ...attributes, data: { group: '77' } });
    };
    await emit(event('1'), authorized);
    for (const message of [HTTP.structured(event('1')), HTTP.structured(event('2'))])
      expect(
        (await send('/v1/events', message.body, { headers: message.headers as Record<string, string> })).status,
      ).toBe(202);
    const batch = await send('/v1/events', [event('2'), event('3')], {
      headers: { 'content-type': 'application/cloudevents-batch+json' },
    });
    expect(batch.read()).toMatchObject({ received: 2, accepted: 1, duplicates: 1 });
    expect(await kept()).toEqual(['post élise@acme.fr', 'post élise@acme.fr', 'post élise@acme.fr']);
    expect(statuses).toEqual([202]);
  });
});

describe('the calls of Segment', () => {
  const message = (over: object = {}) => ({ userId: 'u', messageId: randomUUID(), timestamp: at, ...over });

  it('are one message each, with the key where the client has it', async () => {
    const keyInBody = { headers: { authorization: '', 'content-type': 'text/plain' } };
    expect((await send('/v1/track', message({ event: 'Post Liked', writeKey: key }), keyInBody)).status).toBe(200);
    expect((await send('/v1/page', message(), { headers: { authorization: basic(key) } })).status).toBe(200);
    expect((await send('/v1/alias', message({ previousId: 'v' }))).read()).toMatchObject({ success: true, skipped: 1 });
    expect(await kept()).toEqual(['view u', 'reaction u']);
    const wrong = await send('/v1/track', message({ writeKey: 'wrong' }), keyInBody);
    expect([wrong.status, wrong.read().code]).toEqual([401, 'unknown_key']);
    for (const body of [message(), '', '{'].map((one) => send('/v1/track', one, keyInBody)))
      expect([400, 401]).toContain((await body).status);
    const large = await send('/v1/batch', { writeKey: key, batch: [], more: 'x'.repeat(600_000) }, keyInBody);
    expect([large.status, large.read().code]).toEqual([413, 'body_too_large']);
  });

  it('are answered with 200 and the counts, whatever became of the messages', async () => {
    const batch = [message({ type: 'track', event: 'Post Created' }), message({ type: 'page', timestamp: 'x' }), 7];
    const { status, headers, read } = await send('/v1/batch', { batch: [...batch, batch[0]] });
    expect([status, headers['x-events-rejected']]).toEqual([200, '2']);
    expect(read()).toMatchObject({
      ...{ received: 4, accepted: 1, duplicates: 1, rejected: 2 },
      errors: [
        { index: 1, code: 'bad_timestamp', field: 'timestamp' },
        { index: 2, id: null, code: 'wrong_type', field: null },
      ],
    });
    const many = { batch: Array.from({ length: 1001 }, () => message()) };
    expect((await send('/v1/batch', many)).status).toBe(413);
    expect((await send('/v1/batch', { batch: {} })).read().code).toBe('bad_envelope');
  });

  it('keep the names that nobody knows, never who used them, and follow what is said of them', async () => {
    const coffee = () => message({ type: 'track', event: 'Coffee Brewed' });
    const ofSource = () =>
      rowsOf(db.owner, `select vocabulary, name, times from source_unmapped where source_id = $1`, [source]);
    await send('/v1/batch', { batch: [coffee(), coffee(), message({ type: 'track', event: 'by ada@acme.fr' })] });
    await send('/v1/batch', { batch: [coffee()] });
    expect(await ofSource()).toEqual([{ vocabulary: 'segment', name: 'coffee brewed', times: 3 }]);
    await saveSourceName(db.owner, org, source, { vocabulary: 'segment', name: 'coffee brewed', kind: 'share' });
    expect(await ofSource()).toEqual([]);
    await send('/v1/batch', { batch: [coffee()] });
    await saveSourceName(db.owner, org, source, { vocabulary: 'segment', name: 'coffee brewed', kind: null });
    expect((await send('/v1/batch', { batch: [coffee()] })).read()).toMatchObject({ accepted: 0, skipped: 1 });
    expect(await kept()).toEqual(['share u', ...Array.from({ length: 4 }, () => 'other u')]);
    const flood = Array.from({ length: 300 }, (_, place) => message({ type: 'track', event: `name ${place} x` }));
    await send('/v1/batch', { batch: flood });
    await send('/v1/batch', { batch: [message({ type: 'track', event: 'one more' })] });
    expect(await ofSource()).toHaveLength(200);
  });
});

describe('activities', () => {
  const types = ['application/activity+json', 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"'];
  it.each(types)('as %s are read, alone and in collections', async (type) => {
    const like = { type: 'Like', id: 'urn:1', actor: 'mailto:a@acme.fr', object: 'urn:n', published: at };
    const sent = (body: unknown) => send('/v1/events', body, { headers: { 'content-type': type } });
    expect((await sent(like)).read()).toMatchObject({ received: 1, accepted: 1 });
    const collection = { type: 'OrderedCollection', orderedItems: [like, { ...like, id: 'urn:2' }, { type: 'Note' }] };
    expect((await sent(collection)).read()).toMatchObject({ received: 3, accepted: 1, duplicates: 1, skipped: 1 });
    expect((await sent([like])).read().code).toBe('bad_envelope');
    const late = await sent({ ...like, id: 'urn:3', published: undefined });
    expect([late.status, late.headers['x-events-rejected']]).toEqual([422, '1']);
    expect(late.read().errors).toMatchObject([{ index: 0, id: 'urn:3', code: 'missing_field', field: 'published' }]);
  });
});

describe('statements', () => {
  const version = { 'x-experience-api-version': '1.0.3' };
  const statement = (over: object = {}) => ({
    ...{ actor: { mbox: 'mailto:a@acme.fr' }, timestamp: at, object: { id: 'urn:n' } },
    verb: { id: 'http://activitystrea.ms/schema/1.0/like' },
    ...over,
  });
  const headers = {
    ...version,
    get authorization() {
      return basic('user', key);
    },
  };

  it('are stored all or none, under ids that are told', async () => {
    const known = { ...statement(), id: randomUUID() };
    const first = await send('/v1/xapi/statements', [known, statement()], { headers });
    expect([first.status, first.headers['x-experience-api-version']]).toEqual([200, '1.0.3']);
    const ids = JSON.parse(first.text) as string[];
    expect(ids).toEqual([known.id, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(JSON.parse((await send('/v1/xapi/statements', [known, statement()], { headers })).text)).toEqual(ids);
    const other = { ...known, object: { id: 'urn:other' } };
    const conflict = await send('/v1/xapi/statements', [statement({ object: { id: 'urn:m' } }), other], { headers });
    expect([conflict.status, conflict.read().code]).toEqual([409, 'conflict']);
    const bad = await send('/v1/xapi/statements', [statement({ object: { id: 'urn:k' } }), {}], { headers });
    expect([bad.status, bad.read().errors]).toMatchObject([400, [{ index: 1, code: 'missing_field', field: 'actor' }]]);
    expect(await kept()).toHaveLength(2);
    const put = (query: string) => send(`/v1/xapi/statements${query}`, statement(), { method: 'PUT', headers });
    expect((await put(`?statementId=${randomUUID()}`)).status).toBe(204);
    expect((await put('')).status).toBe(400);
    const unversioned = await send('/v1/xapi/statements', statement());
    expect([unversioned.status, unversioned.read().code]).toEqual([400, 'unsupported_version']);
    expect(await kept()).toHaveLength(3);
  });
});

describe('hostile bodies', () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const event = { specversion: '1.0', id: '1', source: '/s', type: 'esn.post', subject: 'u', time: at };
  const routes = [
    [
      '/v1/batch',
      {},
      (value: string) => `{"batch":[{"type":"track","event":"Post Created","userId":"u","x":${value}}]}`,
    ],
    ['/v1/track', {}, (value: string) => `{"event":"Post Created","userId":"u","messageId":"m","x":${value}}`],
    [
      '/v1/events',
      { 'content-type': 'application/cloudevents-batch+json' },
      (value: string) => `[${JSON.stringify({ ...event, time: undefined }).replace('}', `,"data":${value}}`)}]`,
    ],
    [
      '/v1/events',
      { 'content-type': 'application/activity+json' },
      (value: string) => `{"type":"Like","actor":${value}}`,
    ],
    [
      '/v1/xapi/statements',
      { 'x-experience-api-version': '1.0.3' },
      (value: string) => `{"actor":{},"verb":{"id":"v"},"object":${value}}`,
    ],
  ] as const;

  it.each(routes)('of %s %j are refused by name, and the process goes on', async (url, headers, body) => {
    const values = [
      deep(150),
      deep(1000),
      '1e999',
      '{"__proto__":{"type":"x"}}',
      '"\\ud800"',
      `"${'x'.repeat(1_000_000)}"`,
    ];
    for (const value of values) {
      const { status, text } = await send(url, body(value), { headers });
      const isNamed = /"code":"[a-z_]+"|"skipped":1/.test(text);
      expect([value.slice(0, 20), status < 500, isNamed]).toEqual([value.slice(0, 20), true, true]);
    }
    const whole = body('1');
    const cut = await send(url, gzipSync(whole).subarray(0, 30), {
      headers: { ...headers, 'content-encoding': 'gzip' },
    });
    const plain = await send(url, whole, { headers: { ...headers, 'content-encoding': 'gzip' } });
    const other = await send(url, whole, { headers: { ...headers, 'content-encoding': 'br' } });
    expect([cut, plain, other].map(({ status, read }) => [status, read().code])).toEqual([
      [400, 'bad_gzip'],
      [400, 'bad_gzip'],
      [415, 'unsupported_encoding'],
    ]);
    expect(({} as Record<string, unknown>)['type']).toBeUndefined();
    expect(await kept()).toEqual([]);
  });
});
