import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { openDatabase } from './database.js';

/** A message of the server in version 3 of the protocol: its letter, its length, its text. */
function message(letter: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(letter);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const welcome = message('R', Buffer.alloc(4));
const ready = message('Z', Buffer.from('I'));
const lastWord = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection: the postmaster is gone\0\0'));

describe('a server that ends in the moment in which it lets somebody in', () => {
  let server: Server;
  let met = 0;
  const held = new Set<Socket>();

  beforeAll(async () => {
    server = createServer((socket) => {
      held.add(socket);
      socket.on('error', () => undefined);
      socket.once('data', () => {
        met++;
        socket.write(Buffer.concat([welcome, ready, lastWord]));
        socket.end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    for (const socket of held) socket.destroy();
    await new Promise((done) => server.close(done));
  });

  it('fails who asks, and ends no process', async () => {
    const { port } = server.address() as AddressInfo;
    await expect(openDatabase(`postgres://essor@127.0.0.1:${port}/essor`)).rejects.toThrow(/not queryable|terminated/i);
    // The second is the one that is handed out with nobody listening.
    expect(met).toBeGreaterThan(1);
  });
});
