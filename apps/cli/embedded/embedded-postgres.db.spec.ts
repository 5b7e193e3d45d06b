import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { isAlive } from './process-table.js';

const projectDir = process.cwd();
jest.setTimeout(120_000);
const asRoot = process.getuid?.() === 0;

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function until(condition: () => boolean, timeoutMs = 100_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('The condition did not come true in time.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the embedded server', () => {
  let box: string;
  let open: EmbeddedPostgres[];
  const dataDir = () => join(box, 'data');
  const start = async (extra: { port?: number; dataDir?: string } = {}) => {
    const server = await startEmbeddedPostgres({
      dataDir: dataDir(),
      durable: false,
      projectDir,
      systemDir: join(box, 'system'),
      ...extra,
    });
    open.push(server);
    return server;
  };

  beforeAll(() => {
    box = realpathSync(mkdtempSync(join(tmpdir(), 'essor-embedded-')));
    chmodSync(box, 0o711);
  });
  beforeEach(() => (open = []));
  afterEach(() => Promise.all(open.map((server) => server.stop())));
  afterAll(() => rmSync(box, { recursive: true, force: true }));

  it('keeps data, port and a private password over a restart, and leaves no process', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start();
    expect(second).toMatchObject({ url: first.url, adopted: false });
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(statSync(join(dataDir(), 'postgres.password')).mode & 0o777).toBe(0o600);
    expect(new URL(first.url).password).toBe(readFileSync(join(dataDir(), 'postgres.password'), 'utf8'));
  });

  it('refuses a wrong password', async () => {
    const url = new URL((await start()).url);
    url.password = 'wrong';
    await expect(query(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('is shared by two users at once; the last to leave stops it', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.pid).toBe(first.pid);
    expect([first.adopted, second.adopted].sort()).toEqual([false, true]);
    await first.stop();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(isAlive(second.pid)).toBe(false);
  });

  it('comes back on the same port with all committed rows after kill -9 of the server', async () => {
    const server = await start();
    await query(server.url, 'create table if not exists survived as select generate_series(1, 1000) as n');
    const killed = server.pid;
    process.kill(killed, 'SIGKILL');
    await until(() => server.pid !== killed && isAlive(server.pid));
    expect(await query(server.url, 'select count(*)::int as n from survived')).toEqual([{ n: 1000 }]);
  });

  it('starts over the pid file of a dead server whose number is now that of another process', async () => {
    const server = await start();
    const [cluster] = await query<{ data_directory: string }>(server.url, 'show data_directory');
    const pidFile = join(cluster?.data_directory ?? '', 'postmaster.pid');
    const content = readFileSync(pidFile, 'utf8');
    await server.stop();
    writeFileSync(pidFile, content.replace(/^\d+/, String(process.pid)));
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('takes another port when the recorded one is busy', async () => {
    const first = await start();
    const other = await start({ dataDir: join(box, 'other') });
    const { port } = first;
    await first.stop();
    await other.stop();
    writeFileSync(join(box, 'other', 'postgres.json'), JSON.stringify({ port }));
    const [one, two] = [await start(), await start({ dataDir: join(box, 'other') })];
    expect(one.port).toBe(port);
    expect(two.port).not.toBe(port);
  });

  it('says in one sentence why it cannot start', async () => {
    writeFileSync(join(box, 'a-file'), '');
    await expect(start({ dataDir: join(box, 'a-file') })).rejects.toMatchObject({ code: 'cannot_start' });
  });

  if (!asRoot) return;

  it('as root, puts what nobody cannot reach below the system folder and remembers it', async () => {
    const closed = join(box, 'closed');
    const inside = join(closed, 'data');
    mkdirSync(closed, { mode: 0o700 });
    const server = await start({ dataDir: inside });
    await query(server.url, 'create table kept as select 1 as one');
    const record = JSON.parse(readFileSync(join(inside, 'postgres.json'), 'utf8')) as { cluster: string };
    expect(record.cluster.startsWith(join(box, 'system'))).toBe(true);
    expect(existsSync(join(inside, 'postgres'))).toBe(false);
    await server.stop();
    const again = await start({ dataDir: inside });
    expect(await query(again.url, 'select one from kept')).toEqual([{ one: 1 }]);
    await again.stop();
    rmSync(inside, { recursive: true });
    const fresh = await start({ dataDir: inside });
    await expect(query(fresh.url, 'select one from kept')).rejects.toThrow(/does not exist/);
  });
});
