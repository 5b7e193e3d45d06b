import Fastify, { type FastifyInstance } from 'fastify';
import { limitSessions } from './session-rate.js';

describe('the rate of a session', () => {
  let server: FastifyInstance;
  let turnedAway = 0;
  let looked = 0;

  const open = async (perSecond: number) => {
    server = Fastify();
    turnedAway = looked = 0;
    const cookieOf = ({ headers }: { headers: { cookie?: string } }) => headers.cookie;
    limitSessions(server, { perSecond, cookieOf, turnedAway: () => (turnedAway += 1) });
    server.addHook('onRequest', (_request, _reply, done) => {
      looked += 1;
      done();
    });
    server.get('/page', { config: { policy: 'places' } as never }, () => 'page');
    server.get('/file', () => 'file');
    await server.ready();
  };
  afterEach(() => server.close());
  const ask = async (url: string, times: number, cookie?: string) => {
    const codes: number[] = [];
    for (let at = 0; at < times; at += 1)
      codes.push((await server.inject({ url, ...(cookie && { headers: { cookie } }) })).statusCode);
    return codes;
  };

  it('turns away what is beyond ten seconds of it at once, before anything is looked up', async () => {
    await open(2);
    const codes = await ask('/page', 25, 'mine');
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(codes.at(-1)).toBe(429);
    expect(turnedAway).toBe(codes.filter((code) => code === 429).length);
    expect(looked).toBe(25 - turnedAway);
    const refused = await server.inject({ url: '/page', headers: { cookie: 'mine' } });
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.json()).toMatchObject({ status: 429, code: 'rate_limited' });
    expect(await ask('/page', 5, 'another')).toEqual([200, 200, 200, 200, 200]);
  });

  it('lets in whoever brings no session, and the files of the dashboard', async () => {
    await open(1);
    expect(new Set([...(await ask('/page', 30)), ...(await ask('/file', 30, 'mine'))])).toEqual(new Set([200]));
  });

  it('is none where it is 0', async () => {
    await open(0);
    expect(new Set(await ask('/page', 50, 'mine'))).toEqual(new Set([200]));
  });
});
