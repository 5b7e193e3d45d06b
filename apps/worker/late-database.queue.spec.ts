import { Queue, Worker } from 'bullmq';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { openPlace } from '#runtime/jobs/queue-backend.js';
import { type TestPlace, testPlaces } from './testing/queue-places.js';

const [postgres] = testPlaces;

/** What a server says that has no connection left. */
const full = (() => {
  const fields = Buffer.from('SFATAL\0C53300\0Msorry, too many clients already\0\0');
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
})();

describe('a database that is full when a process starts', () => {
  let test: TestPlace;
  let door: Server;
  const open = new Set<Socket>();
  let isFull = true;
  let asked = 0;
  let url: string;

  beforeAll(async () => {
    test = await postgres!.open();
    const real = new URL('postgresUrl' in test.place ? test.place.postgresUrl : '');
    door = createServer((near) => {
      asked++;
      near.on('error', () => undefined);
      open.add(near);
      if (isFull) return void near.once('data', () => near.end(full));
      const far = connect(Number(real.port), real.hostname).on('error', () => near.destroy());
      open.add(far);
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const { port } = door.address() as { port: number };
    url = Object.assign(new URL(real), { hostname: '127.0.0.1', port: String(port) }).href;
  });
  afterAll(async () => {
    for (const socket of open) socket.destroy();
    door.close();
    await test.close();
  });

  it('is asked again, in peace, and not remembered as full', async () => {
    const queue = new Queue('measures', openPlace({ postgresUrl: url }));
    queue.on('error', () => undefined);
    await expect(queue.getJobCounts()).rejects.toThrow('too many clients');
    await expect(queue.getJobCounts()).rejects.toThrow('too many clients');
    isFull = false;
    expect((await queue.getJobCounts('waiting')).waiting).toBe(0);

    // A worker asks in a loop: refused, it once did so without end and heard no signal any more.
    isFull = true;
    const before = asked;
    const done: unknown[] = [];
    const worker = new Worker(
      'measures',
      ({ data }) => Promise.resolve(done.push(data)),
      openPlace({ postgresUrl: url }),
    );
    worker.on('error', () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(asked - before).toBeGreaterThan(1);
    expect(asked - before).toBeLessThan(20);
    isFull = false;
    await queue.add('measures', 'one');
    for (let waited = 0; done.length === 0 && waited < 400; waited++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(done).toEqual(['one']);
    await worker.close();
    await queue.close();
  });
});
