import { setTimeout as pause } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { connect } from 'node:net';
import { InFlight, type Part } from './in-flight.js';

describe('what is being answered', () => {
  const away: Part[] = [];
  const open: (() => void)[] = [];
  let server: FastifyInstance;
  let inFlight: InFlight;
  let port: number;

  beforeAll(async () => {
    server = Fastify();
    inFlight = new InFlight({ events: 2, files: 1, directory: 1, pages: 4, streams: 1 }, (part) => away.push(part));
    inFlight.bound(server);
    // As a pool does that has no connection left.
    const slow = () => new Promise<string>((resolve) => open.push(() => resolve('done')));
    server.get('/v1/organizations/:org/page', { config: { policy: 'reading' } as never }, slow);
    server.post('/v1/events', { config: { policy: 'source_key' } as never }, slow);
    server.post('/v1/session', { config: { policy: 'public' } as never }, slow);
    server.get('/healthz', { config: { policy: 'public' } as never }, () => 'alive');
    await server.listen({ host: '127.0.0.1', port: 0 });
    port = (server.server.address() as { port: number }).port;
  });
  afterEach(async () => {
    for (const answer of open.splice(0)) answer();
    for (let waited = 0; waited < 100 && Object.values(inFlight.taken).some((n) => n > 0); waited++) await pause(10);
    expect(inFlight.taken).toEqual({ events: 0, files: 0, directory: 0, pages: 0, streams: 0 });
  });
  afterAll(() => server.close());

  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  const page = (org: string, signal?: AbortSignal) =>
    fetch(at(`/v1/organizations/${org}/page`), signal ? { signal } : {});
  const events = (key: string) => fetch(at('/v1/events'), { method: 'POST', headers: { authorization: key } });
  const begun = async (count: number) => {
    for (let waited = 0; waited < 200 && open.length < count; waited++) await pause(10);
    expect(open).toHaveLength(count);
  };

  it('is bounded, of one organisation by half, and what is too much is told when to come back', async () => {
    const [one, two] = [page('acme'), page('acme')];
    await begun(2);
    const third = await page('acme');
    expect(third.status).toBe(503);
    expect(third.headers.get('retry-after')).toBe('1');
    expect(await third.json()).toMatchObject({ code: 'overloaded', status: 503 });
    const others = [page('other'), page('another')];
    await begun(4);
    expect((await page('last')).status).toBe(503);
    expect(away.splice(0)).toEqual(['pages', 'pages']);
    // Another part has places of its own, and whether the process lives is told in any case.
    const sent = events('Bearer a');
    await begun(5);
    expect((await events('Bearer a')).status).toBe(503);
    expect((await fetch(at('/healthz'))).status).toBe(200);
    for (const answer of open.splice(0)) answer();
    const answers = await Promise.all([one, two, ...others, sent]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(away.splice(0)).toEqual(['events']);
  });

  it('gives back the place of whoever goes away', async () => {
    const leave = new AbortController();
    const gone = page('acme', leave.signal).catch(() => null);
    await begun(1);
    expect(inFlight.taken.pages).toBe(1);
    leave.abort();
    await gone;
    for (let waited = 0; waited < 100 && inFlight.taken.pages > 0; waited++) await pause(10);
    expect(inFlight.taken.pages).toBe(0);
  });

  it('is not held up by bodies of nobody that trickle in', async () => {
    const sockets = Array.from({ length: 8 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        'POST /v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
      );
      return socket;
    });
    await pause(50);
    expect(inFlight.taken.pages).toBe(0);
    for (const socket of sockets) socket.destroy();
  });
});

describe('while who asks is looked up', () => {
  let server: FastifyInstance;
  let inFlight: InFlight;
  let port: number;
  let lookUp: () => Promise<unknown>;

  beforeAll(async () => {
    server = Fastify();
    inFlight = new InFlight({ events: 1, files: 1, directory: 1, pages: 16, streams: 1 }, () => undefined);
    inFlight.bound(server);
    // As the session does, on a pool that may be full.
    server.addHook('onRequest', () => lookUp());
    const url = '/v1/organizations/:org/page';
    server.route({ method: ['GET', 'PUT'], url, config: { policy: 'reading' } as never, handler: () => 'done' });
    await server.listen({ host: '127.0.0.1', port: 0 });
    port = (server.server.address() as { port: number }).port;
  });
  afterAll(() => server.close());

  const ask = (options: RequestInit = {}) => fetch(`http://127.0.0.1:${port}/v1/organizations/acme/page`, options);

  it.each([undefined, '{}'])('keeps no place for whoever went away, body %s', async (body) => {
    lookUp = () => pause(100);
    const headers = { 'content-type': 'application/json' };
    const leaving = { signal: AbortSignal.timeout(20), ...(body ? { method: 'PUT', body, headers } : {}) };
    await expect(ask(leaving)).rejects.toThrow();
    await pause(200);
    expect(inFlight.taken.pages).toBe(0);
  });

  it('turns away what is too much before it waits for a connection, too', async () => {
    let answer = () => undefined as void;
    const free = new Promise<void>((resolve) => (answer = resolve));
    let waiting = 0;
    lookUp = () => (waiting++, free);
    const eight = Array.from({ length: 8 }, () => ask());
    for (let waited = 0; waited < 200 && waiting < 8; waited++) await pause(10);
    const ninth = await ask({ signal: AbortSignal.timeout(1000) }).catch(() => null);
    answer();
    expect(ninth?.status).toBe(503);
    expect((await Promise.all(eight)).map(({ status }) => status)).toEqual(Array(8).fill(200));
  });
});
