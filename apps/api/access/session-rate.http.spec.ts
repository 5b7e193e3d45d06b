import { createTestServer, type TestServer } from '../testing/test-server.js';

describe('a session that asks faster than anybody clicks', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer({ environment: { SESSION_RATE: '1' } });
  });
  afterAll(() => server.close());

  const ask = (cookie?: string) =>
    server.app.inject({ url: '/v1/session', ...(cookie !== undefined && { headers: { cookie } }) });
  const someone = async () => (await server.signedIn((await server.account('admin')).id)).cookie;

  it('is turned away, whatever it brings beside, and nobody else is', async () => {
    const [mine, another] = [await someone(), await someone()];
    for (let at = 0; at < 10; at += 1) expect((await ask(mine)).statusCode).toBe(200);
    // Those that the tenth left, and what came in meanwhile.
    const codes = [];
    for (let at = 0; at < 10; at += 1)
      codes.push((await ask(`other=${at}; ${mine}; __Host-essor_session=x${at}`)).statusCode);
    expect(codes).toContain(429);
    const refused = await ask(mine);
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.json()).toMatchObject({ status: 429, code: 'rate_limited' });
    expect((await ask(another)).statusCode).toBe(200);
    expect((await ask()).statusCode).toBe(401);
  });
});
