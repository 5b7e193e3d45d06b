import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileInMemory } from '#connectors/file-input.js';
import { runImport } from '#pipeline/import/run-import.js';
import { refresh } from '#pipeline/refresh.js';
import { rowsOf } from '#storage/database.js';
import { createOrganization } from '#storage/directory/organization.js';
import { leaveOut } from '#storage/rights/leave-out.js';
import { packagedBinaries } from '../binaries.js';
import { startEmbeddedPostgres } from '../embedded-postgres.js';
import { choosePlacement } from '../placement.js';
import { runningPostmaster } from '../postmaster.js';
import { type Installation, openInstallation } from '../../installation.js';
import { ledgerOf } from '../../rights.command.js';
import { digests } from '../../testing/kills/derived.js';
import { recompute } from '../../work.command.js';
import { BackupFolder } from './backup-folder.js';
import { backupState } from './backup-state.js';
import { backup, serverOf } from './backup.command.js';
import { keepArchive } from './keep-archive.js';
import { restore } from './restore.command.js';
import { chooseBase, layOut } from './restore-files.js';
import { connected, WalArchiver } from './wal-archiver.js';

jest.setTimeout(120_000);

const now = new Date('2026-03-20T12:00:00Z');
const people = Array.from({ length: 30 }, (_, n) => `p${n}`);

/** One sign-in of everybody on this day. */
const signIns = (day: string) =>
  ['id,occurred_at,kind,actor', ...people.map((who) => `${day}-${who},${day}T09:00:00Z,login,${who}`), ''].join('\n');

describe('backup and restore', () => {
  let box: string;
  let installation: Installation;
  let organizationId: string;
  let said: string[];
  const to = () => join(box, 'backups');

  beforeAll(async () => {
    box = realpathSync(mkdtempSync(join(tmpdir(), 'essor-backup-')));
    chmodSync(box, 0o711);
    // A name that is in the names of both files beside it.
    installation = await openInstallation({ dataDir: join(box, 'audit-data') });
    const owner = await installation.as('owner');
    const facts = { slug: 'acme', name: 'Acme', class: 'synthetic', timezone: 'UTC', k: 1, bands: false } as const;
    organizationId = await createOrganization(owner, facts);
    await file('entities', 'entity_id,parent_id,name\neast,,East\n');
    await file('people', ['person_id,entity', ...people.map((who) => `${who},east`), ''].join('\n'));
  });
  beforeEach(() => {
    said = [];
    const hear = (text: unknown) => said.push(String(text)) > 0;
    jest.spyOn(process.stdout, 'write').mockImplementation(hear);
    jest.spyOn(console, 'log').mockImplementation(hear);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await installation?.close();
    rmSync(box, { recursive: true, force: true });
  });

  async function file(kind: string, text: string): Promise<void> {
    const report = await runImport(await installation.as('work'), {
      ...{ organizationId, kind, fileName: `${kind}.csv`, settings: {}, now },
      input: fileInMemory(Buffer.from(text)),
    });
    expect(report).toMatchObject({ state: 'done', rejected: 0 });
  }

  const days = async (of: Installation) =>
    rowsOf<{ day: string; events: number }>(
      await of.as('owner'),
      `select day, count(*) as events from event group by day order by day`,
    );

  it('a backup of a server that works, the log since, and a time between: what was acknowledged by then, and nobody who left', async () => {
    await file('events', signIns('2026-03-03'));
    await refresh(await installation.as('work'), organizationId, now);
    expect(await backup(installation, { to: to(), keep: 2 })).toBe(0);
    const archiver = new WalArchiver(serverOf(installation), new BackupFolder(to()));
    await file('events', signIns('2026-03-04'));
    await archiver.archive();
    await pause(5);
    const until = new Date();
    await pause(5);
    await file('events', signIns('2026-03-05'));
    const rights = await installation.as('rights');
    const erased = { identifier: 'p7', reason: 'erasure', accountId: null } as const;
    await leaveOut(rights, organizationId, erased, ledgerOf(installation));
    // Left by an archiver that was killed in the middle.
    writeFileSync(join(to(), 'rights.ndjson.draft'), 'half');
    await keepArchive(installation, (line) => said.push(line)).end();
    expect(said.join()).not.toContain('does not go on');
    // Committed and in no archive: lost with the disk, as the sentence of the manual says.
    await file('events', signIns('2026-03-06'));
    const killed = runningPostmaster(serverOf(installation).cluster)!;
    process.kill(killed.pid, 'SIGKILL');

    const dataDir = join(box, 'restored');
    expect(await restore(dataDir, { from: to(), until })).toBe(0);
    expect(said.join('\n')).toContain('1 requests of people');
    expect(said.join('\n')).toMatch(/ok {3}audit log/);
    const restored = await openInstallation({ dataDir });
    try {
      expect(await days(restored)).toEqual([
        { day: '2026-03-03', events: 29 },
        { day: '2026-03-04', events: 29 },
      ]);
      const owner = await restored.as('owner');
      expect(await rowsOf(owner, `select from person`)).toHaveLength(29);
      await refresh(await restored.as('work'), organizationId, now);
      const figures = await digests(owner);
      expect(figures.published_count).not.toMatch(/^0 rows/);
      const [told] = await rowsOf<{ people: number }>(
        owner,
        `select sum(login)::integer as people from measure_people where population = 'everyone' and days = 7 and week_end = '2026-03-08'`,
      );
      expect(told).toEqual({ people: 29 });
      expect(await recompute(restored, { org: 'acme', json: true })).toBe(0);
      expect(await digests(owner)).toEqual(figures);
      // What is written from now on can be backed up in its turn, elsewhere.
      await expect(backup(restored, { to: to(), keep: 2 })).rejects.toMatchObject({ code: 'foreign_folder' });
    } finally {
      await restored.close();
    }
  });

  it('without a time: everything up to the last copy; times that no backup reaches are named', async () => {
    const restoring = (options: { until?: Date } = {}) => restore(join(box, 'refused'), { from: to(), ...options });
    await expect(restoring({ until: new Date('2026-01-01') })).rejects.toMatchObject({ code: 'too_early' });
    await expect(restoring({ until: new Date('2126-01-01') })).rejects.toMatchObject({ code: 'not_archived' });
    await expect(restore(join(box, 'restored'), { from: to() })).rejects.toMatchObject({ code: 'not_empty' });
    // No more than the server itself: the rest is the same.
    const folder = new BackupFolder(to());
    const placement = choosePlacement(join(box, 'whole'), packagedBinaries(process.cwd()), join(box, 'system'));
    const base = await chooseBase(folder, null);
    await layOut(folder, base, placement, null);
    copyFileSync(join(folder.pathOf(base), 'postgres.password'), join(box, 'whole', 'postgres.password'));
    const server = await startEmbeddedPostgres({ dataDir: join(box, 'whole'), systemDir: join(box, 'system') });
    const whole = await connected(server.url, (client) =>
      client.query(`select count(*)::integer as events from event`),
    );
    expect(whole.rows).toEqual([{ events: 3 * 29 }]);
    await server.stop();
  });

  it('the doctor says what is kept, and when the log is not archived any more', async () => {
    const look = (minutes: number, runs = true) =>
      backupState(join(box, 'audit-data'), { now: new Date(Date.now() + minutes * 60_000), runs });
    expect(await look(1)).toMatchObject({ ok: true });
    expect(await look(10)).toMatchObject({
      ok: false,
      detail: expect.stringContaining('nothing has been archived since'),
    });
    expect(await look(10, false)).toMatchObject({ ok: true });
    expect(await look(9 * 24 * 60, false)).toMatchObject({
      ok: false,
      detail: expect.stringContaining('take a new one'),
    });
    expect(await backupState(join(box, 'nowhere'), { now: new Date(), runs: true })).toMatchObject({ ok: true });
  });

  it('keeps as many as it is told, with the log that they need; a damaged one is not put back', async () => {
    const folder = new BackupFolder(to());
    const [first] = await folder.bases();
    await pause(1000);
    expect(await backup(installation, { keep: 1 })).toBe(0);
    const bases = await folder.bases();
    expect(bases.map(({ name }) => name)).not.toContain(first?.name);
    expect((await folder.segments()).map(({ name }) => name)[0]).toBe(bases[0]?.startWal);
    const manifest = join(folder.pathOf(bases[0]!), 'manifest.json');
    writeFileSync(manifest, JSON.stringify({ ...bases[0], postgres: '12.3' }));
    await expect(restore(join(box, 'other'), { from: to() })).rejects.toMatchObject({ code: 'wrong_version' });
    expect(readdirSync(box)).not.toContain('other');
    writeFileSync(manifest, JSON.stringify(bases[0]));
    const [large] = bases[0]!.files.toSorted((a, b) => b.bytes - a.bytes);
    truncateSync(join(folder.pathOf(bases[0]!), 'data', large!.path), 100);
    await expect(restore(join(box, 'damaged'), { from: to() })).rejects.toMatchObject({ code: 'damaged' });
    expect(readdirSync(box)).toContain('audit-data');
    await expect(backup(installation, { to: join(box, 'audit-data', 'in'), keep: 1 })).rejects.toMatchObject({
      code: 'inside_data',
    });
    expect(await backup(installation, { end: true, keep: 1 })).toBe(0);
    const owner = await installation.as('owner');
    expect(await rowsOf(owner, `select from pg_replication_slots`)).toEqual([]);
  });
});
