import { type Redis } from 'ioredis';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccount } from '#storage/access/create-account.js';
import { Collector } from './collector.js';
import { Fleet } from './copies/fleet.js';
import { foundClient } from './copies/organisations.js';
import { backends, builtHere, secret } from './kills/doomed-essor.js';
import { emptyRedis } from './kills/empty-redis.js';
import { type FaultLine } from './kills/fault-line.js';
import { Processes } from './kills/processes.js';
import { until } from './kills/until.js';

jest.setTimeout(240_000);

/** Says, when the process ends, how much of OpenTelemetry it holds; what the metrics bring anyway does nothing. */
const confess = `import module from 'node:module';
  process.on('exit', () => {
    const held = Object.keys(module._cache).filter((path) => /@opentelemetry.(?!api.)/.test(path));
    process.stderr.write('holds ' + held.length + ' modules of OpenTelemetry\\n');
  });`;

describe.each(backends)('traces, with jobs on $backend', ({ backend, available }) => {
  const test = available ? it : it.skip;
  const canaries = { mail: 'canary@people.example', password: 'a canary that nobody may read', actor: 'p239' };
  let box: string;
  let database: Fleet;
  let collector: Collector;
  let redis: Redis | undefined;
  let redisUrl = '';

  beforeAll(async () => {
    if (!available) return;
    box = realpathSync(mkdtempSync(join(tmpdir(), 'essor-traces-')));
    chmodSync(box, 0o711);
    database = await Fleet.in(box);
    collector = await Collector.start();
    if (backend === 'Redis') ({ redis, url: redisUrl } = await emptyRedis(process.env.ESSOR_TEST_REDIS_URL ?? ''));
  });
  afterAll(async () => {
    collector?.close();
    await redis?.flushdb();
    redis?.disconnect();
    await database?.leave();
    if (box) rmSync(box, { recursive: true, force: true });
  });

  /** What an api and a worker wrote, from their start to their end in good order. */
  async function run(settings: Record<string, string>, work: (url: string) => Promise<void>): Promise<string[]> {
    const log: string[] = [];
    const backs = new Map<string, FaultLine>();
    const crew = await Processes.start({
      ...{ dist: builtHere, apis: 1, workers: 1, databaseUrl: database.databaseUrl, backs },
      hear: (line) => log.push(line),
      env: {
        ...{
          APP_SECRET: secret,
          RIGHTS_LEDGER: join(box, 'rights.ndjson'),
          REDIS_URL: redisUrl,
          LOG_LEVEL: 'info',
          HOST: '127.0.0.1',
        },
        ...{ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(confess)}`, ...settings },
      },
    });
    try {
      await crew.ready();
      await until('the worker', () => log.some((line) => /worker.*working/.test(line)), 25);
      await work(`http://127.0.0.1:${crew.ports[0]}`);
    } catch (error) {
      throw new Error(`${String(error)}\n${log.slice(-20).join('\n')}`, { cause: error });
    } finally {
      await crew.stop();
      for (const line of backs.values()) await line.close();
    }
    return log.filter((line) => /of OpenTelemetry/.test(line)).map((line) => line.replace(/^.*\| */, ''));
  }

  test('follow a request to its job and its statements, and tell nothing of anybody', async () => {
    const client = await foundClient(database.owner, 'acme', 200);
    await createAccount(database.owner, {
      email: canaries.mail,
      name: 'Canary',
      role: 'admin',
      password: canaries.password,
    });
    const settings = {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20of%20the%20collector',
    };
    const named = (name: string) => collector.spans.filter((span) => span.name === name);
    const held = await run(settings, async (url) => {
      const json = { 'content-type': 'application/json' };
      const sent = await fetch(`${url}/v1/events`, {
        ...{ method: 'POST', headers: { ...json, authorization: `Bearer ${client.key}` } },
        body: JSON.stringify({ events: client.events }),
      });
      expect(sent.status).toBe(202);
      const { status } = await fetch(`${url}/v1/session`, {
        ...{ method: 'POST', headers: json },
        body: JSON.stringify({ email: canaries.mail, password: canaries.password }),
      });
      expect(status).toBe(200);
      await fetch(`${url}/v1/organizations/acme/summary?week=${canaries.mail}`);
      await until('a job to be told', () => named('process activity').length > 0, 60);
    });
    expect(held).toEqual([expect.stringMatching(/^holds [1-9]/), expect.stringMatching(/^holds [1-9]/)]);

    const [asked] = named('POST /v1/events');
    expect(asked?.parentSpanId).toBeUndefined();
    const under = (name: RegExp) =>
      collector.spans.filter((span) => name.test(span.name) && collector.isUnder(span, asked!));
    expect(under(/^add activity$/)).not.toEqual([]);
    expect(under(/^process activity$/)).not.toEqual([]);
    const [done] = under(/^process activity$/);
    expect(
      collector.spans.some((span) => / (activity|event|dirty)/.test(span.name) && collector.isUnder(span, done!)),
    ).toBe(true);
    expect(under(/^(insert|with|select|copy)/)).not.toEqual([]);
    expect(named('POST /v1/session')).toHaveLength(1);
    expect(named('GET /v1/organizations/:org/summary')).toHaveLength(1);
    // Nor what is asked every few seconds.
    expect(collector.spans.filter(({ name }) => /readyz|sweep|getNextJob/.test(name))).toEqual([]);

    expect([...collector.tokens]).toEqual(['Bearer of the collector']);
    const told = [...Object.values(canaries), client.key, client.organizationId, secret];
    expect(told.filter((word) => collector.text.includes(word))).toEqual([]);
    expect(collector.text).not.toMatch(/thing-\d|127\.0\.0\.1|@/);
  });

  test('are not told, and nothing that tells them is loaded, where no collector is set', async () => {
    const before = collector.spans.length;
    expect(await run({}, () => Promise.resolve())).toEqual(Array(2).fill('holds 0 modules of OpenTelemetry'));
    expect(collector.spans).toHaveLength(before);
  });
});
