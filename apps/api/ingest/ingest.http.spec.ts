import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type DataSource } from 'typeorm';
import { type IngestAnswer } from '#contract/events.js';
import { openDatabase, rowsOf } from '#storage/database.js';
import { roleUrl } from '#storage/roles/roles.js';
import { createKey, revokeKey } from '#storage/source/source-keys.js';
import { createSource } from '#storage/source/sources.js';
import { createTestDatabase, type TestDatabase } from '#storage/testing/test-database.js';
import { ApiMetrics } from '../http/api-metrics.js';
import { BreakableLine } from './testing/breakable-line.js';
import { startIngestApp } from './testing/ingest-app.js';

const now = new Date('2026-03-10T12:00:00Z');
let clock = now;
const asked: unknown[] = [];
let isQueueDown = false;
const metrics = new ApiMetrics();

let db: TestDatabase;
let line: BreakableLine;
let database: DataSource;
let app: NestFastifyApplication;
let org: string;
let key: { id: string; key: string };

beforeAll(async () => {
  db = await createTestDatabase();
  line = await BreakableLine.to(roleUrl(db.url, db.secret, 'ingest'));
  database = await openDatabase(line.url, { secret: db.secret });
  const request = async (_: unknown, payload: unknown) => {
    if (isQueueDown) return Promise.reject(new Error('the queue is down'));
    asked.push(payload);
    return Promise.resolve(true);
  };
  app = await startIngestApp(
    database,
    { keyMemory: 0, requestEvery: 0, rate: { perSecond: 0.1, burst: 20 }, now: () => clock },
    { request: (definition, payload) => request(definition, payload).catch(() => false) },
    metrics,
  );
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
let sourceName: string;
beforeEach(async () => {
  sourceName = `source ${randomUUID()}`;
  const source = await createSource(db.owner, org, { name: sourceName, kind: 'http' });
  key = await createKey(db.owner, org, source);
  asked.length = 0;
});

interface Sending {
  query?: string;
  headers?: Record<string, string>;
  bearer?: string | null;
}

async function send(body: unknown, { query = '', headers = {}, bearer = key.key }: Sending = {}) {
  const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const response = await app.inject({
    method: 'POST',
    url: `/v1/events${query}`,
    payload,
    headers: {
      'content-type': 'application/json',
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
  });
  const document = response.json<IngestAnswer & { code: string; limits?: unknown }>();
  return { status: response.statusCode, headers: response.headers, body: document };
}

const event = (over: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  occurred_at: '2026-03-10T09:00:00+01:00',
  kind: 'post',
  actor: 'ada@example.org',
  ...over,
});
const lines = (events: unknown[]) => events.map((one) => JSON.stringify(one)).join('\n');
const ndjson = { 'content-type': 'application/x-ndjson' };
const ledger = async () => {
  const [row] = await rowsOf<{ count: number; digests: number | null }>(
    db.owner,
    `select count(*) as count, sum(digest)::text as digests from event`,
  );
  return row;
};

describe('POST /v1/events takes', () => {
  it('one event', async () => {
    const { status, body, headers } = await send(event());
    expect(status).toBe(202);
    expect(body).toMatchObject({ received: 1, accepted: 1, duplicates: 0, rejected: 0, errors: [], dry_run: false });
    expect(body.batch_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['x-events-rejected']).toBeUndefined();
    expect(asked).toEqual([{ organizationId: org }]);
  });

  it('a batch, lines, and either as gzip', async () => {
    const events = [event(), event({ extra: 1, note: 'x' })];
    expect((await send({ events })).body).toMatchObject({ accepted: 2, dropped_fields: 2 });
    expect((await send(`\uFEFF${lines(events)}\r\n\n`, { headers: ndjson })).body).toMatchObject({
      accepted: 0,
      duplicates: 2,
    });
    const zipped = { 'content-encoding': 'gzip' };
    expect((await send(gzipSync(JSON.stringify({ events: [event()] })), { headers: zipped })).body).toMatchObject({
      accepted: 1,
    });
    expect((await send(gzipSync(lines([event()])), { headers: { ...ndjson, ...zipped } })).body).toMatchObject({
      accepted: 1,
    });
  });

  it('what was sent before as duplicates, and answers 202', async () => {
    const batch = { events: [event(), event()] };
    await send(batch);
    const before = await ledger();
    const { status, body } = await send(batch);
    expect([status, body.accepted, body.duplicates]).toEqual([202, 0, 2]);
    expect(await ledger()).toEqual(before);
  });

  it('what is good among what is bad, and says where', async () => {
    const known = event();
    await send(known);
    const bad = [
      [event({ kind: 'poke' }), 'unknown_kind', 'kind'],
      [event({ occurred_at: '2026-03-10T09:00:00' }), 'naive_timestamp', 'occurred_at'],
      [event({ occurred_at: '2026-03-11T12:00:01Z' }), 'future_timestamp', 'occurred_at'],
      [event({ occurred_at: '1985-01-01T00:00:00Z' }), 'early_timestamp', 'occurred_at'],
      [event({ occurred_at: 12 }), 'wrong_type', 'occurred_at'],
      [event({ actor: ['a'] }), 'wrong_type', 'actor'],
      [event({ actor: '' }), 'missing_field', 'actor'],
      [event({ quantity: 0.5 }), 'bad_quantity', 'quantity'],
      [event({ object: 'x'.repeat(300) }), 'too_long', 'object'],
      [event({ actor: 'a\u0000b' }), 'control_character', 'actor'],
      [event({ text: 'x'.repeat(33_000) }), 'event_too_large', null],
      [{ ...known, kind: 'comment' }, 'conflict', 'id'],
      [null, 'wrong_type', null],
      ['text', 'wrong_type', null],
      [[], 'wrong_type', null],
    ] as const;
    const { status, body, headers } = await send({ events: [event(), ...bad.map(([one]) => one), event()] });
    expect(status).toBe(202);
    expect(body).toMatchObject({ received: bad.length + 2, accepted: 2, rejected: bad.length });
    expect(headers['x-events-rejected']).toBe(String(bad.length));
    expect(body.errors.map(({ index, code, field }) => [index, code, field])).toEqual(
      bad.map(([, code, field], place) => [place + 1, code, field]),
    );
  });

  it('nothing of an id that a batch repeats with other content', async () => {
    const one = event();
    const { body } = await send({ events: [one, one, { ...one, kind: 'comment' }] });
    expect(body).toMatchObject({
      accepted: 1,
      duplicates: 1,
      rejected: 1,
      errors: [{ index: 2, id: one.id, code: 'conflict' }],
    });
  });

  it('lines around one that is malformed or too long', async () => {
    const text = [
      JSON.stringify(event()),
      '{"id": ',
      JSON.stringify(event({ text: 'é'.repeat(20_000) })),
      JSON.stringify(event()),
    ].join('\n');
    const { status, body } = await send(text, { headers: ndjson });
    expect(status).toBe(202);
    expect(body.errors).toMatchObject([
      { index: 1, code: 'malformed_json' },
      { index: 2, code: 'event_too_large' },
    ]);
    expect(body.accepted).toBe(2);
  });

  it('nothing for a day that is sealed', async () => {
    await db.owner.query(`update organization set sealed_before = '2025-01-06' where id = $1`, [org]);
    const { status, body } = await send({ events: [event({ occurred_at: '2025-01-05T23:59:59Z' })] });
    expect([status, body.errors[0]?.code]).toEqual([422, 'sealed_day']);
    expect((await send(event({ occurred_at: '2025-01-06T00:00:00Z' }))).status).toBe(202);
    await db.owner.query(`update organization set sealed_before = null where id = $1`, [org]);
  });

  it('and tells operators how many, of nobody and of no organisation', async () => {
    const counted = async () => {
      const lines = (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('essor_ingest'));
      return new Map(lines.map((line) => [/outcome="(\w+)"/.exec(line)?.[1], Number(line.split(' ').at(-1))]));
    };
    const before = await counted();
    const events = [event(), event()];
    await send({ events: [...events, { id: 'bad' }] });
    await send({ events });
    await send({ events: [event()] }, { query: '?dry_run=true' });
    const after = await counted();
    const more = [...after].map(([outcome, number]) => [outcome, number - (before.get(outcome) ?? 0)]);
    expect(Object.fromEntries(more)).toEqual({ accepted: 2, duplicates: 2, rejected: 1, skipped: 0 });
    expect(await metrics.registry.metrics()).not.toMatch(/acme|source /);
  });

  it('the hourly counters along', async () => {
    await send({ events: [event({ occurred_at: '2026-03-10T11:00:00Z' }), event({ kind: 'poke', x: 1 })] });
    const [hour] = await rowsOf(db.owner, `select * from source_hour order by source_id desc limit 1`);
    expect(hour).toMatchObject({
      hour: new Date('2026-03-10T12:00:00Z'),
      received: 2,
      accepted: 1,
      rejected: 1,
      lag_seconds: 3600,
    });
  });

  it('events when the queue is down', async () => {
    isQueueDown = true;
    expect((await send(event())).status).toBe(202);
    isQueueDown = false;
  });
});

describe('POST /v1/events, asked to', () => {
  it('only try, stores nothing', async () => {
    const before = await ledger();
    const { status, body } = await send({ events: [event(), event({ kind: 'poke' })] }, { query: '?dry_run=true' });
    expect([status, body.accepted, body.rejected, body.dry_run]).toEqual([202, 1, 1, true]);
    expect(await ledger()).toEqual(before);
    expect(asked).toEqual([]);
  });

  it('be strict, stores all or nothing', async () => {
    const known = event();
    await send(known);
    const before = await ledger();
    for (const bad of [event({ kind: 'poke' }), { ...known, kind: 'comment' }]) {
      const { status, body } = await send({ events: [event(), bad] }, { query: '?strict' });
      expect([status, body.accepted, body.rejected]).toEqual([422, 0, 1]);
    }
    expect(await ledger()).toEqual(before);
    expect((await send({ events: [event(), known] }, { query: '?strict=true' })).body).toMatchObject({
      accepted: 1,
      duplicates: 1,
    });
  });
});

describe('POST /v1/events refuses', () => {
  let before: unknown;
  beforeEach(async () => {
    before = await ledger();
  });
  afterEach(async () => expect(await ledger()).toEqual(before));

  it.each([
    ['malformed JSON', '{"id":', 400, 'malformed_json'],
    ['nothing', '', 400, 'empty_batch'],
    ['an empty batch', '{"events":[]}', 400, 'empty_batch'],
    ['a bare list', '[]', 400, 'bad_envelope'],
    ['a bare word', '"x"', 400, 'bad_envelope'],
    ['events that are no list', '{"events":{}}', 400, 'bad_envelope'],
  ])('%s', async (_, body, status, code) => {
    const answer = await send(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('a batch of which nothing is good with 422', async () => {
    const { status, headers } = await send({ events: [event({ kind: 'poke' }), 7] });
    expect([status, headers['x-events-rejected']]).toEqual([422, '2']);
  });

  it('a body over 5 MB and a batch over 1,000, with the limits', async () => {
    const limits = { events: 1000, body_bytes: 5_242_880, event_bytes: 32_768 };
    const large = JSON.stringify({ events: [event({ text: 'x'.repeat(10_000_000) })] });
    for (const [body, headers] of [
      [large, {}],
      [gzipSync(large), { 'content-encoding': 'gzip' }],
    ] as const) {
      const answer = await send(body, { headers });
      expect([answer.status, answer.body.code, answer.body.limits]).toEqual([413, 'body_too_large', limits]);
    }
    const many = Array.from({ length: 1001 }, () => event());
    for (const answer of [await send({ events: many }), await send(lines(many), { headers: ndjson })]) {
      expect([answer.status, answer.body.code, answer.body.limits]).toEqual([413, 'too_many_events', limits]);
    }
  });

  it('other types and encodings', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/events',
      payload: '<event/>',
      headers: { 'content-type': 'application/xml', authorization: `Bearer ${key.key}` },
    });
    expect(answer.statusCode).toBe(415);
    expect((await send('id,kind', { headers: { 'content-type': 'text/csv' } })).body.code).toBe(
      'unsupported_media_type',
    );
    expect((await send('x', { headers: { 'content-encoding': 'br' } })).status).toBe(415);
    const zipped = await send('not gzip', { headers: { 'content-encoding': 'gzip' } });
    expect([zipped.status, zipped.body.code]).toEqual([400, 'bad_gzip']);
    const cut = await send(gzipSync(JSON.stringify(event())).subarray(0, 40), {
      headers: { 'content-encoding': 'gzip' },
    });
    expect([cut.status, cut.body.code]).toEqual([400, 'bad_gzip']);
    expect((await send(event(), { query: '?strict=maybe' })).body.code).toBe('bad_flag');
  });

  it('who has no key, or one that is unknown or revoked', async () => {
    const none = await send(event(), { bearer: null });
    expect([none.status, none.body.code, none.headers['www-authenticate']]).toEqual([401, 'missing_key', 'Bearer']);
    expect((await send(event(), { bearer: 'x' })).status).toBe(401);
    expect(
      (await send(event(), { bearer: `${key.key.slice(0, -1)}${key.key.endsWith('A') ? 'B' : 'A'}` })).status,
    ).toBe(401);
    expect(await revokeKey(db.owner, org, key.id)).toBe(true);
    const revoked = await send(event());
    expect([revoked.status, revoked.body.code]).toEqual([401, 'unknown_key']);
  });

  it('who has a key whose last day is over where the organisation is', async () => {
    const day = now.toISOString().slice(0, 10);
    await db.owner.query(`update organization set timezone = 'Pacific/Auckland' where id = $1`, [org]);
    const source = await createSource(db.owner, org, { name: `until ${randomUUID()}`, kind: 'http' });
    const { key: bearer } = await createKey(db.owner, org, source, day);
    const codeAt = async (instant: string) => {
      clock = new Date(instant);
      return (await send(event(), { bearer, query: '?dry_run=true' })).body.code ?? 'taken';
    };
    // Midnight is at 11:00 UTC there.
    expect(await codeAt(`${day}T10:59:00Z`)).toBe('taken');
    expect(await codeAt(`${day}T11:00:00Z`)).toBe('expired_key');
    clock = now;
    await db.owner.query(`update organization set timezone = 'UTC' where id = $1`, [org]);
  });

  it('a key that is used for another source or organisation', async () => {
    const answers = [
      await send({ organization: 'other', events: [event()] }),
      await send({ source: 'other', events: [event()] }),
      await send(event(), { headers: { 'x-essor-organization': 'other' } }),
      await send(event(), { headers: { 'x-essor-source': 'other' } }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'key_of_another_organization'],
      [403, 'key_of_another_source'],
      [403, 'key_of_another_organization'],
      [403, 'key_of_another_source'],
    ]);
    expect((await send({ organization: 'acme', source: sourceName, events: [event({ kind: 'poke' })] })).status).toBe(
      422,
    );
  });

  it('a key that is used too often', async () => {
    const statuses = [];
    for (let turn = 0; turn < 21; turn++) statuses.push(await send('{"events":[]}'));
    expect(statuses.slice(0, 20).every(({ status }) => status === 400)).toBe(true);
    expect([statuses[20]?.status, statuses[20]?.body.code]).toEqual([429, 'rate_limited']);
    expect(Number(statuses[20]?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  });

  it('keys of an organisation that are used too often together', async () => {
    const organizationRate = { perSecond: 0.1, burst: 4 };
    const crowd = await startIngestApp(database, { organizationRate }, { request: () => Promise.resolve(true) });
    const keys = [key.key];
    for (const name of ['second', 'third'])
      keys.push((await createKey(db.owner, org, await createSource(db.owner, org, { name, kind: 'http' }))).key);
    const statuses: number[] = [];
    for (const own of [...keys, ...keys]) {
      const headers = { authorization: `Bearer ${own}`, 'content-type': 'application/json' };
      statuses.push(
        (await crowd.inject({ method: 'POST', url: '/v1/events', headers, payload: '{"events":[]}' })).statusCode,
      );
    }
    expect(statuses).toEqual([400, 400, 400, 400, 429, 429]);
    await crowd.close();
  });

  it('while the database is away, and takes the same again afterwards', async () => {
    line.cut();
    const away = await send(event());
    expect([away.status, away.body.code]).toEqual([503, 'ledger_unavailable']);
    expect(Number(away.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    line.mend();
    expect((await send(event({ kind: 'poke' }))).status).toBe(422);
  });
});
