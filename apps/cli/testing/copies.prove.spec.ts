import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveOrganization } from '#pipeline/proof/prove-organization.js';
import { type IngestAnswer } from '#contract/events.js';
import { createAccount } from '#storage/access/create-account.js';
import { verifyAudit } from '#storage/audit/verify-audit.js';
import { rowsOf } from '#storage/database.js';
import { leftOver } from '#storage/left-over/left-over.js';
import { Fleet } from './copies/fleet.js';
import { type Client, foundClient } from './copies/organisations.js';
import { digests } from './kills/derived.js';
import { backends, secret } from './kills/doomed-essor.js';
import { until } from './kills/until.js';

jest.setTimeout(900_000);

const copies = 3;
const each = 6000;
const batch = 200;

describe.each(backends)('three apis and three workers, with their jobs on $backend', ({ backend, available }) => {
  const test = available ? it : it.skip;
  const every = Array.from({ length: copies }, (_, copy) => copy);
  let box: string;
  let fleet: Fleet;
  let clients: Client[];

  beforeAll(async () => {
    if (!available) return;
    box = realpathSync(mkdtempSync(join(tmpdir(), 'essor-copies-')));
    chmodSync(box, 0o711);
    fleet = await Fleet.in(box);
    clients = [];
    for (const slug of ['acme', 'bolt', 'corp', 'dune', 'echo', 'flux'])
      clients.push(await foundClient(fleet.owner, slug, each));
    await fleet.start(copies, box, backend === 'Redis' ? process.env.ESSOR_TEST_REDIS_URL : undefined);
  });
  afterAll(async () => {
    await fleet?.leave();
    if (box) rmSync(box, { recursive: true, force: true });
  });

  const send = async (copy: number, { key }: Client, events: object[]): Promise<IngestAnswer> => {
    const response = await fetch(`${fleet.api(copy)}/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ events }),
    });
    if (response.status !== 202) {
      const text = await response.text();
      // What its process says of it comes a little later.
      await new Promise((resolve) => setTimeout(resolve, 500));
      throw new Error([response.status, text, ...fleet.log.slice(-25)].join('\n'));
    }
    return (await response.json()) as IngestAnswer;
  };

  const most: Record<string, number> = {};
  let watching: NodeJS.Timeout;
  beforeAll(() => {
    const watch = async () => {
      for (const [name, n] of Object.entries(await fleet.connections())) most[name] = Math.max(most[name] ?? 0, n);
    };
    if (available) watching = setInterval(() => void watch().catch(() => undefined), 500);
  });
  afterAll(() => {
    clearInterval(watching);
    console.info(`most connections on ${backend}: ${JSON.stringify(most)}`);
  });

  test('take each event once, wherever and however often it is sent', async () => {
    const told = await Promise.all(
      clients.map(async (client) => {
        let accepted = 0;
        for (let first = 0; first < each; first += batch) {
          const events = client.events.slice(first, first + batch);
          // To one of them; every third time to all at once, in another order, which only the first to commit may count.
          const to = (first / batch) % 3 === 0 ? every : [(first / batch) % copies];
          const answers = await Promise.all(
            to.map((copy) => send(copy, client, copy % 2 === 0 ? events : [...events].reverse())),
          );
          accepted += answers.reduce((sum, answer) => sum + answer.accepted, 0);
        }
        return accepted;
      }),
    );
    expect(told).toEqual(clients.map(() => each));
    const stored = await rowsOf<{ events: number; different: number }>(
      fleet.owner,
      `select count(*)::integer as events, count(distinct id)::integer as different from event group by organization_id`,
    );
    expect(stored).toEqual(clients.map(() => ({ events: each, different: each })));
    const taken = await Promise.all(every.map((copy) => fleet.tells(copy, 'api', 'essor_ingest_events_total')));
    // Of 30 batches 10 go to all and 20 to one in turn.
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(((10 * copies + 20) / 30) * each * clients.length);
    expect(Math.min(...taken)).toBeGreaterThan(0);
  });

  test('share the work, and count what one would', async () => {
    await until(
      'nothing to be left',
      async () => {
        const { activity, measures } = await leftOver(fleet.owner);
        const [week] = await rowsOf<{ told: number }>(
          fleet.owner,
          `select count(distinct organization_id)::integer as told from published_week`,
        );
        return activity.length + measures.length === 0 && week?.told === clients.length;
      },
      300,
    );
    const done = await Promise.all(
      every.map((copy) => fleet.tells(copy, 'worker', 'essor_job_duration_seconds_count')),
    );
    expect(Math.min(...done)).toBeGreaterThan(0.1 * done.reduce((sum, one) => sum + one, 0));
  });

  test('know each session, and its end, at every one of them', async () => {
    const [email, password] = ['admin@acme.example', 'a password of the tests, long enough'];
    await createAccount(fleet.owner, { email, name: 'Admin', role: 'admin', password });
    const signedIn = await fetch(`${fleet.api(0)}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const headers = { cookie };
    const status = (copy: number, path: string) =>
      fetch(`${fleet.api(copy)}${path}`, { headers }).then((r) => r.status);
    expect(await Promise.all(every.map((copy) => status(copy, '/v1/organizations/acme/live')))).toEqual([
      200, 200, 200,
    ]);
    // What is new is told by each to those who listen there.
    const streams = await Promise.all(
      every.map(async (copy) => {
        const { body } = await fetch(`${fleet.api(copy)}/v1/organizations/acme/live`, {
          headers: { cookie, accept: 'text/event-stream' },
        });
        const reader = body!.getReader();
        const text = { all: '' };
        const read = async () => {
          for (let part = await reader.read(); !part.done; part = await reader.read())
            text.all += Buffer.from(part.value).toString();
        };
        void read().catch(() => undefined);
        return { text, end: () => reader.cancel() };
      }),
    );
    await until('the first news', () => streams.every(({ text }) => text.all.includes('event: publication')), 10);
    const before = streams.map(({ text }) => text.all.length);
    await fleet.owner.query(`update published_week set published_at = now()`);
    await until('the news', () => streams.every(({ text }, n) => text.all.length > (before[n] ?? 0) + 30), 20);
    for (const stream of streams) await stream.end();
    expect((await fetch(`${fleet.api(2)}/v1/session`, { method: 'DELETE', headers })).ok).toBe(true);
    expect(await Promise.all(every.map((copy) => status(copy, '/v1/organizations/acme/live')))).toEqual([
      401, 401, 401,
    ]);
  });

  test('leave what is counted anew to the same digest, and no process ended by itself', async () => {
    await fleet.stopProcesses();
    for (const { organizationId } of clients) {
      const proof = await proveOrganization(fleet.owner, organizationId, () => [7, 28]);
      expect(proof.measures).toBeGreaterThan(0);
      expect(proof.differences).toEqual([]);
    }
    const before = await digests(fleet.owner);
    expect(before.published_count).not.toMatch(/^0 rows/);
    for (const { slug } of clients) {
      const args = ['dist/apps/cli/main.js', 'recompute', '--org', slug];
      const env = { ...process.env, DATABASE_URL: fleet.databaseUrl, APP_SECRET: secret };
      const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
      expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    }
    expect(await digests(fleet.owner)).toEqual(before);
    expect((await verifyAudit(fleet.owner)).broken).toEqual([]);
    const ends = fleet.log.filter((line) => /ended with/.test(line) && !/SIGTERM|code 0/.test(line));
    expect(ends).toEqual([]);
    expect(fleet.log.filter((line) => /unhandled/i.test(line))).toEqual([]);
  });
});
