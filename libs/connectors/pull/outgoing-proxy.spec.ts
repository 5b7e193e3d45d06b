import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { type Network, openNetwork } from './network.js';
import { isExcepted, type LookUp, refuseProxied } from './outgoing-proxy.js';
import { replay, type ReplayServer } from './testing/replay-server.js';

test.each([
  ['https://graph.microsoft.com/', '', false],
  ['https://graph.microsoft.com/', 'microsoft.com', true],
  ['https://graph.microsoft.com/', '.microsoft.com', true],
  ['https://graph.microsoft.com/', '*.microsoft.com', true],
  ['https://notmicrosoft.com/', 'microsoft.com', false],
  ['https://Social.Acme.example/', 'localhost, social.acme.example', true],
  ['https://social.acme.example:8443/', 'social.acme.example:443', false],
  ['https://social.acme.example/', 'social.acme.example:443', true],
  ['http://10.0.0.5/', '10.0.0.5', true],
  ['http://210.0.0.5/', '10.0.0.5', false],
  ['http://[fd00::1]/', '[fd00::1],fd00::2', true],
  ['http://[fd00::2]/', '[fd00::1],fd00::2', true],
  ['https://anything.example/', '*', true],
])('%s, all but %j: directly is %s', (url, except, expected) => {
  expect(isExcepted(new URL(url), except)).toBe(expected);
});

describe('a name that is handed to a proxy', () => {
  const judge = (url: string, addresses: readonly string[] | null, allowsPrivate = false) => {
    const find: LookUp = () =>
      addresses === null
        ? Promise.reject(new Error('unknown'))
        : Promise.resolve(addresses.map((address) => ({ address })));
    return refuseProxied(new URL(url), allowsPrivate, find).then(
      () => 'handed on',
      (error: { code: string }) => error.code,
    );
  };

  it.each([
    ['https://social.acme.example/', ['203.0.113.9'], 'address_not_allowed'],
    ['https://social.acme.example/', ['93.184.215.14'], 'handed on'],
    ['https://social.acme.example/', null, 'handed on'],
    ['https://social.acme.example/', ['93.184.215.14', '10.0.0.5'], 'address_not_allowed'],
    ['https://social.acme.example/', ['::ffff:169.254.169.254'], 'address_not_allowed'],
    ['https://localhost/', null, 'address_not_allowed'],
    ['https://printer/', null, 'address_not_allowed'],
    ['https://social.corp./', null, 'address_not_allowed'],
  ])('%s, here %j: %s', async (url, addresses, expected) => {
    expect(await judge(url, addresses)).toBe(expected);
  });

  it('may be of the own network where that is allowed; where a cloud keeps its keys never', async () => {
    expect(await judge('http://social.corp/', ['10.0.0.5'], true)).toBe('handed on');
    expect(await judge('http://social.corp/', ['169.254.169.254'], true)).toBe('address_not_allowed');
    expect(await judge('http://metadata.google.internal/', null, true)).toBe('address_not_allowed');
  });
});

describe('a proxy', () => {
  let source: ReplayServer;
  let networks: Network[];
  let asked: { path?: string | undefined; credentials?: string | undefined }[];
  let status: string;
  const server = createServer();
  const sockets = new Set<Socket>();
  beforeAll(async () => {
    source = await replay(() => ({ body: '[]' }));
    // It knows a name that nobody else knows.
    server.on('connect', (request, socket: Socket) => {
      sockets.add(socket);
      asked.push({ path: request.url, credentials: request.headers['proxy-authorization'] });
      socket.write(`HTTP/1.1 ${status}\r\n\r\n`);
      const target = connect(Number(new URL(source.address).port), '127.0.0.1');
      for (const [from, to] of [
        [socket, target],
        [target, socket],
      ] as const)
        from.on('error', () => to.destroy()).pipe(to);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => {
    [networks, asked, status] = [[], [], '200 OK'];
  });
  afterEach(() => Promise.all(networks.map((network) => network.close())));
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await source.close();
  });

  function ask(url: string, { except = '', allowsPrivate = true } = {}) {
    const address = `http://essor:s%40cret@127.0.0.1:${(server.address() as AddressInfo).port}`;
    const network = openNetwork({
      ...{ allowsPrivate, proxy: { address, except }, lookUp: () => Promise.reject(new Error('unknown')) },
      patience: { connect: 1000, headers: 1000, body: 1000 },
    });
    networks.push(network);
    return network.send({ url: new URL(url), method: 'GET', headers: { authorization: 'Bearer secret' } });
  }

  it('is asked for what it alone can reach, and never sees the secret of the source', async () => {
    expect((await ask('http://social.acme.example/posts')).status).toBe(200);
    const credentials = `Basic ${Buffer.from('essor:s@cret').toString('base64')}`;
    expect(asked).toEqual([{ path: 'social.acme.example:80', credentials }]);
    expect(source.asked.at(-1)).toMatchObject({ path: '/posts', headers: { authorization: 'Bearer secret' } });
    expect(source.asked.at(-1)?.headers['proxy-authorization']).toBeUndefined();
  });

  it('is passed by for what it excepts', async () => {
    expect((await ask(source.address, { except: 'localhost,127.0.0.1' })).status).toBe(200);
    expect(asked).toEqual([]);
  });

  it('is handed nothing that must not be asked', async () => {
    for (const url of ['https://169.254.169.254/', 'https://10.0.0.5/', 'https://localhost/', 'https://[::1]/'])
      await expect(ask(url, { allowsPrivate: false })).rejects.toMatchObject({ code: 'address_not_allowed' });
    expect(asked).toEqual([]);
  });

  it('that refuses is told as what cannot be reached', async () => {
    status = '403 Forbidden';
    await expect(ask('http://social.acme.example/')).rejects.toMatchObject({ code: 'unreachable' });
  });
});
