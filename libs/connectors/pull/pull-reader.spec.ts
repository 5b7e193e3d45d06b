import { openNetwork, type Network } from './network.js';
import { isAllowedIp, refuseAddress } from './address-guard.js';
import { clientCredentials, fixedCredentials } from './credentials.js';
import { PullReader } from './pull-reader.js';
import { type Asked, replay, type Replayed, type ReplayServer } from './testing/replay-server.js';

const now = () => new Date('2026-06-01T12:00:00Z');
const patience = { connect: 500, headers: 200, body: 200 };

let answer: (asked: Asked) => Replayed = () => ({});
let server: ReplayServer;
let elsewhere: ReplayServer;
let network: Network;

beforeAll(async () => {
  server = await replay((asked) => answer(asked));
  elsewhere = await replay(() => ({ body: 'the file' }));
  network = openNetwork({ allowsPrivate: true, patience, largestAnswer: 100_000 });
});
beforeEach(() => {
  server.asked.length = 0;
  elsewhere.asked.length = 0;
});
afterAll(() => Promise.all([network.close(), server.close(), elsewhere.close()]));

const reader = (address = server.address) =>
  new PullReader(network, new URL(address), fixedCredentials('s3cret', null), now);

describe('a source that is asked', () => {
  it('gives what stands below its address, to who says the token', async () => {
    answer = () => ({ body: '{"results":[]}' });
    const under = reader(`${server.address}/humhub/`);
    expect(await under.json('api/v1/user', { page: 2, limit: 100 })).toEqual({ results: [] });
    expect(server.asked).toMatchObject([
      { method: 'GET', path: '/humhub/api/v1/user?page=2&limit=100', headers: { authorization: 'Bearer s3cret' } },
    ]);
  });

  it.each<[string, Replayed, string, number | null]>([
    ['429 for some seconds', { status: 429, headers: { 'retry-after': '120' } }, 'too_many_requests', 120],
    [
      '429 until a date',
      { status: 429, headers: { 'retry-after': 'Mon, 01 Jun 2026 12:05:00 GMT' } },
      'too_many_requests',
      300,
    ],
    ['429 until nobody knows when', { status: 429, headers: { 'retry-after': 'soon' } }, 'too_many_requests', null],
    ['500', { status: 500, body: 'Fatal error: secret stack' }, 'server_failed', null],
    ['503 for some seconds', { status: 503, headers: { 'retry-after': '30' } }, 'server_failed', 30],
    ['401', { status: 401 }, 'credentials_refused', null],
    ['403', { status: 403 }, 'right_missing', null],
    ['404', { status: 404 }, 'not_found', null],
    ['a page for people', { headers: { 'content-type': 'text/html' }, body: 'Sign in' }, 'not_data', null],
    ['a page that says it is data', { body: '\n<!doctype html><p>Sign in' }, 'not_data', null],
    ['JSON without its end', { body: '{"results":[' }, 'cut_off', null],
    ['a body that is cut', { body: '{"results":[]}', fault: 'cut' }, 'cut_off', null],
    ['nothing at all', { fault: 'silent' }, 'timed_out', null],
    ['more than anybody wants', { body: `"${'x'.repeat(200_000)}"` }, 'answer_too_large', null],
  ])('answers %s', async (_, given, code, askedFor) => {
    answer = () => given;
    const error = await reader()
      .json('api/v1/user')
      .catch((one: unknown) => one as Error);
    expect(error).toMatchObject({ code, askedFor });
    expect(String((error as Error).message)).not.toMatch(/s3cret|stack|127\.0/);
    expect(server.asked).toHaveLength(1);
  });

  it('is not there', async () => {
    const gone = await replay(() => ({}));
    await gone.close();
    await expect(reader(gone.address).json('x')).rejects.toMatchObject({ code: 'unreachable' });
    await expect(reader('http://no-such-host.invalid').json('x')).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('sends on within itself, and never elsewhere with the secret', async () => {
    answer = ({ path }) =>
      path === '/old' ? { status: 301, headers: { location: '/new' } } : { body: JSON.stringify({ path }) };
    expect(await reader().json('old')).toEqual({ path: '/new' });
    answer = () => ({ status: 302, headers: { location: `${elsewhere.address}/steal` } });
    await expect(reader().json('old')).rejects.toMatchObject({ code: 'redirected' });
    expect(elsewhere.asked).toEqual([]);
    expect((await reader().file('report')).toString()).toBe('the file');
    expect(elsewhere.asked.map(({ path, headers }) => [path, headers.authorization])).toEqual([['/steal', undefined]]);
    answer = () => ({ status: 302, headers: { location: '/round' } });
    await expect(reader().file('round')).rejects.toMatchObject({ code: 'redirected' });
  });
});

describe('a token that has to be fetched', () => {
  const client = () => ({
    ...{ authority: new URL(server.address), tenant: 'contoso', clientId: 'app', secret: 's3cret', scope: 'all' },
  });
  let tokens = 0;
  const withTokens =
    (rest: (asked: Asked) => Replayed, expires = 3600) =>
    (asked: Asked): Replayed =>
      asked.path.endsWith('/token')
        ? { body: JSON.stringify({ access_token: `t${++tokens}`, expires_in: expires }) }
        : rest(asked);
  beforeEach(() => (tokens = 0));

  const through = (clock: () => Date) =>
    new PullReader(network, new URL(server.address), clientCredentials(network, client(), clock), clock);

  it('is used until it is old', async () => {
    answer = withTokens(({ headers }) => ({ body: JSON.stringify(headers.authorization) }));
    let instant = now().getTime();
    const one = through(() => new Date(instant));
    expect([await one.json('a'), await one.json('a')]).toEqual(['Bearer t1', 'Bearer t1']);
    expect(server.asked[0]).toMatchObject({
      method: 'POST',
      path: '/contoso/oauth2/v2.0/token',
      body: 'grant_type=client_credentials&client_id=app&client_secret=s3cret&scope=all',
    });
    instant += 3541 * 1000;
    expect(await one.json('a')).toBe('Bearer t2');
  });

  it('is fetched anew once where it expired early, and no more than once', async () => {
    answer = withTokens(({ headers }) => (headers.authorization === 'Bearer t1' ? { status: 401 } : { body: '1' }));
    expect(await through(now).json('a')).toBe(1);
    server.asked.length = tokens = 0;
    answer = withTokens(() => ({ status: 401 }));
    await expect(through(now).json('a')).rejects.toMatchObject({ code: 'credentials_refused' });
    expect(server.asked.map(({ path }) => path)).toEqual([
      ...['/contoso/oauth2/v2.0/token', '/a', '/contoso/oauth2/v2.0/token', '/a'],
    ]);
  });

  it.each([
    [{ status: 400, body: '{"error":"invalid_client"}' }, 'credentials_refused'],
    [{ status: 503 }, 'server_failed'],
    [{ body: '{}' }, 'unexpected_answer'],
  ])('is refused: %j', async (given, code) => {
    answer = () => given;
    await expect(through(now).json('a')).rejects.toMatchObject({ code });
  });
});

describe('addresses', () => {
  it.each([
    ['8.8.8.8', true, true],
    ['2606:4700::1111', true, true],
    ['10.1.2.3', false, true],
    ['192.168.0.1', false, true],
    ['100.64.0.1', false, true],
    ['127.0.0.1', false, true],
    ['::1', false, true],
    ['fd00::1', false, true],
    ['::ffff:10.0.0.1', false, true],
    // Where clouds keep the keys of their machines, and what is no address of a server.
    ['169.254.169.254', false, false],
    ['::ffff:169.254.169.254', false, false],
    ['fe80::1', false, false],
    ['0.0.0.0', false, false],
    ['224.0.0.1', false, false],
    ['not an address', false, false],
  ])('%s: public %s, with the own network %s', (address, alone, withOwn) => {
    expect([isAllowedIp(address, false), isAllowedIp(address, true)]).toEqual([alone, withOwn]);
  });

  it.each([
    ['https://10.0.0.1/', 'address_not_allowed'],
    ['https://[::1]:8443/', 'address_not_allowed'],
    ['http://humhub.example/', 'address_not_secure'],
    ['ftp://humhub.example/', 'address_not_allowed'],
    ['https://user:word@humhub.example/', 'address_not_allowed'],
  ])('%s is refused: %s', (address, code) => {
    expect(() => refuseAddress(new URL(address), false)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('are looked at where a name leads, too', async () => {
    const outside = openNetwork({ allowsPrivate: false, patience });
    const url = new URL(server.address.replace('http:', 'https:').replace('127.0.0.1', 'localhost'));
    const question = { url, method: 'GET' as const, headers: {} };
    await expect(outside.send(question)).rejects.toMatchObject({ code: 'address_not_allowed' });
    await outside.close();
    expect(server.asked).toEqual([]);
  });
});
